import { describe, expect, test } from 'vitest'
import type { Competency } from '~/competency/framework'
import { audienceFirst, byCompetency, catalogueQuery, searchModules } from './catalogue'
import type { Audience } from './module'

const both = (vi: string, en = vi) => ({ vi, en })
const competency = (code: string, name: string): Competency => ({
  code,
  name: both(name),
  short: both(name),
  describe: both(name),
})
const competencies = [competency('4.1', 'Bảo vệ thiết bị'), competency('7.1', 'Cổng Dịch vụ công')]

const infosec = {
  code: 'infosec',
  for: ['staff'] as Audience[],
  title: both('An toàn thông tin', 'Information security'),
  aim: both('giữ an toàn cho máy'),
  lessons: [
    {
      code: 'phishing',
      minutes: 7,
      title: both('Nhận ra thư giả mạo'),
      aim: both('…'),
      text: both('…'),
      checks: [],
    },
  ],
  competencies: [{ code: '4.1', level: 2 }],
}
const portal = {
  ...infosec,
  code: 'portal',
  for: ['team', 'citizen'] as Audience[],
  title: both('Hướng dẫn người dân', 'Guiding residents'),
  lessons: [],
  competencies: [{ code: '7.1', level: 2 }],
}
const modules = [infosec, portal]

describe('the search', () => {
  test.each([
    ['an toàn', ['infosec', 'portal']],
    ['AN TOAN THONG TIN', ['infosec']],
    ['gia mao', ['infosec']],
    ['dich vu cong', ['portal']],
    ['guiding', ['portal']],
    ['mạo nhận', ['infosec']],
    ['mạo dân', []],
  ])('%s', (q, found) => {
    expect(searchModules(modules, competencies, q).map(({ code }) => code)).toEqual(found)
  })
})

describe('the address', () => {
  const query = (search: string, first: 'mine' | 'all' = 'mine') =>
    catalogueQuery(new URLSearchParams(search), first)

  test('begins with the first view, whatever unknown view is asked for', () => {
    expect(query('')).toEqual({ view: 'mine', competency: '', q: '' })
    expect(query('view=nothing', 'all').view).toBe('all')
    expect(query('view=competency&competency=4.1')).toEqual({ view: 'competency', competency: '4.1', q: '' })
  })

  test('who has no work of their own here has no view of it', () => {
    expect(query('view=mine', 'all').view).toBe('all')
  })

  test('a search goes through all, trimmed and at most 100 characters', () => {
    expect(query('view=mine&q=++an++to%C3%A0n+')).toEqual({ view: 'all', competency: '', q: 'an toàn' })
    expect(query(`q=${'x'.repeat(500)}`).q).toHaveLength(100)
    expect(query('q=+++').view).toBe('mine')
  })
})

test('by competency: only those that some module teaches, in the order of the framework', () => {
  const groups = byCompetency([portal], competencies)
  expect(groups.map((group) => [group.competency.code, group.modules.map(({ code }) => code)])).toEqual([
    ['7.1', ['portal']],
  ])
})

test('what is for the audience comes first', () => {
  expect(audienceFirst(modules, 'team').map(({ code }) => code)).toEqual(['portal', 'infosec'])
  expect(audienceFirst(modules, null)).toEqual(modules)
})
