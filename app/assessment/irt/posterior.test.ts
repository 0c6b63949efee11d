import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainMoments } from '../../../scripts/bench/measurement/chain'
import { benchPatterns, fixedForm, shippedPrior } from '../../../scripts/bench/measurement/patterns'
import { cholesky, inverseFromCholesky, matrix, times } from '../numeric/matrix'
import { seeded, shuffle } from '../numeric/random'
import { eap } from './ability'
import type { Observation } from './likelihood'
import { logProbability } from './models'
import type { ItemParameters } from './parameters'
import { fromSites, informed, type Posterior, posterior, priorReduction, update } from './posterior'
import { type Prior, structuredPrior } from './prior'

const sdOf = ({ mean, covariance }: Posterior, k: number) =>
  Math.sqrt(covariance.data[k * (mean.length + 1)]!)
const choice = (a: number, b: number, c = 0): ItemParameters => ({ model: '2pl', a, b, c })
const seen = (dimension: number, parameters: ItemParameters, category: number): Observation => ({
  dimension,
  parameters,
  category,
})

test('one competency: the exact moments of the one-dimensional quadrature', () => {
  const prior = structuredPrior([0], { general: 0.5, domain: 0.3, own: 0.2 }, 0.3)
  const list = [
    seen(0, choice(1.2, -0.4), 1),
    seen(0, choice(0.8, 0.9, 0.2), 0),
    seen(0, { model: 'gpcm', a: 1.1, b: [-0.6, 0.7] }, 1),
    seen(0, { model: 'grm', a: 1.4, b: [-1, 0.1, 1] }, 2),
  ]
  const exact = eap(list, { mean: 0.3, sd: 1 })
  const result = posterior(prior, list)
  expect(result.mean[0]).toBeCloseTo(exact.mean, 5)
  expect(sdOf(result, 0)).toBeCloseTo(exact.sd, 5)
})

test('no answer gives the prior', () => {
  const result = posterior(shippedPrior, [])
  expect(result).toEqual({ ...shippedPrior, sites: [] })
  expect(priorReduction(shippedPrior, result).every((share) => share === 0)).toBe(true)
})

/** Means and sds by summing over a grid of all abilities at once. */
function bruteForce(prior: Prior, observations: readonly Observation[], points: number) {
  const n = prior.mean.length
  const precision = inverseFromCholesky(cholesky(prior.covariance))
  const nodes = Array.from({ length: points }, (_, i) => -6 + (12 * i) / (points - 1))
  const tables = Array.from({ length: n }, (_, k) =>
    nodes.map((x) =>
      observations
        .filter(({ dimension }) => dimension === k)
        .reduce((sum, o) => sum + logProbability(o.parameters, o.category, x), 0),
    ),
  )
  let total = 0
  const first = new Float64Array(n)
  const second = new Float64Array(n)
  const at = new Array<number>(n).fill(0)
  for (let cell = 0; cell < points ** n; cell++) {
    for (let k = 0, rest = cell; k < n; k++, rest = Math.floor(rest / points)) at[k] = rest % points
    const x = Float64Array.from(at, (i, k) => nodes[i]! - prior.mean[k]!)
    const pull = times(precision, x)
    const height = at.reduce((sum, i, k) => sum + tables[k]![i]! - 0.5 * x[k]! * pull[k]!, 0)
    const weight = Math.exp(height)
    total += weight
    for (let k = 0; k < n; k++) {
      first[k]! += weight * nodes[at[k]!]!
      second[k]! += weight * nodes[at[k]!]! ** 2
    }
  }
  return {
    mean: first.map((sum) => sum / total),
    sd: second.map((sum, k) => Math.sqrt(sum / total - (first[k]! / total) ** 2)),
  }
}

test.each([
  ['mixed answers', 2, [0, 1, 1, 0, 1, 0]],
  ['all right', 2, [1, 1, 1, 1, 1, 1]],
  ['all wrong', 2, [0, 0, 0, 0, 0, 0]],
  ['mixed answers', 3, [1, 0, 1, 1, 0, 0, 1, 1, 0]],
  ['all right', 3, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
])('%s in %d dimensions: brute-force quadrature agrees', (_, n, categories) => {
  const prior = structuredPrior(n === 2 ? [0, 0] : [0, 0, 1], { general: 0.6, domain: 0.2, own: 0.2 }, -0.2)
  const list = categories.map((category, i) => {
    const b = ((i * 7) % 5) / 2 - 1
    const kinds: ItemParameters[] = [
      choice(1.1, b),
      choice(1.6, b, 0.2),
      { model: 'gpcm', a: 0.9, b: [b, 0.3] },
    ]
    return seen(i % n, kinds[i % 4 === 3 ? 0 : i % 3]!, category)
  })
  const exact = bruteForce(prior, list, n === 2 ? 121 : 51)
  const result = posterior(prior, list)
  for (let k = 0; k < n; k++) {
    expect(Math.abs(result.mean[k]! - exact.mean[k]!) / exact.sd[k]!).toBeLessThan(0.01)
    expect(Math.abs(sdOf(result, k) / exact.sd[k]! - 1)).toBeLessThan(0.01)
  }
})

test('right by luck: a site of negative precision, and brute-force quadrature agrees', () => {
  const prior = structuredPrior([0, 0], { general: 0.6, domain: 0.2, own: 0.2 })
  const list = [
    seen(0, choice(1.5, -1.5), 0),
    seen(0, choice(1.2, -0.8), 0),
    seen(1, choice(1.8, 1.2, 0.2), 1),
    seen(1, choice(2, 1, 0.2), 1),
  ]
  const exact = bruteForce(prior, list, 121)
  const result = posterior(prior, list)
  expect(result.sites[1]!.precision).toBeLessThan(0)
  for (let k = 0; k < 2; k++) {
    expect(Math.abs(result.mean[k]! - exact.mean[k]!) / exact.sd[k]!).toBeLessThan(0.01)
    expect(Math.abs(sdOf(result, k) / exact.sd[k]! - 1)).toBeLessThan(0.01)
  }
})

test('sites that widen stay harmless under a much wider prior', () => {
  const wide = structuredPrior([0, 0], { general: 12, domain: 4, own: 4 })
  const sites = [-0.3, 0.5].map((precision, dimension) => ({ dimension, precision, shift: 0.4 }))
  const result = fromSites(wide, sites)
  cholesky(result.covariance)
  expect(result.mean.every(Number.isFinite)).toBe(true)
})

test.each([2, 14, 30])('32 dimensions, pattern %d: a long Markov chain agrees', (number) => {
  const { observations } = benchPatterns('posterior')[number]!
  const chain = chainMoments(shippedPrior, observations, seeded(`test ${number}`), 30_000)
  const result = posterior(shippedPrior, observations)
  for (let k = 0; k < 32; k++) {
    expect(chain.meanError[k]).toBeLessThan(0.012)
    expect(Math.abs(result.mean[k]! - chain.mean[k]!) / chain.sd[k]!).toBeLessThan(0.05)
    expect(Math.abs(sdOf(result, k) / chain.sd[k]! - 1)).toBeLessThan(0.05)
  }
})

const same = (one: Posterior, other: Posterior, tolerance: number) => {
  for (let k = 0; k < one.mean.length; k++) {
    expect(Math.abs(one.mean[k]! - other.mean[k]!)).toBeLessThan(tolerance)
    expect(Math.abs(sdOf(one, k) - sdOf(other, k))).toBeLessThan(tolerance)
  }
}
const seeds = fc.integer({ min: 1, max: 1_000_000 })

test('the order of the answers does not matter, and an update reaches the same posterior', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0, 0.2), (seed, c) => {
      const random = seeded(`order ${seed}`)
      const list = fixedForm(random, c)
      const whole = posterior(shippedPrior, list)
      same(whole, posterior(shippedPrior, shuffle(random, list)), 1e-5)
      const before = posterior(shippedPrior, list.slice(0, -1))
      same(whole, update(shippedPrior, before, list, list.at(-1)!.dimension), 1e-5)
      same(whole, posterior(shippedPrior, list, whole.sites), 1e-5)
      same(whole, fromSites(shippedPrior, whole.sites), 1e-12)
    }),
    { numRuns: 25 },
  )
})

test('a right answer raises its competency and, without guessing, nothing is less certain than the prior', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 31 }), (seed, dimension) => {
      const list = fixedForm(seeded(`right ${seed}`), 0)
      const before = posterior(shippedPrior, list)
      const after = posterior(shippedPrior, [...list, seen(dimension, choice(1.1, 0.5), 1)])
      expect(after.mean[dimension]!).toBeGreaterThan(before.mean[dimension]!)
      for (let k = 0; k < 32; k++) expect(sdOf(after, k)).toBeLessThanOrEqual(1 + 1e-9)
      expect(after.sites.every(({ precision }) => precision > 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('renumbering the competencies renumbers the result', () => {
  const random = seeded('permutation')
  const list = fixedForm(random, 0.2)
  const to = shuffle(
    random,
    Array.from({ length: 32 }, (_, k) => k),
  )
  const from = to.map((_, k) => to.indexOf(k))
  const covariance = matrix(32, 32, (i, j) => shippedPrior.covariance.data[from[i]! * 32 + from[j]!]!)
  const moved = posterior(
    { mean: shippedPrior.mean, covariance },
    list.map((o) => ({ ...o, dimension: to[o.dimension]! })),
  )
  const straight = posterior(shippedPrior, list)
  for (let k = 0; k < 32; k++) {
    expect(moved.mean[to[k]!]).toBeCloseTo(straight.mean[k]!, 5)
    expect(sdOf(moved, to[k]!)).toBeCloseTo(sdOf(straight, k), 5)
  }
})

test('extreme patterns give finite figures, a positive definite covariance and sites that can be stored', () => {
  const hard = Array.from({ length: 60 }, (_, i) => seen(i % 32, choice(20, 20), 1))
  const torn = Array.from({ length: 40 }, (_, i) => seen(5, choice(8, i % 2 ? 6 : -6), i % 2))
  const lists = [
    ...benchPatterns('hostile').map(({ observations }) => observations),
    hard,
    hard.map((o) => ({ ...o, category: 0 })),
    torn,
    [seen(0, choice(0.01, -20), 0)],
  ]
  for (const list of lists) {
    const { mean, covariance, sites } = posterior(shippedPrior, list)
    expect(mean.every(Number.isFinite)).toBe(true)
    cholesky(covariance)
    for (const { precision, shift } of sites)
      expect(Number.isFinite(precision) && Number.isFinite(shift)).toBe(true)
  }
})

test('answers on hard items far beyond the prior are followed there', () => {
  const prior = structuredPrior([0], { general: 0.6, domain: 0.2, own: 0.2 })
  const list = Array.from({ length: 30 }, () => seen(0, choice(1, 12), 1))
  const { mean } = posterior(prior, list)
  // Mode of log-likelihood and prior: 30 (1 − P) = θ.
  expect(mean[0]!).toBeGreaterThan(10)
})

test('a competency is told of where its sd fell by a quarter, neighbours too', () => {
  const list = [0, 1, 2, 3].map((i) => seen(0, choice(1.5, i / 2 - 1), i % 2))
  const result = posterior(shippedPrior, list)
  const reduction = priorReduction(shippedPrior, result)
  expect(reduction[0]).toBeGreaterThan(0.25)
  expect(reduction[1]).toBeLessThan(reduction[0]!)
  expect(reduction[1]).toBeGreaterThan(reduction[31]!)
  expect([informed(shippedPrior, result, 0), informed(shippedPrior, result, 31)]).toEqual([true, false])
})

test('an unknown competency is refused', () => {
  expect(() => posterior(shippedPrior, [seen(32, choice(1, 0), 1)])).toThrow(RangeError)
})
