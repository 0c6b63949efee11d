import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../numeric/random'
import {
  addLogLikelihood,
  categories,
  categoryProbabilities,
  drawResponse,
  expectedScore,
  information,
  logProbability,
  slopes,
} from './models'
import type { ItemParameters } from './parameters'

const graded: ItemParameters = { model: 'grm', a: 1.3, b: [-1, 0.2, 1.5] }
const partial: ItemParameters = { model: 'gpcm', a: 0.9, b: [0.5, -0.7, 1.1] }
const guessed: ItemParameters = { model: '2pl', a: 1.4, b: 0.3, c: 0.2 }
const plain: ItemParameters = { model: '2pl', a: 0.8, b: -1 }

const a = fc.double({ min: 0.2, max: 4, noNaN: true })
const b = fc.double({ min: -4, max: 4, noNaN: true })
const steps = fc.array(b, { minLength: 1, maxLength: 5 })
const theta = fc.double({ min: -8, max: 8, noNaN: true })
const item: fc.Arbitrary<ItemParameters> = fc.oneof(
  fc.record({ model: fc.constant('2pl' as const), a, b, c: fc.constantFrom(undefined, 0, 0.2, 0.5) }),
  fc.record({ model: fc.constant('gpcm' as const), a, b: steps }),
  fc.record({
    model: fc.constant('grm' as const),
    a,
    b: steps.map((list) => list.sort((x, y) => x - y).map((x, i) => x + 0.05 * i)),
  }),
)

test('probabilities of the models, worked by hand', () => {
  const sigma = (x: number) => 1 / (1 + Math.exp(-x))
  expect(categoryProbabilities(plain, 0.5)[1]).toBeCloseTo(sigma(0.8 * 1.5), 12)
  expect(categoryProbabilities(guessed, 0.3)[1]).toBeCloseTo(0.2 + 0.8 * 0.5, 12)
  const p = categoryProbabilities(graded, 0)
  expect(p[0]).toBeCloseTo(1 - sigma(1.3), 12)
  expect(p[1]).toBeCloseTo(sigma(1.3) - sigma(-0.26), 12)
  expect(p[3]).toBeCloseTo(sigma(-1.95), 12)
  const tops = [0, 0.9 * -0.5, 0.9 * (-0.5 + 0.7), 0.9 * (-0.5 + 0.7 - 1.1)].map(Math.exp)
  const total = tops.reduce((x, y) => x + y)
  for (const [j, value] of categoryProbabilities(partial, 0).entries())
    expect(value).toBeCloseTo(tops[j]! / total, 12)
  expect([categories(plain), categories(graded)]).toEqual([2, 4])
})

test('probabilities sum to 1 and agree with their logarithms; the expected category rises', () => {
  fc.assert(
    fc.property(item, theta, (p, x) => {
      const probabilities = categoryProbabilities(p, x)
      expect(probabilities.length).toBe(categories(p))
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
      for (const [j, value] of probabilities.entries())
        expect(Math.exp(logProbability(p, j, x))).toBeCloseTo(value, 10)
      expect(expectedScore(p, x + 0.1)).toBeGreaterThanOrEqual(expectedScore(p, x) - 1e-12)
    }),
  )
})

test('slopes are the derivatives of the log-probability', () => {
  fc.assert(
    fc.property(item, fc.double({ min: -5, max: 5, noNaN: true }), fc.nat(), (p, x, seed) => {
      const j = seed % categories(p)
      const h = 1e-3
      const [low, middle, high] = [-h, 0, h].map((d) => logProbability(p, j, x + d)) as [
        number,
        number,
        number,
      ]
      const { first, second } = slopes(p, j, x)
      expect(first).toBeCloseTo((high - low) / (2 * h), 3)
      expect(second).toBeCloseTo((high - 2 * middle + low) / (h * h), 2)
    }),
  )
})

test('information is minus the expected second derivative', () => {
  fc.assert(
    fc.property(item, theta, (p, x) => {
      const expected = categoryProbabilities(p, x).reduce(
        (sum, probability, j) => sum - probability * slopes(p, j, x).second,
        0,
      )
      expect(information(p, x)).toBeCloseTo(expected, 8)
    }),
  )
})

test('information by the formulas of the textbooks', () => {
  for (const x of [-2, 0, 1.3]) {
    const [q, p] = categoryProbabilities(plain, x) as [number, number]
    expect(information(plain, x)).toBeCloseTo(0.64 * p * q, 12)
    const [w, r] = categoryProbabilities(guessed, x) as [number, number]
    expect(information(guessed, x)).toBeCloseTo(1.96 * (w / r) * ((r - 0.2) / 0.8) ** 2, 12)
    const probabilities = categoryProbabilities(partial, x)
    const mean = expectedScore(partial, x)
    const spread = probabilities.reduce((sum, value, j) => sum + value * (j - mean) ** 2, 0)
    expect(information(partial, x)).toBeCloseTo(0.81 * spread, 12)
  }
})

test('log-probabilities stay finite far out, where probabilities are 0 or 1', () => {
  for (const p of [plain, graded, partial, guessed])
    for (const x of [-900, -60, 60, 900])
      for (let j = 0; j < categories(p); j++) expect(Number.isFinite(logProbability(p, j, x))).toBe(true)
  expect(logProbability(plain, 1, -101)).toBeCloseTo(-80, 10)
  expect(logProbability(graded, 1, 60)).toBeCloseTo(-1.3 * 59.8 + Math.log(1 - Math.exp(-1.3 * 1.2)), 8)
})

test('a likelihood over many abilities adds the same log-probabilities', () => {
  const nodes = Float64Array.of(-40, -1, 0, 2, 40)
  for (const p of [plain, graded, partial, guessed]) {
    for (let j = 0; j < categories(p); j++) {
      const into = new Float64Array(nodes.length).fill(1)
      addLogLikelihood(p, j, nodes, into)
      nodes.forEach((x, i) => expect(into[i]).toBeCloseTo(1 + logProbability(p, j, x), 12))
    }
  }
})

test('drawn responses come as often as the model says', () => {
  const random = seeded('responses')
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < 40_000; i++) counts[drawResponse(graded, 0.4, random)]!++
  for (const [j, p] of categoryProbabilities(graded, 0.4).entries())
    expect(Math.abs(counts[j]! / 40_000 - p)).toBeLessThan(0.012)
})

test('a category that the item has not, and thresholds that descend, are refused', () => {
  expect(() => logProbability(plain, 2, 0)).toThrow(RangeError)
  expect(() => logProbability(partial, -1, 0)).toThrow(RangeError)
  expect(() => slopes(graded, 0.5, 0)).toThrow(RangeError)
  expect(() => categoryProbabilities({ model: 'grm', a: 1, b: [1, 0] }, 0)).toThrow(RangeError)
})
