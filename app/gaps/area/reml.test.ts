import { expect, test } from 'vitest'
import { cholesky, inverseFromCholesky, logDeterminant, matrix, times } from '~/assessment/numeric/matrix'
import { drawnAreas } from '../../../tests/builders/areas'
import { fayHerriot, type AreaInput } from './fay-herriot'
import { stepAt } from './reml'

const { input } = drawnAreas('derived', 14, 0.7, { from: 0.2, to: 2 })
const sampled = {
  estimate: Float64Array.from(input.estimate as number[]),
  variance: Float64Array.from(input.variance as number[]),
  columns: input.columns.map(({ values }) => values),
}
const [m, p] = [14, 2]

/** β, (X'V⁻¹X)⁻¹ and the restricted log-likelihood by dense matrices. */
function dense(between: number) {
  const w = sampled.variance.map((psi) => 1 / (between + psi))
  const x = (d: number, j: number) => sampled.columns[j]!.at(d)!
  const sum = (of: (d: number) => number) => Array.from(w, (_, d) => of(d)).reduce((a, b) => a + b, 0)
  const gram = matrix(p, p, (i, j) => sum((d) => w[d]! * x(d, i) * x(d, j)))
  const l = cholesky(gram)
  const q = inverseFromCholesky(l)
  const beta = times(
    q,
    Float64Array.from([0, 1], (j) => sum((d) => w[d]! * x(d, j) * sampled.estimate[d]!)),
  )
  const squares = sum((d) => w[d]! * (sampled.estimate[d]! - x(d, 0) * beta[0]! - x(d, 1) * beta[1]!) ** 2)
  const logs = sum((d) => Math.log(w[d]!))
  const restricted = -0.5 * ((m - p) * Math.log(2 * Math.PI) - logs + logDeterminant(l) + squares)
  return { q, beta, restricted, w, x }
}

test('likelihood, score and information are those of dense matrices and finite differences', () => {
  const h = 1e-5
  for (const between of [0.05, 0.5, 3]) {
    const step = stepAt(sampled, between)
    const here = dense(between)
    expect(step.restricted).toBeCloseTo(here.restricted, 9)
    step.beta.forEach((value, j) => expect(value).toBeCloseTo(here.beta[j]!, 9))
    const score = (dense(between + h).restricted - dense(between - h).restricted) / (2 * h)
    expect(step.score).toBeCloseTo(score, 6)
  }
})

test('the score varies by the information over data drawn from the model', () => {
  const between = 0.5
  const scores = Array.from({ length: 1500 }, (_, i) => {
    const drawn = drawnAreas(`score ${i}`, 14, Math.sqrt(between), { from: 0, to: 0 })
    // The same design and the same sampling variances for each draw of the areas.
    const noise = drawnAreas(`noise ${i}`, 14, 1, { from: 0, to: 0 })
    const estimate = sampled.estimate.map((_, d) => {
      const effect = drawn.truth[d]! - 2 - 0.5 * drawn.input.columns[1]!.values[d]!
      const error = noise.truth[d]! - 2 - 0.5 * noise.input.columns[1]!.values[d]!
      return effect + Math.sqrt(sampled.variance[d]!) * error
    })
    return stepAt({ ...sampled, estimate }, between).score
  })
  const mean = scores.reduce((sum, s) => sum + s, 0) / scores.length
  const variance = scores.reduce((sum, s) => sum + (s - mean) ** 2, 0) / scores.length
  const { information } = stepAt(sampled, between)
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(information / scores.length))
  expect(variance / information).toBeGreaterThan(0.8)
  expect(variance / information).toBeLessThan(1.25)
})

test('the mean squared error is g1 + g2 + 2 g3, g3 by the derivative of the weight', () => {
  const fit = fayHerriot(input)
  const between = fit.modelVariance.estimate
  const { q, w, x } = dense(between)
  const varianceOfVariance = 2 / w.reduce((sum, each) => sum + each * each, 0)
  fit.estimates.forEach(({ mse, weight }, d) => {
    const psi = sampled.variance[d]!
    const gamma = (value: number) => value / (value + psi)
    const g1 = gamma(between) * psi
    const b = 1 - gamma(between)
    const g2 =
      b *
      b *
      [0, 1].reduce((s, i) => s + [0, 1].reduce((t, j) => t + x(d, i) * x(d, j) * q.data[i * 2 + j]!, 0), 0)
    // Kackar and Harville 1984: (∂γ/∂σ²)² var(y) var(σ²).
    const h = 1e-5
    const slope = (gamma(between + h) - gamma(between - h)) / (2 * h)
    const g3 = slope ** 2 * (between + psi) * varianceOfVariance
    expect(weight).toBeCloseTo(gamma(between), 12)
    expect(mse).toBeCloseTo(g1 + g2 + 2 * g3, 7)
  })
})

test('an area without an estimate changes nothing for the others', () => {
  const blank: AreaInput = {
    names: [...input.names, 'Xã không lấy mẫu'],
    estimate: [...input.estimate, null],
    variance: [...input.variance, null],
    columns: input.columns.map(({ name, values }) => ({ name, values: Float64Array.from([...values, 1]) })),
  }
  const [one, other] = [fayHerriot(input), fayHerriot(blank)]
  expect(other.estimates.slice(0, m)).toEqual(one.estimates)
  expect(other.fit).toEqual(one.fit)
})
