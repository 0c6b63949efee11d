import { describe, expect, test } from 'vitest'
import { checkView, isCheck, otherAnswers } from './lesson-check'

const both = (vi: string) => ({ vi, en: `${vi} (en)` })
const option = (id: string, correct?: boolean) => ({ id, ...both(id), correct, feedback: both(`why ${id}`) })
const item = {
  id: 'm-c1@1',
  code: 'm-c1',
  version: 1,
  level: 1,
  competency: '4.1',
  purpose: 'teach' as const,
  stem: both('?'),
  explanation: both('because'),
}
const single = { ...item, kind: 'single' as const, options: [option('a'), option('b', true), option('c')] }
const multiple = {
  ...single,
  id: 'm-c2@1',
  code: 'm-c2',
  kind: 'multiple' as const,
  options: [option('a', true), option('b', true), option('c')],
}
const view = (which: typeof single | typeof multiple, search: string) =>
  checkView(which, new URLSearchParams(search), 'vi')

test('without an answer in the address the question is open', () => {
  expect(view(single, 'other=b')).toMatchObject({ chosen: [], empty: false, feedback: null, multiple: false })
})

describe('a single choice', () => {
  test.each([
    ['m-c1=b', 'right'],
    ['m-c1=a', 'wrong'],
  ])('%s is %s, and every option says why', (search, verdict) => {
    const { feedback } = view(single, search)
    expect(feedback?.verdict).toBe(verdict)
    expect(feedback?.parts.map(({ why }) => why)).toEqual(['why a', 'why b', 'why c'])
  })

  test('takes one of several that somebody wrote into the address', () => {
    expect(view(single, 'm-c1=c&m-c1=b').chosen).toEqual(['b'])
  })
})

describe('a multiple choice', () => {
  test.each([
    ['m-c2=a&m-c2=b&sent=m-c2', 'right'],
    ['m-c2=a,b', 'right'],
    ['m-c2=a', 'partly'],
    ['m-c2=a,b,c', 'partly'],
    ['m-c2=c', 'wrong'],
  ])('%s is %s', (search, verdict) => {
    expect(view(multiple, search).feedback?.verdict).toBe(verdict)
  })
})

test.each(['sent=m-c2', 'm-c2=x', 'm-c2=%3Cscript%3E'])(
  '%s is no choice, and the question says so',
  (search) => {
    expect(view(multiple, search)).toMatchObject({ chosen: [], empty: true, feedback: null })
  },
)

test('the answers of other checks stay', () => {
  const checks = [view(single, 'm-c1=b&m-c2=b&m-c2=a'), view(multiple, 'm-c1=b&m-c2=b&m-c2=a')]
  expect(otherAnswers(checks, 'm-c1')).toEqual({ 'm-c2': 'a,b' })
  expect(otherAnswers(checks, 'm-c2')).toEqual({ 'm-c1': 'b' })
})

test('only choices are checks', () => {
  expect(isCheck(single)).toBe(true)
  expect(isCheck({ ...item, kind: 'numeric', answer: 1, tolerance: 0 })).toBe(false)
})
