// Long Markov chains from the exact posterior of a person, to hold the product's approximation against.
import { addLogLikelihood, slopes } from '~/assessment/irt/models'
import type { Observation } from '~/assessment/irt/likelihood'
import type { Prior } from '~/assessment/irt/prior'
import {
  cholesky,
  inverseFromCholesky,
  lowerSolve,
  matrix,
  type Matrix,
  times,
  upperSolve,
} from '~/assessment/numeric/matrix'
import { normalDraw, type Random } from '~/assessment/numeric/random'

/** Posterior moments of each competency with the Monte Carlo standard error of each: in units of the sd, and of log sd. */
export type ChainMoments = {
  mean: Float64Array
  sd: Float64Array
  meanError: Float64Array
  sdError: Float64Array
}

const batches = 50
const lastRound = 100

/**
 * `length` steps of elliptical slice sampling (Murray, Adams and MacKay 2010, AISTATS, J. Mach. Learn. Res. W&CP 9:541)
 * over the answered competencies. The ellipses are those of the Laplace approximation, and what the posterior differs
 * from it is the likelihood of the slice (Nishihara, Murray and Adams 2014, J. Mach. Learn. Res. 15:2087, §3), which
 * leaves the target exact and makes neighbouring draws nearly independent. Moments of the competencies without an answer
 * follow exactly from the normal prior. Errors by batch means (50 batches).
 */
export function chainMoments(
  prior: Prior,
  observations: readonly Observation[],
  random: Random,
  length: number,
): ChainMoments {
  const dimensions = [...new Set(observations.map(({ dimension }) => dimension))]
  const n = dimensions.length
  const k = prior.mean.length
  const groups = dimensions.map((dimension) => observations.filter((o) => o.dimension === dimension))
  const covariance = matrix(n, n, (i, j) => prior.covariance.data[dimensions[i]! * k + dimensions[j]!]!)
  const priorMean = Float64Array.from(dimensions, (d) => prior.mean[d]!)
  const { mode, curvature, precision } = laplace(covariance, priorMean, groups)
  const root = cholesky(precision)

  const point = new Float64Array(1)
  const logLikelihood = new Float64Array(1)
  const excess = (x: Float64Array) => {
    let sum = 0
    for (let i = 0; i < n; i++) {
      const value = (point[0] = mode.x[i]! + x[i]!)
      logLikelihood[0] = 0
      for (const { parameters, category } of groups[i]!)
        addLogLikelihood(parameters, category, point, logLikelihood)
      sum += logLikelihood[0] + 0.5 * curvature[i]! * value * value - mode.shift[i]! * value
    }
    return sum
  }

  // Every competency is a linear function of the answered ones and a normal rest; `carry` is that function.
  const cross = matrix(k, n, (i, j) => prior.covariance.data[i * k + dimensions[j]!]!)
  const carry = regress(cross, covariance)
  const sums = Array.from({ length: batches }, () => new Moments(k))
  let x: Float64Array = new Float64Array(n)
  let height = excess(x)
  const noise = new Float64Array(n)
  const burn = Math.ceil(length / 20)
  for (let step = -burn; step < length; step++) {
    for (let i = 0; i < n; i++) noise[i] = normalDraw(random)
    const ellipse = upperSolve(root, noise)
    const level = height + Math.log(1 - random())
    let angle = 2 * Math.PI * random()
    let from = angle - 2 * Math.PI
    let to = angle
    for (;;) {
      const next = x.map((value, i) => value * Math.cos(angle) + ellipse[i]! * Math.sin(angle))
      const here = excess(next)
      if (here > level) {
        x = next
        height = here
        break
      }
      if (angle < 0) from = angle
      else to = angle
      angle = from + (to - from) * random()
    }
    if (step >= 0) {
      const theta = x.map((value, i) => value + mode.x[i]! - priorMean[i]!)
      sums[Math.floor((step * batches) / length)]!.add(times(carry, theta))
    }
  }
  return summary(prior, cross, carry, sums)
}

/** Mode and curvature of the log-likelihood, by Newton with the expected sign of the curvature kept. */
function laplace(covariance: Matrix, priorMean: Float64Array, groups: readonly Observation[][]) {
  const n = priorMean.length
  const inverse = inverseFromCholesky(cholesky(covariance))
  const x = Float64Array.from(priorMean)
  const curvature = new Float64Array(n)
  const shift = new Float64Array(n)
  let precision = inverse
  for (let round = 0; round <= lastRound; round++) {
    const gradient = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const at = groups[i]!.map(({ parameters, category }) => slopes(parameters, category, x[i]!))
      const first = at.reduce((sum, s) => sum + s.first, 0)
      // A little below the curvature of the mode, since the tails of the posterior are heavier than those of a normal.
      curvature[i] = Math.max(0.02, 0.9 * at.reduce((sum, s) => sum - s.second, 0))
      shift[i] = first + curvature[i]! * x[i]!
      gradient[i] = first
    }
    precision = matrix(n, n, (i, j) => inverse.data[i * n + j]! + (i === j ? curvature[i]! : 0))
    const back = times(
      inverse,
      x.map((value, i) => value - priorMean[i]!),
    )
    const l = cholesky(precision)
    const step = upperSolve(
      l,
      lowerSolve(
        l,
        gradient.map((value, i) => value - back[i]!),
      ),
    )
    const size = Math.max(...step.map(Math.abs))
    // The last step is a whole one: from there x is the mean of the normal that prior, curvature and shift make.
    const scale = round === lastRound ? 1 : Math.min(1, 2 / size)
    for (let i = 0; i < n; i++) x[i] = x[i]! + scale * step[i]!
    if (size < 1e-3) break
  }
  return { mode: { x, shift }, curvature, precision }
}

/** cross · covariance⁻¹. */
function regress(cross: Matrix, covariance: Matrix): Matrix {
  const inverse = inverseFromCholesky(cholesky(covariance))
  return matrix(cross.rows, cross.columns, (i, j) => {
    let sum = 0
    for (let l = 0; l < cross.columns; l++)
      sum += cross.data[i * cross.columns + l]! * inverse.data[l * cross.columns + j]!
    return sum
  })
}

class Moments {
  count = 0
  first: Float64Array
  second: Float64Array
  constructor(size: number) {
    this.first = new Float64Array(size)
    this.second = new Float64Array(size)
  }
  add(values: Float64Array): void {
    this.count++
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      this.first[i] = this.first[i]! + value
      this.second[i] = this.second[i]! + value * value
    }
  }
}

function summary(prior: Prior, cross: Matrix, carry: Matrix, sums: readonly Moments[]): ChainMoments {
  const k = prior.mean.length
  const result: ChainMoments = {
    mean: new Float64Array(k),
    sd: new Float64Array(k),
    meanError: new Float64Array(k),
    sdError: new Float64Array(k),
  }
  const count = sums.reduce((sum, batch) => sum + batch.count, 0)
  for (let i = 0; i < k; i++) {
    const mean = sums.reduce((sum, batch) => sum + batch.first[i]!, 0) / count
    const spread = sums.reduce((sum, batch) => sum + batch.second[i]!, 0) / count - mean * mean
    let rest = prior.covariance.data[i * (k + 1)]!
    for (let j = 0; j < cross.columns; j++)
      rest -= cross.data[i * cross.columns + j]! * carry.data[i * cross.columns + j]!
    const variance = spread + Math.max(0, rest)
    const sd = Math.sqrt(variance)
    const between = (value: (batch: Moments) => number, middle: number) =>
      Math.sqrt(
        sums.reduce((sum, batch) => sum + (value(batch) - middle) ** 2, 0) / (batches * (batches - 1)),
      )
    result.mean[i] = prior.mean[i]! + mean
    result.sd[i] = sd
    result.meanError[i] = between((batch) => batch.first[i]! / batch.count, mean) / sd
    result.sdError[i] =
      between(
        (batch) => (batch.second[i]! - 2 * mean * batch.first[i]!) / batch.count + mean * mean,
        spread,
      ) /
      (2 * variance)
  }
  return result
}
