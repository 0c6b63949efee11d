import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories, categoryProbabilities } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { posterior } from '../irt/posterior'
import type { Prior } from '../irt/prior'
import { matrix } from '../numeric/matrix'
import { normalPdf } from '../numeric/normal'
import { precisionOf, probabilityBelow, prospects } from './gain'

const prior: Prior = {
  mean: Float64Array.of(0.3, -0.5),
  covariance: matrix(2, 2, (i, j) => (i === j ? [1, 1.4][i]! : 0.7)),
}
const targets = [
  { dimension: 0, threshold: 0.2 },
  { dimension: 1, threshold: -1 },
]
const items: [string, ItemParameters][] = [
  ['2PL', { model: '2pl', a: 1.3, b: 0.4 }],
  ['a lower asymptote', { model: '2pl', a: 1.1, b: -0.6, c: 0.2 }],
  ['partial credit', { model: 'gpcm', a: 0.9, b: [-0.7, 0.5] }],
  ['graded', { model: 'grm', a: 1.5, b: [-0.5, 0.8] }],
]

/** Probability of each answer to an item on competency 0 and the sds after it, by the trapezium rule in two dimensions. */
function bruteForce(parameters: ItemParameters) {
  const many = categories(parameters)
  const sums = Array.from({ length: many }, () => ({ mass: 0, x: 0, xx: 0, y: 0, yy: 0 }))
  const slope = 0.7
  const rest = Math.sqrt(1.4 - 0.49)
  for (let u = -8; u <= 8; u += 0.02) {
    const x = 0.3 + u
    const probabilities = categoryProbabilities(parameters, x)
    for (let v = -8; v <= 8; v += 0.25) {
      const y = -0.5 + slope * u + rest * v
      const density = normalPdf(u) * normalPdf(v) * 0.02 * 0.25
      probabilities.forEach((probability, k) => {
        const w = density * probability
        const sum = sums[k]!
        sum.mass += w
        sum.x += w * x
        sum.xx += w * x * x
        sum.y += w * y
        sum.yy += w * y * y
      })
    }
  }
  return sums.map(({ mass, x, xx, y, yy }) => ({
    mass,
    sds: [Math.sqrt(xx / mass - (x / mass) ** 2), Math.sqrt(yy / mass - (y / mass) ** 2)],
  }))
}

describe('the expected gain of an item', () => {
  const state = { prior, posterior: posterior(prior, []), targets }
  const full = { ...state, domainOf: [0, 0], asked: [], shown: new Map(), people: 1, seconds: 0, seed: 's' }

  it.each(items)('agrees with brute force in two dimensions: %s', (_, parameters) => {
    const answers = bruteForce(parameters)
    const after = answers.reduce((sum, { mass, sds }) => sum + (mass * (sds[0]! + sds[1]!)) / 2, 0)
    const score = answers.reduce((sum, { mass }, y) => sum + mass * y, 0)
    const found = prospects(full, 0)(0, parameters)
    expect(found.after).toBeCloseTo(after, 6)
    expect(found.success).toBeCloseTo(score / (answers.length - 1), 6)
    expect(found.gain).toBeCloseTo((1 + Math.sqrt(1.4)) / 2 - after, 6)

    const weights = targets.map(({ dimension, threshold }) => {
      const below = probabilityBelow(full, dimension, threshold)
      return 0.4 + 0.6 * 4 * below * (1 - below)
    })
    const weighted = (sds: readonly number[]) => (weights[0]! * sds[0]! + weights[1]! * sds[1]!) / 2
    const expected = answers.reduce((sum, { mass, sds }) => sum + mass * weighted(sds), 0)
    expect(prospects(full, 0.6)(0, parameters).gain).toBeCloseTo(weighted([1, Math.sqrt(1.4)]) - expected, 6)
  })

  it.each(items)('is what the posterior then shows on average: %s', (_, parameters) => {
    const before = [
      { dimension: 0, parameters: { model: '2pl', a: 1, b: 0 } as const, category: 1 },
      { dimension: 1, parameters: { model: '2pl', a: 1.2, b: -0.4 } as const, category: 0 },
      { dimension: 1, parameters: { model: '2pl', a: 0.8, b: 0.5 } as const, category: 1 },
    ]
    const now = posterior(prior, before)
    const shares = expectedShares(parameters, now.mean[1]!, Math.sqrt(now.covariance.data[3]!))
    const after = shares.reduce((sum, share, category) => {
      const then = posterior(prior, [...before, { dimension: 1, parameters, category }])
      return sum + share * precisionOf({ posterior: then, targets })
    }, 0)
    expect(Math.abs(prospects({ ...full, posterior: now }, 0)(1, parameters).after - after)).toBeLessThan(
      0.002,
    )
  })

  it('is never negative: no answer is expected to make the sum of uncertainties larger', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(
        number(0.1, 4),
        number(-5, 5),
        number(0, 0.5),
        number(0.05, 3),
        number(-0.99, 0.99),
        (a, b, c, sd, r) => {
          const covariance = matrix(2, 2, (i, j) => (i === j ? sd * sd : r * sd * sd))
          const here = { prior, posterior: { mean: prior.mean, covariance, sites: [] }, targets }
          const { gain, success, after } = prospects({ ...full, ...here }, 0)(1, { model: '2pl', a, b, c })
          expect(gain).toBeGreaterThan(-1e-9)
          expect(gain).toBeCloseTo(precisionOf(here) - after, 9)
          expect(success).toBeGreaterThanOrEqual(0)
          expect(success).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

function expectedShares(parameters: ItemParameters, mean: number, sd: number): number[] {
  const shares = new Array<number>(categories(parameters)).fill(0)
  for (let u = -8; u <= 8; u += 0.01)
    categoryProbabilities(parameters, mean + sd * u).forEach(
      (p, y) => (shares[y]! += p * normalPdf(u) * 0.01),
    )
  return shares
}
