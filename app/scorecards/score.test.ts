import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion, Rule } from './card'
import { pointsOf, scoreOf, totalOf, unconfirmedPoints, type Reading } from './score'

const linear: Rule = { kind: 'linear', floor: 20, goal: 80 }
const steps: Rule = {
  kind: 'steps',
  better: 'higher',
  steps: [
    { at: 50, points: 1 },
    { at: 70, points: 2.5 },
    { at: 90, points: 4 },
  ],
}
const figures = fc.double({ min: -1000, max: 1000, noNaN: true })
const tenths = (most: number) => fc.integer({ min: 1, max: most * 10 }).map((n) => n / 10)
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc
    .tuple(figures, figures)
    .filter(([floor, goal]) => Math.abs(goal - floor) > 1e-6)
    .map(([floor, goal]): Rule => ({ kind: 'linear', floor, goal })),
  fc
    .tuple(
      fc.constantFrom('higher' as const, 'lower' as const),
      fc.uniqueArray(figures, { minLength: 1, maxLength: 6 }),
    )
    .map(([better, at]): Rule => ({
      kind: 'steps',
      better,
      steps: at
        .sort((a, b) => (better === 'higher' ? a - b : b - a))
        .map((each, i) => ({ at: each, points: i + 1 })),
    })),
)
const betterIsHigher = (rule: Rule) =>
  rule.kind === 'linear' ? rule.goal > rule.floor : rule.kind === 'steps' ? rule.better === 'higher' : true

describe('points for a value', () => {
  test.each<[Rule, number, number, number]>([
    [linear, 6, 20, 0],
    [linear, 6, 50, 3],
    [linear, 6, 80, 6],
    [linear, 6, 99, 6],
    [linear, 6, -5, 0],
    [linear, 8, 55.2, 4.7],
    [{ kind: 'linear', floor: 30, goal: 10 }, 4, 15, 3],
    [steps, 4, 49.9, 0],
    [steps, 4, 50, 1],
    [steps, 4, 89, 2.5],
    [steps, 4, 100, 4],
    [
      {
        kind: 'steps',
        better: 'lower',
        steps: [
          { at: 10, points: 1 },
          { at: 5, points: 2 },
        ],
      },
      2,
      7,
      1,
    ],
    [{ kind: 'yesno' }, 3, 1, 3],
    [{ kind: 'yesno' }, 3, 0, 0],
  ])('%j of %d points at %d', (rule, max, value, points) => {
    expect(pointsOf(rule, max, value)).toBe(points)
  })

  test('a value that is none, and a rule without a range, are refused', () => {
    expect(() => pointsOf(linear, 6, NaN)).toThrow(RangeError)
    expect(() => pointsOf({ kind: 'linear', floor: 5, goal: 5 }, 6, 5)).toThrow(RangeError)
  })

  test('stay between nothing and all of them, in tenths, and never fall where the value gets better', () => {
    fc.assert(
      fc.property(rules, tenths(100), figures, figures, (rule, max, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const points = [pointsOf(rule, max, low), pointsOf(rule, max, high)] as const
        for (const each of points) {
          expect(each).toBeGreaterThanOrEqual(0)
          expect(each).toBeLessThanOrEqual(max)
          expect(each * 10).toBeCloseTo(Math.round(each * 10), 9)
        }
        const [worse, better] = betterIsHigher(rule) ? points : [points[1], points[0]]
        expect(better).toBeGreaterThanOrEqual(worse)
      }),
    )
  })
})

const criterion = (code: string, max: number, rule: Rule = linear): Criterion => ({
  code,
  name: { vi: code, en: code },
  group: 'g',
  max,
  source: { kind: 'indicator', indicator: code },
  rule,
})
const read = (value: number, low = value, high = value): Reading => ({
  value,
  low,
  high,
  from: { kind: 'records', day: '2026-11-01' },
})

describe('scores', () => {
  test('the interval of a value becomes the range of its points, also where less is better', () => {
    expect(scoreOf(criterion('a', 6), read(50, 44, 62)).points).toEqual({ value: 3, low: 2.4, high: 4.2 })
    const lower = criterion('a', 6, { kind: 'linear', floor: 80, goal: 20 })
    expect(scoreOf(lower, read(50, 44, 62)).points).toEqual({ value: 3, low: 1.8, high: 3.6 })
  })

  test('the points always lie within their range', () => {
    fc.assert(
      fc.property(rules, tenths(100), fc.tuple(figures, figures, figures), (rule, max, values) => {
        const [low, value, high] = [...values].sort((a, b) => a - b) as [number, number, number]
        const { points } = scoreOf(criterion('a', max, rule), read(value, low, high))
        expect(points!.low).toBeLessThanOrEqual(points!.value)
        expect(points!.high).toBeGreaterThanOrEqual(points!.value)
      }),
    )
  })

  test('a criterion without a figure is not the same as one without points', () => {
    const known = [scoreOf(criterion('a', 6), read(20)), scoreOf(criterion('b', 4), read(80, 65, 90))]
    const hidden = scoreOf(criterion('c', 10), { missing: 'hidden' })
    expect(hidden.points).toBeNull()
    expect(totalOf([...known, hidden])).toEqual({ points: 4, low: 3, high: 4, known: 10, of: 20 })
    expect(totalOf([hidden])).toEqual({ points: 0, low: 0, high: 0, known: 0, of: 10 })
  })

  test('a total adds up what is shown, to the tenth', () => {
    const tenthsOf = fc.array(tenths(10), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(tenthsOf, (maxima) => {
        const scores = maxima.map((max, i) => scoreOf(criterion(String(i), max), read(80)))
        const whole = maxima.reduce((sum, max) => sum + Math.round(max * 10), 0) / 10
        expect(totalOf(scores)).toMatchObject({ points: whole, known: whole, of: whole })
      }),
    )
  })

  test('points that wait to be confirmed are told apart', () => {
    const entry = (confirmed: boolean): Reading => ({
      value: 80,
      low: 80,
      high: 80,
      from: { kind: 'entry', id: 1, day: '2026-11-01', evidence: 'Công văn số 12', confirmed },
    })
    expect(
      unconfirmedPoints([scoreOf(criterion('a', 6), entry(true)), scoreOf(criterion('b', 4), entry(false))]),
    ).toBe(4)
  })
})
