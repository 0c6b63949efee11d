import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classicalAnalysis } from './classical'
import { analyseForms } from './several-forms'

const table = fc
  .record({ people: fc.integer({ min: 10, max: 25 }), items: fc.integer({ min: 2, max: 6 }) })
  .chain(({ people, items }) =>
    fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: items, maxLength: items }), {
      minLength: people,
      maxLength: people,
    }),
  )

const close = (a: number | null, b: number | null, factor = 1) => {
  if (a === null || b === null) expect([a, b]).toEqual([null, null])
  else expect(a).toBeCloseTo(b * factor, 6)
}

describe('item analysis over several forms', () => {
  test('is Moodle’s where everybody met the same items', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const maxima = rows[0]!.map(() => 1)
        const moodle = classicalAnalysis(rows, maxima)
        const ours = analyseForms(rows, maxima)
        const percent = 100 / moodle.maximum
        expect(ours).toMatchObject({ people: rows.length, forms: 1 })
        close(ours.mean, moodle.mean, percent)
        close(ours.standardDeviation, moodle.standardDeviation, percent)
        close(ours.skewness, moodle.skewness)
        close(ours.kurtosis, moodle.kurtosis)
        close(ours.internalConsistency, moodle.internalConsistency)
        close(ours.errorRatio, moodle.errorRatio)
        ours.items.forEach((item, j) => {
          const other = moodle.items[j]!
          close(item.facility, other.facility)
          close(item.discriminationIndex, other.discriminationIndex)
          close(item.discriminativeEfficiency, other.discriminativeEfficiency)
          // Whether a covariance that is 0 comes out a hair below it is up to rounding.
          if (item.effectiveWeight && other.effectiveWeight)
            close(item.effectiveWeight, other.effectiveWeight)
        })
      }),
    )
  })

  test('does not take a longer form for a better person', () => {
    const short = Array.from({ length: 10 }, (_, i) => [1, i % 2, null, null])
    const long = Array.from({ length: 10 }, (_, i) => [1, i % 2, 1, i % 2])
    const { forms, mean, items } = analyseForms([...short, ...long], [1, 1, 1, 1])
    expect(forms).toBe(2)
    expect(mean).toBe(75)
    expect(items[0]!.facility).toBe(100)
    expect(items[2]!.attempts).toBe(10)
  })

  test('judges consistency within forms that enough people met', () => {
    const pair = (a: number, b: number) => [a, b, null]
    const enough = Array.from({ length: 12 }, (_, i) => pair(i % 2, i % 2))
    const few = [[null, null, 1]]
    const { judged, internalConsistency, standardError } = analyseForms([...enough, ...few], [1, 1, 1])
    expect(judged).toEqual({ forms: 1, people: 12 })
    expect(internalConsistency).toBeCloseTo(100, 10)
    expect(standardError).toBeCloseTo(0, 6)
    expect(analyseForms(few, [1, 1, 1])).toMatchObject({ internalConsistency: null, errorRatio: null })
    expect(analyseForms([], [1])).toMatchObject({ people: 0, mean: null, items: [{ facility: null }] })
  })
})
