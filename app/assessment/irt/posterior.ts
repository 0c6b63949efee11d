import type { Matrix } from '../numeric/matrix'
import { type Likelihood, likelihoods, type Observation } from './likelihood'
import type { Prior } from './prior'

/**
 * What the answers on one competency say, as the Gaussian factor exp(shift·θ − precision·θ²/2). The precision is positive
 * without guessing; right answers that may be lucky can widen what was known, which is a precision a little below 0.
 */
export type Site = { dimension: number; precision: number; shift: number }
/** The normal posterior over all competencies (logits) and the sites that make it from the prior. */
export type Posterior = { mean: Float64Array; covariance: Matrix; sites: Site[] }

const tolerance = 1e-6
const mostSweeps = 30

/**
 * Posterior of a person over all K competencies by expectation propagation (Minka 2001, UAI 17, §3; Rasmussen and
 * Williams 2006, Gaussian Processes for Machine Learning, §3.6) with one site for all answers on a competency, whose
 * tilted moments come from one-dimensional quadrature: the only approximation is the normal form of the joint. Sites are
 * refreshed one after another, each with a rank-one step of the covariance of the answered competencies, until the
 * marginals move by less than 1e-6 of their standard deviations; the rest follows through the prior covariance. No
 * observation gives the prior. `start`: sites of an earlier posterior, to begin near the end. Throws RangeError for an
 * unknown competency or category.
 */
export function posterior(
  prior: Prior,
  observations: readonly Observation[],
  start: readonly Site[] = [],
): Posterior {
  return propagate(prior, observations, start, -1)
}

/**
 * The posterior after one more answer on competency `changed`: `observations` are all of the person's, `before` is the
 * posterior without the new one. The same fixed point as posterior(), reached from the sites of `before`, the changed one
 * refreshed first.
 */
export function update(
  prior: Prior,
  before: Posterior,
  observations: readonly Observation[],
  changed: number,
): Posterior {
  return propagate(prior, observations, before.sites, changed)
}

/**
 * The normal posterior of a normal prior and Gaussian sites, exactly: one rank-one step for each site (Rasmussen and
 * Williams 2006, eq. 3.70 with A.9). Any prior over the same competencies will do, so stored sites serve a new population;
 * a site of negative precision widens a competency's variance tenfold at most.
 */
export function fromSites(prior: Prior, sites: readonly Site[]): Posterior {
  const mean = Float64Array.from(prior.mean)
  const covariance = Float64Array.from(prior.covariance.data)
  const column = new Float64Array(mean.length)
  // Those that add precision first, so that the covariance stays positive definite on the way.
  for (const { dimension, precision, shift } of [...sites].sort((a, b) => b.precision - a.precision))
    absorb(mean, covariance, column, dimension, precision, shift)
  const n = mean.length
  return { mean, covariance: { rows: n, columns: n, data: covariance }, sites: [...sites] }
}

/** 1 − posterior sd / prior sd of each competency: the share of the uncertainty that the answers took away. */
export function priorReduction(prior: Prior, after: Posterior): Float64Array {
  const n = prior.mean.length
  return Float64Array.from(
    { length: n },
    (_, k) => 1 - Math.sqrt(after.covariance.data[k * (n + 1)]! / prior.covariance.data[k * (n + 1)]!),
  )
}

/** Whether the answers told something about competency k: its standard deviation fell by at least a quarter. */
export function informed(prior: Prior, after: Posterior, k: number): boolean {
  return priorReduction(prior, after)[k]! >= 0.25
}

function propagate(
  prior: Prior,
  observations: readonly Observation[],
  start: readonly Site[],
  changed: number,
): Posterior {
  // Abilities far from everybody's ask for a wider grid: hardly ever more than one round.
  for (let reach = 7; ; reach *= 3) {
    const answered = likelihoods(prior, observations, reach)
    const sites = fixedPoint(prior, answered, start, changed)
    const result = fromSites(prior, sites)
    if (reach > 60 || answered.every(({ dimension }) => within(prior, result, dimension, reach - 2.5)))
      return result
  }
}

function within(prior: Prior, result: Posterior, k: number, sds: number): boolean {
  const variance = prior.covariance.data[k * (prior.mean.length + 1)]!
  return Math.abs(result.mean[k]! - prior.mean[k]!) <= sds * Math.sqrt(variance)
}

/** The sites at which no site moves any more, in the space of the answered competencies. */
function fixedPoint(
  prior: Prior,
  answered: readonly Likelihood[],
  start: readonly Site[],
  changed: number,
): Site[] {
  const n = answered.length
  const k = prior.mean.length
  const mean = Float64Array.from(answered, ({ dimension }) => prior.mean[dimension]!)
  const covariance = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      covariance[i * n + j] = prior.covariance.data[answered[i]!.dimension * k + answered[j]!.dimension]!
  const column = new Float64Array(n)
  const sites = answered.map(({ dimension }) => {
    const { precision, shift } = start.find((site) => site.dimension === dimension) ?? empty
    return { dimension, precision, shift }
  })
  const began = sites.map((site, i) => ({ site, i })).sort((a, b) => b.site.precision - a.site.precision)
  for (const { site, i } of began) absorb(mean, covariance, column, i, site.precision, site.shift)
  const order = Array.from({ length: n }, (_, i) => i)
  const first = answered.findIndex(({ dimension }) => dimension === changed)
  if (first > 0) order.unshift(...order.splice(first, 1))

  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    // From the eighth sweep on a half step: a lower asymptote can make full steps go back and forth.
    const share = sweep < 8 ? 1 : 0.5
    let moved = 0
    for (const i of order) {
      const site = sites[i]!
      const here = mean[i]!
      const variance = covariance[i * n + i]!
      const cavityPrecision = 1 / variance - site.precision
      if (!(cavityPrecision > 0)) continue
      const cavityMean = (here / variance - site.shift) / cavityPrecision
      tilt(answered[i]!, cavityMean, cavityPrecision)
      const precision = 1 / tilted.variance - cavityPrecision
      const shift = tilted.mean * (precision + cavityPrecision) - cavityMean * cavityPrecision
      const dPrecision = share * (precision - site.precision)
      const dShift = share * (shift - site.shift)
      site.precision += dPrecision
      site.shift += dShift
      absorb(mean, covariance, column, i, dPrecision, dShift)
      moved = Math.max(
        moved,
        Math.abs(mean[i]! - here) / Math.sqrt(variance),
        Math.abs(1 - covariance[i * n + i]! / variance),
      )
    }
    if (moved < tolerance) break
  }
  return sites
}

const empty = { precision: 0, shift: 0 }
const tilted = { mean: 0, variance: 0 }
let weights = new Float64Array(801)

/** Mean and variance of normal cavity × likelihood, into `tilted`. */
function tilt({ nodes, log }: Likelihood, cavityMean: number, cavityPrecision: number): void {
  const n = nodes.length
  if (weights.length < n) weights = new Float64Array(n)
  let most = -Infinity
  for (let i = 0; i < n; i++) {
    const x = nodes[i]! - cavityMean
    const height = log[i]! - 0.5 * cavityPrecision * x * x
    weights[i] = height
    if (height > most) most = height
  }
  let total = 0
  let first = 0
  let second = 0
  for (let i = 0; i < n; i++) {
    const height = weights[i]! - most
    if (height < -40) continue
    const weight = Math.exp(height)
    const x = nodes[i]! - cavityMean
    total += weight
    first += weight * x
    second += weight * x * x
  }
  const centre = first / total
  tilted.mean = cavityMean + centre
  tilted.variance = Math.max(second / total - centre * centre, 1e-12 / cavityPrecision)
}

/** Multiplies N(mean, covariance) by exp(shift·x − precision·x²/2) of coordinate i, in place. */
function absorb(
  mean: Float64Array,
  covariance: Float64Array,
  column: Float64Array,
  i: number,
  precision: number,
  shift: number,
): void {
  if (precision === 0 && shift === 0) return
  const n = mean.length
  for (let j = 0; j < n; j++) column[j] = covariance[j * n + i]!
  const held = Math.max(precision, -0.9 / column[i]!)
  const scale = 1 + held * column[i]!
  const pull = (shift - held * mean[i]!) / scale
  const root = Math.sqrt(Math.abs(held / scale))
  const sign = held < 0 ? 1 : -1
  for (let j = 0; j < n; j++) {
    mean[j] = mean[j]! + pull * column[j]!
    column[j] = column[j]! * root
  }
  for (let j = 0; j < n; j++) {
    const row = j * n
    const factor = sign * column[j]!
    for (let l = 0; l < n; l++) covariance[row + l] = covariance[row + l]! + factor * column[l]!
  }
}
