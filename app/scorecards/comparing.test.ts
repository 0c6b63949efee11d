import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, Criterion } from './card'
import { changeOf, comparableCodes } from './change'
import { cardChanges } from './diff'
import { nextRaises, toFind } from './raise'
import { scoreOf, type CriterionScore, type Reading } from './score'
import { standings } from './standing'

const criterion = (code: string, more: Partial<Criterion> = {}): Criterion => ({
  code,
  name: { vi: code, en: code },
  group: 'g',
  max: 10,
  source: { kind: 'indicator', indicator: code },
  rule: { kind: 'linear', floor: 0, goal: 100 },
  ...more,
})
const card = (...criteria: Criterion[]): Card => ({
  title: { vi: 'Bộ thử', en: 'A trial' },
  basis: { vi: 'Thử', en: 'Trial' },
  example: false,
  total: 10 * criteria.length,
  groups: [{ code: 'g', name: { vi: 'Nhóm', en: 'Group' } }],
  criteria,
})
const counted = (value: number, low = value, high = value): Reading => ({
  value,
  low,
  high,
  from: { kind: 'records', day: '2026-11-01' },
})
const surveyed = (id: string, value: number, low: number, high: number): Reading => ({
  value,
  low,
  high,
  from: { kind: 'campaign', id, title: { vi: id, en: id }, day: '2026-11-01' },
})
const scores = (of: Card, ...readings: Reading[]): CriterionScore[] =>
  of.criteria.map((each, i) => scoreOf(each, readings[i] ?? { missing: 'value' }))

describe('standings', () => {
  test('communes whose ranges overlap share places; those told apart do not', () => {
    const one = card(criterion('a'))
    const rows = [counted(90, 85, 95), counted(80, 75, 88), counted(20, 15, 25)].map((each) =>
      scores(one, each),
    )
    expect(standings(rows)).toEqual([
      { low: 1, high: 2, of: 3 },
      { low: 1, high: 2, of: 3 },
      { low: 3, high: 3, of: 3 },
    ])
  })

  test('only criteria of which both have a figure are compared, and who has few has no place', () => {
    const three = card(criterion('a'), criterion('b'), criterion('c'))
    const rows = [
      scores(three, counted(50), counted(50), counted(50)),
      scores(three, counted(60), counted(60)),
      scores(three, counted(99)),
    ]
    expect(standings(rows)).toEqual([{ low: 2, high: 2, of: 2 }, { low: 1, high: 1, of: 2 }, null])
  })

  test('every place lies within its range where all is known exactly', () => {
    const one = card(criterion('a'))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), (values) => {
        const found = standings(values.map((value) => scores(one, counted(value))))
        found.forEach((rank, i) => {
          const above = values.filter((each) => each > values[i]!).length
          const level = values.filter((each) => each === values[i]!).length
          expect(rank).toEqual({ low: above + 1, high: above + level, of: values.length })
        })
      }),
    )
  })
})

describe('change between two days', () => {
  const before = card(criterion('a'), criterion('b'), criterion('c'))

  test('a criterion whose scoring changed during the year is left out, one that was renamed is not', () => {
    const after = card(
      criterion('a', { name: { vi: 'Tên mới', en: 'A new name' } }),
      criterion('b', { max: 20 }),
      criterion('c', { rule: { kind: 'linear', floor: 0, goal: 50 } }),
      criterion('d'),
    )
    const codes = comparableCodes(before, after)
    expect([...codes]).toEqual(['a'])
    const was = scores(before, counted(10), counted(10), counted(10))
    const is = scores(after, counted(40), counted(90), counted(90), counted(90))
    expect(changeOf(was, is, codes)).toEqual({ points: 3, low: 3, high: 3, compared: 10, standing: 'up' })
    expect(cardChanges(before, after)).toEqual([
      expect.objectContaining({ code: 'a', kind: 'changed', parts: ['name'], compares: true }),
      expect.objectContaining({ code: 'b', kind: 'changed', parts: ['max'], compares: false }),
      expect.objectContaining({ code: 'c', kind: 'changed', parts: ['rule'], compares: false }),
      expect.objectContaining({ code: 'd', kind: 'added' }),
    ])
  })

  test('a retired criterion counts on neither side', () => {
    const after = card(criterion('a'), criterion('b', { retired: true }), criterion('c'))
    expect([...comparableCodes(before, after)]).toEqual(['a', 'c'])
    expect(cardChanges(before, after)).toEqual([expect.objectContaining({ code: 'b', kind: 'retired' })])
  })

  test('a criterion that was moved is told, those it passed are not', () => {
    const after = card(criterion('c'), criterion('a'), criterion('b'))
    expect(cardChanges(before, after)).toEqual([
      expect.objectContaining({ code: 'c', parts: ['place'], compares: true }),
    ])
  })

  test('what a survey measured moves only where the ranges leave each other, and not within one survey', () => {
    const codes = comparableCodes(before, before)
    const was = scores(before, surveyed('one', 50, 40, 60))
    expect(changeOf(was, scores(before, surveyed('one', 50, 40, 60)), codes)).toMatchObject({
      points: 0,
      low: 0,
      high: 0,
    })
    expect(changeOf(was, scores(before, surveyed('two', 58, 50, 66)), codes)).toMatchObject({
      standing: 'unclear',
    })
    expect(changeOf(was, scores(before, surveyed('two', 80, 70, 90)), codes)).toEqual({
      points: 3,
      low: 1,
      high: 5,
      compared: 10,
      standing: 'up',
    })
  })

  test('nothing is said where no criterion has a figure on both days', () => {
    expect(changeOf(scores(before), scores(before, counted(5)), comparableCodes(before, before))).toBeNull()
  })
})

describe('what would raise the score next', () => {
  test('a step is a quarter of the way, counted from the floor, and ends at the goal', () => {
    const one = card(criterion('a', { max: 8, rule: { kind: 'linear', floor: 20, goal: 80 } }))
    const step = (value: number) => nextRaises(one, scores(one, counted(value)))
    expect(step(35)).toEqual([{ code: 'a', from: 35, to: 50, need: 15, gain: 2, beyond: 4 }])
    expect(step(5)).toEqual([{ code: 'a', from: 5, to: 35, need: 30, gain: 2, beyond: 6 }])
    expect(step(76)[0]).toMatchObject({ to: 80, beyond: 0 })
    expect(step(80)).toEqual([])
  })

  test('of steps the next threshold, of a no a yes; most points first', () => {
    const several = card(
      criterion('a', {
        max: 3,
        rule: {
          kind: 'steps',
          better: 'higher',
          steps: [
            { at: 1, points: 1 },
            { at: 3, points: 3 },
          ],
        },
      }),
      criterion('b', { max: 5, source: { kind: 'yesno' }, rule: { kind: 'yesno' } }),
      criterion('c', { max: 4, rule: { kind: 'linear', floor: 50, goal: 10 } }),
      criterion('d'),
    )
    const found = nextRaises(
      several,
      scores(several, counted(1), counted(0), counted(30), { missing: 'hidden' }),
    )
    expect(found.map(({ code, to, gain }) => [code, to, gain])).toEqual([
      ['b', 1, 5],
      ['a', 3, 2],
      ['c', 20, 1],
    ])
  })

  test('taking the step gives the points that were promised', () => {
    const values = fc.double({ min: -50, max: 150, noNaN: true })
    fc.assert(
      fc.property(values, fc.boolean(), (value, isLower) => {
        const rule = isLower
          ? ({ kind: 'linear', floor: 90, goal: 10 } as const)
          : ({ kind: 'linear', floor: 10, goal: 90 } as const)
        const one = card(criterion('a', { rule }))
        const [raise] = nextRaises(one, scores(one, counted(value)))
        if (!raise) return
        const [is] = scores(one, counted(raise.to))
        const [was] = scores(one, counted(value))
        expect(is!.points!.value - was!.points!.value).toBeCloseTo(raise.gain, 9)
        expect(raise.gain).toBeGreaterThan(0)
      }),
    )
  })

  test('figures that somebody can bring are named apart, and hidden ones are not asked for', () => {
    const several = card(criterion('a', { max: 2 }), criterion('b', { max: 5 }), criterion('c'))
    const found = toFind(scores(several, { missing: 'entry' }, { missing: 'value' }, { missing: 'hidden' }))
    expect(found).toEqual([
      { code: 'b', missing: 'value', gain: 5 },
      { code: 'a', missing: 'entry', gain: 2 },
    ])
  })
})
