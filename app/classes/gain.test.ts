import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemParameters } from '~/assessment/irt/parameters'
import { drawResponse } from '~/assessment/irt/models'
import { normalDraw, seeded } from '~/assessment/numeric/random'
import { classGain, studentQuantile, type Participation } from './gain'
import { warm } from './quiz/warm'

const measured = (ability: number, score = 0.5, below: number | null = null) => ({ score, ability, below })

test('the gain is the mean of the paired differences with Student’s interval', () => {
  const people: Participation[] = [0, 1, 2, 3, 4].map((i) => ({
    before: measured(i, 0.4, 0.8),
    after: measured(i + [0.2, 0.4, 0.6, 0.8, 1.0][i]!, 0.6, 0.5),
  }))
  const { result, ...counts } = classGain(people)
  expect(counts).toEqual({ both: 5, onlyBefore: 0, onlyAfter: 0 })
  // s = √0.1, s/√5 = 0.141421, t(0.95; 4) = 2.131847
  expect(result!.gain).toBeCloseTo(0.6, 12)
  expect(result!.error).toBeCloseTo(Math.sqrt(0.1 / 5), 12)
  expect(result!.low).toBeCloseTo(0.6 - 2.131847 * 0.141421, 3)
  expect(result!.high).toBeCloseTo(0.6 + 2.131847 * 0.141421, 3)
  expect(result).toMatchObject({ clear: 'more', belowBefore: 0.8, belowAfter: 0.5 })
  expect(result!.scoreAfter - result!.scoreBefore).toBeCloseTo(0.2, 12)
})

test('fewer than five pairs give no figure; who answered one form only is told apart', () => {
  const both: Participation = { before: measured(0), after: measured(1) }
  const people = [
    ...Array.from({ length: 4 }, () => both),
    { before: measured(0), after: null },
    { before: null, after: measured(0) },
    { before: null, after: null },
  ]
  expect(classGain(people)).toEqual({ both: 4, onlyBefore: 1, onlyAfter: 1, result: null })
  expect(classGain([...people, both]).result).not.toBeNull()
})

test('shares below the target are said only where five people have one', () => {
  const aimed: Participation = { before: measured(0, 0.5, 0.9), after: measured(0.5, 0.5, 0.4) }
  const free: Participation = { before: measured(0), after: measured(0.4) }
  expect(classGain([aimed, aimed, aimed, aimed, free]).result).toMatchObject({ belowBefore: null })
  expect(classGain([aimed, aimed, aimed, aimed, aimed, free]).result!.belowBefore).toBeCloseTo(0.9, 12)
})

test.each([
  [4, 2.131847],
  [9, 1.833113],
  [30, 1.697261],
])('Student’s quantile at 0.95 with %i degrees of freedom', (degrees, exact) => {
  expect(Math.abs(studentQuantile(0.95, degrees) - exact)).toBeLessThan(0.002)
})

test('shifting everybody after the class shifts the gain and leaves its error', () => {
  const abilities = fc.array(
    fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
    {
      minLength: 5,
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(abilities, fc.double({ min: -2, max: 2, noNaN: true }), (pairs, shift) => {
      const at = (by: number) =>
        classGain(pairs.map(([a, b]) => ({ before: measured(a), after: measured(b + by) }))).result!
      const [plain, shifted] = [at(0), at(shift)]
      expect(shifted.gain - plain.gain).toBeCloseTo(shift, 8)
      expect(shifted.error).toBeCloseTo(plain.error, 8)
      expect(shifted.low).toBeLessThanOrEqual(shifted.gain)
      expect(shifted.high).toBeGreaterThanOrEqual(shifted.gain)
    }),
  )
})

test('the estimate of an ability recovers it without bias where the form is long, and is finite at the ends', () => {
  const items: ItemParameters[] = Array.from({ length: 40 }, (_, i) => ({
    model: '2pl',
    a: 1.2,
    b: -2 + i / 10,
  }))
  const random = seeded('warm')
  for (const theta of [-1, 0, 1.2]) {
    const estimates = Array.from(
      { length: 200 },
      () =>
        warm(items.map((parameters) => ({ parameters, category: drawResponse(parameters, theta, random) })))
          .mean,
    )
    expect(Math.abs(estimates.reduce((a, b) => a + b, 0) / 200 - theta)).toBeLessThan(0.08)
  }
  const all = warm(items.map((parameters) => ({ parameters, category: 1 })))
  const none = warm(items.map((parameters) => ({ parameters, category: 0 })))
  expect(all.mean).toBeGreaterThan(2)
  expect(none.mean).toBeLessThan(-2)
  expect(all.mean).toBeLessThan(6)
})

test('in simulated classes the known gain is recovered and the 90 % interval covers it about 90 times in a hundred', () => {
  const form = (from: number): ItemParameters[] =>
    Array.from({ length: 12 }, (_, i) => ({
      model: '2pl',
      a: 0.8 + (i % 4) * 0.2,
      b: -1.5 + i * 0.27 + from,
    }))
  const forms = { before: form(0), after: form(0.05) }
  const random = seeded('classes')
  const truth = 0.6
  const classes = 250
  let covered = 0
  let sum = 0
  const abilityOf = (items: ItemParameters[], theta: number) =>
    warm(items.map((parameters) => ({ parameters, category: drawResponse(parameters, theta, random) }))).mean
  for (let k = 0; k < classes; k += 1) {
    const people = Array.from({ length: 20 }, (): Participation => {
      const theta = normalDraw(random)
      const later = theta + truth + 0.3 * normalDraw(random)
      return {
        before: measured(abilityOf(forms.before, theta)),
        after: measured(abilityOf(forms.after, later)),
      }
    })
    const { gain, low, high } = classGain(people).result!
    sum += gain
    if (low <= truth && truth <= high) covered += 1
  }
  expect(Math.abs(sum / classes - truth)).toBeLessThan(0.06)
  expect(covered / classes).toBeGreaterThan(0.86)
  expect(covered / classes).toBeLessThan(0.94)
}, 60_000)
