import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gaussHermite, normalGrid } from '../numeric/quadrature'
import { eap, map } from './ability'
import { categoryProbabilities, slopes } from './models'
import type { ItemParameters } from './parameters'

const standard = { mean: 0, sd: 1 }
/** LSAT section 6 (Bock and Lieberman 1970, Psychometrika 35:179), common-slope estimates, and its published EAPs. */
const lsat6 = [-3.615, -1.322, -0.318, -1.73, -2.78].map((b) => ({ model: '2pl' as const, a: 0.755, b }))
const published = [-1.91, -1.429, -0.941, -0.439, 0.084, 0.632]
const answers = (categories: number[]) =>
  lsat6.map((parameters, i) => ({ parameters, category: categories[i]! }))

test.each(published.map((value, right) => [right, value] as const))(
  'LSAT-6: EAP of %d right answers is the published one',
  (right, value) => {
    const { mean } = eap(answers([0, 1, 2, 3, 4].map((i) => (i < right ? 1 : 0))), standard)
    expect(Math.abs(mean - value)).toBeLessThan(0.001)
  },
)

test('with one slope the number right is enough, whichever answers they are', () => {
  const one = eap(answers([1, 1, 0, 0, 0]), standard)
  const other = eap(answers([0, 0, 1, 0, 1]), standard)
  expect(one.mean).toBeCloseTo(other.mean, 10)
  expect(one.sd).toBeCloseTo(other.sd, 10)
})

test('no answer gives the prior, and rules of quadrature agree', () => {
  const prior = { mean: -0.4, sd: 1.3 }
  expect(eap([], prior).mean).toBeCloseTo(-0.4, 10)
  expect(eap([], prior).sd).toBeCloseTo(1.3, 6)
  expect(map([], prior)).toEqual({ mean: -0.4, sd: 1.3 })
  const list = answers([1, 0, 1, 1, 0])
  for (const rule of [normalGrid(61), gaussHermite(40)]) {
    expect(eap(list, prior, rule).mean).toBeCloseTo(eap(list, prior).mean, 6)
    expect(eap(list, prior, rule).sd).toBeCloseTo(eap(list, prior).sd, 6)
  }
})

const item: fc.Arbitrary<ItemParameters> = fc.record({
  model: fc.constant('2pl' as const),
  a: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
  b: fc.double({ min: -3, max: 3, noNaN: true }),
  c: fc.constantFrom(0, 0.2),
})
const response = fc.record({
  parameters: fc.oneof(
    item,
    fc.constant<ItemParameters>({ model: 'grm', a: 1.2, b: [-1, 1] }),
    fc.constant<ItemParameters>({ model: 'gpcm', a: 0.9, b: [0.4, -0.4] }),
  ),
  category: fc.constantFrom(0, 1),
})
const responses = fc.array(response, { maxLength: 40 })

test('the mode is a stationary point and its curvature gives the sd', () => {
  fc.assert(
    fc.property(responses, (list) => {
      const { mean, sd } = map(list, standard)
      const at = list.map((r) => slopes(r.parameters, r.category, mean))
      expect(at.reduce((sum, s) => sum + s.first, -mean)).toBeCloseTo(0, 6)
      expect(sd).toBeGreaterThan(0)
      if (list.every(({ parameters }) => parameters.model !== '2pl' || !parameters.c))
        expect(1 / sd ** 2).toBeCloseTo(
          at.reduce((sum, s) => sum - s.second, 1),
          6,
        )
    }),
  )
})

test('a right answer raises the ability; without guessing no answers make it less certain than the prior', () => {
  fc.assert(
    fc.property(responses, item, (list, parameters) => {
      const before = eap(list, standard)
      expect(eap([...list, { parameters, category: 1 }], standard).mean).toBeGreaterThan(before.mean - 1e-9)
      expect(eap([...list, { parameters, category: 0 }], standard).mean).toBeLessThan(before.mean + 1e-9)
      if (list.every((r) => r.parameters.model !== '2pl' || !r.parameters.c))
        expect(before.sd).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

test('on average over its own prediction an answer lowers the variance, though one surprise can raise it', () => {
  const next: ItemParameters = { model: '2pl', a: 4, b: -2 }
  const list = [{ parameters: { model: '2pl' as const, a: 4, b: 2 }, category: 1 }]
  const before = eap(list, standard)
  const nodes = normalGrid(2001, -8, 8)
  const posterior = nodes.nodes.map((x, i) =>
    list.reduce((w, r) => w * categoryProbabilities(r.parameters, x)[1]!, nodes.weights[i]!),
  )
  const total = posterior.reduce((sum, w) => sum + w, 0)
  const right = nodes.nodes.reduce(
    (sum, x, i) => sum + (posterior[i]! / total) * categoryProbabilities(next, x)[1]!,
    0,
  )
  const after = [0, 1].map((category) => eap([...list, { parameters: next, category }], standard))
  expect(after[0]!.sd).toBeGreaterThan(before.sd)
  const meanVariance = right * after[1]!.sd ** 2 + (1 - right) * after[0]!.sd ** 2
  expect(meanVariance).toBeLessThan(before.sd ** 2)
})

test('extreme patterns stay finite', () => {
  const hard = Array.from({ length: 60 }, () => ({
    parameters: { model: '2pl' as const, a: 3, b: 8, c: 0.2 },
    category: 1,
  }))
  for (const estimate of [eap(hard, standard), map(hard, standard)]) {
    expect(Number.isFinite(estimate.mean)).toBe(true)
    expect(estimate.sd).toBeGreaterThan(0)
  }
})
