import { describe, expect, test } from 'vitest'
import type { Card, Criterion } from './card'
import { cardFaults } from './card-faults'
import { criterionValues, readCriterion } from './edit/criterion-form'
import { withCriterion, withMoved, withRetired } from './edit/edit-card'
import { readSettings, settingsValues } from './edit/settings-form'
import { readEntry } from './entry/entry-form'
import { exampleCard } from './example.server'

process.env.CONTENT_DIR ??= 'content'
const example = await exampleCard()
const known = {
  measures: new Set(['d:4', 'd:7']),
  modules: new Set(['infosec']),
  indicators: new Set(['filed-online', 'on-time', 'paid-online', 'digitised']),
}
const keys = (card: Card) => cardFaults(card, known).map(({ key, criterion }) => [key, criterion])

describe('the example that ships', () => {
  test('adds up to 100 points, has 15 to 25 criteria in every group, and no fault', () => {
    expect(cardFaults(example, known)).toEqual([])
    expect(example.total).toBe(100)
    expect(example.criteria.length).toBeGreaterThanOrEqual(15)
    expect(example.criteria.length).toBeLessThanOrEqual(25)
    for (const { code } of example.groups)
      expect(example.criteria.some(({ group }) => group === code)).toBe(true)
  })

  test('says in both languages that it is an example and rests on no legal text', () => {
    expect(example.example).toBe(true)
    expect(example.basis.vi).toContain('không dựa trên văn bản quy phạm nào')
    expect(example.basis.en).toContain('rests on no legal text')
  })
})

describe('what keeps a card from being published', () => {
  const change = (code: string, more: Partial<Criterion>): Card => ({
    ...example,
    criteria: example.criteria.map((each) => (each.code === code ? { ...each, ...more } : each)),
  })

  test('points that do not add up', () => {
    expect(cardFaults(change('1.1', { max: 9 }), known)).toEqual([
      { key: 'fault.sum', values: { sum: '99', total: '100' } },
    ])
    expect(keys(withRetired(example, '1.1', true))).toEqual([['fault.sum', undefined]])
  })

  test('a code twice, a group or a measure that is not there, a rule that does not fit', () => {
    expect(keys(change('1.2', { code: '1.1' }))).toEqual([['fault.twice', '1.1']])
    expect(keys(change('1.1', { group: 'no-such' }))).toEqual([['fault.group', '1.1']])
    const gone = { kind: 'product', measure: 'module-finished', parameter: 'no-such' } as const
    expect(keys(change('5.2', { source: gone }))).toEqual([['fault.source', '5.2']])
    expect(
      keys(change('1.2', { source: { kind: 'product', measure: 'at-target', parameter: 'd:99' } })),
    ).toEqual([['fault.source', '1.2']])
    expect(keys(change('3.1', { rule: { kind: 'yesno' } }))).toEqual([['fault.rule', '3.1']])
    expect(keys(change('3.1', { rule: { kind: 'linear', floor: 5, goal: 5 } }))).toEqual([
      ['fault.range', '3.1'],
    ])
  })

  test('steps that run both ways, or do not reach the most points', () => {
    const steps = (points: number[]) => ({
      rule: {
        kind: 'steps' as const,
        better: 'higher' as const,
        steps: points.map((each, i) => ({ at: 10 * (i + 1), points: each })),
      },
    })
    expect(keys(change('1.3', steps([2, 1, 4])))).toEqual([['fault.steps', '1.3']])
    expect(keys(change('1.3', steps([1, 2, 3])))).toEqual([['fault.most', '1.3']])
  })

  test('an indicator that the province does not keep is no fault: its values may come later', () => {
    expect(cardFaults(example, { ...known })).toEqual([])
    expect(cardFaults({ ...example, criteria: [] }, known).map(({ key }) => key)).toEqual(['fault.none'])
  })
})

describe('the form of a criterion', () => {
  test('gives back every criterion of the example as it was', () => {
    for (const each of example.criteria)
      expect(readCriterion(criterionValues(each), each.code, example, known).value, each.code).toEqual(each)
  })

  test('names what is wrong with each field', () => {
    const read = (typed: Record<string, string>) => readCriterion(typed, null, example, known).faults?.errors
    expect(read({})).toEqual({
      code: 'typed.code',
      nameVi: 'typed.name',
      max: 'typed.number',
      source: 'typed.source',
    })
    const fine = { code: '9.1', nameVi: 'Thử', group: 'people', max: '2,5', source: 'yesno' }
    expect(read(fine)).toBeUndefined()
    expect(read({ ...fine, code: 'new' })).toEqual({ code: 'typed.code' })
    expect(read({ ...fine, max: '2,55' })).toEqual({ max: 'typed.points' })
    expect(read({ ...fine, source: 'indicator/gone' })).toEqual({
      source: 'typed.indicator',
      rule: 'typed.rule',
    })
    expect(read({ ...fine, source: 'indicator/gone', rule: 'linear', floor: '1', goal: '2' })).toEqual({
      source: 'typed.indicator',
    })
    expect(read({ ...fine, source: 'level', levels: 'Chưa | None | 0\nCó | Yes' })).toMatchObject({
      levels: 'typed.level',
    })
    expect(
      read({ ...fine, source: 'indicator/on-time', rule: 'higher', steps: '50: 1\n60: nhiều' }),
    ).toMatchObject({
      steps: 'typed.step',
    })
  })
})

describe('editing a card', () => {
  test('a new criterion stands behind those of its group; a code that is taken is refused', () => {
    const added = withCriterion(example, null, { ...example.criteria[0]!, code: '1.9' }) as Card
    expect(added.criteria.map(({ code }) => code).indexOf('1.9')).toBe(5)
    expect(withCriterion(example, null, example.criteria[0]!)).toBe('taken')
  })

  test('moving stays within the group', () => {
    const order = (card: Card) => card.criteria.slice(0, 6).map(({ code }) => code)
    expect(order(withMoved(example, '1.1', 1))).toEqual(['1.2', '1.1', '1.3', '1.4', '1.5', '2.1'])
    expect(order(withMoved(example, '1.5', 1))).toEqual(order(example))
    expect(order(withMoved(example, '1.1', -1))).toEqual(order(example))
  })

  test('settings come back as they were, and a group with criteria cannot be left out', () => {
    expect(readSettings(settingsValues(example), example).value).toMatchObject({
      title: example.title,
      groups: example.groups,
      example: true,
    })
    const typed = { ...settingsValues(example), groups: 'people | Con người |', total: 'trăm' }
    expect(readSettings(typed, example).faults?.errors).toEqual({
      groups: 'typed.groupUsed',
      total: 'typed.total',
    })
  })
})

describe('an entry', () => {
  const today = '2026-11-22'
  const fine = { value: '1', date: '01/11/2026', evidence: 'Quyết định số 12/QĐ-UBND' }
  const errors = (typed: Record<string, string>) => readEntry(typed, { kind: 'yesno' }, today).faults?.errors

  test('is taken with a value, a day and evidence', () => {
    expect(readEntry(fine, { kind: 'yesno' }, today).value).toEqual({
      value: 1,
      date: '2026-11-01',
      evidence: 'Quyết định số 12/QĐ-UBND',
    })
  })

  test('is refused without evidence, with a day to come, with a value that is none', () => {
    expect(errors({ ...fine, evidence: ' ' })).toEqual({ evidence: 'entry.fault.evidence' })
    expect(errors({ ...fine, evidence: 'có' })).toEqual({ evidence: 'entry.fault.evidenceShort' })
    expect(errors({ ...fine, date: '23/11/2026' })).toEqual({ date: 'entry.fault.future' })
    expect(errors({ ...fine, date: '11/23/2026' })).toEqual({ date: 'entry.fault.date' })
    expect(errors({ ...fine, value: '2' })).toEqual({ value: 'entry.fault.choice' })
    const number = { kind: 'number' as const, unit: { vi: 'buổi', en: 'sessions' }, least: 0, most: 50 }
    expect(readEntry({ ...fine, value: '51' }, number, today).faults?.values.value).toEqual({
      least: '0',
      most: '50',
    })
    expect(readEntry({ ...fine, value: '12,5' }, number, today).value?.value).toBe(12.5)
  })
})
