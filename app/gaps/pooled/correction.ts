import { logProbability } from '~/assessment/irt/models'
import { cholesky, solveCholesky as solve, type Matrix } from '~/assessment/numeric/matrix'
import { normalDraw, type Random } from '~/assessment/numeric/random'
import type { People } from './people'
import type { PooledItem } from './types'
import type { Weight } from './weight'

const samples = 16

/**
 * What the normal form of the sites leaves out of person i's score for the variances: E q(θ) under the answers' own
 * likelihood less E q(θ) under the sites, q = ½a′Qa with a = Σ_AA⁻¹(θ − m) for Q = 11′, the block of each domain, I. By
 * self-normalised importance sampling from N(m, Σ) times the sites (Geweke 1989, Econometrica 57:1317). Added to `into`.
 */
export function addCorrection(
  people: People,
  i: number,
  items: readonly PooledItem[],
  domainOf: readonly number[],
  { size, w, v }: Weight,
  mean: Float64Array,
  covariance: Matrix,
  random: Random,
  into: Float64Array,
): void {
  const from = people.siteStart[i]!
  const dimensions = people.siteDimension.subarray(from, from + size)
  const slot = new Int32Array(domainOf.length)
  for (let j = 0; j < size; j++) slot[dimensions[j]!] = j
  const { centre, residual, spread, prior } = approximation(dimensions, { size, w, v }, mean, covariance)
  const theta = new Float64Array(size)
  const logWeights = new Float64Array(samples)
  const values = new Float64Array(samples * 3)
  const z = new Float64Array(size)
  for (let s = 0; s < samples; s++) {
    // Antithetic pairs.
    for (let j = 0; j < size; j++) z[j] = s % 2 === 1 ? -z[j]! : normalDraw(random)
    for (let j = 0; j < size; j++) {
      let value = centre[j]!
      for (let k = 0; k <= j; k++) value += spread[j * size + k]! * z[k]!
      theta[j] = value
    }
    logWeights[s] = excess(people, i, items, slot, theta)
    for (let j = 0; j < size; j++) theta[j] = theta[j]! - centre[j]!
    const a = solve(prior, theta)
    for (let j = 0; j < size; j++) a[j] = a[j]! + residual[j]!
    const [general, domain, own] = quadratic(a, dimensions, domainOf)
    values.set([general, domain, own], s * 3)
  }
  const most = Math.max(...logWeights)
  const weights = logWeights.map((x) => Math.exp(x - most))
  const total = weights.reduce((sum, x) => sum + x, 0)
  for (let s = 0; s < samples; s++)
    for (let q = 0; q < 3; q++) into[q] = into[q]! + (weights[s]! / total - 1 / samples) * values[s * 3 + q]!
}

/** N(m, Σ) times the sites on the answered competencies: centre, spread (a Cholesky factor), v − Wm, and that of Σ_AA. */
function approximation(
  dimensions: Int32Array,
  { size, w, v }: Weight,
  mean: Float64Array,
  { data, columns }: Matrix,
) {
  const part = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) part[j * size + k] = data[dimensions[j]! * columns + dimensions[k]!]!
  const residual = Float64Array.from(v)
  const gain = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) {
      residual[j] = residual[j]! - w[j * size + k]! * mean[dimensions[k]!]!
      const value = part[j * size + k]!
      for (let l = 0; l < size; l++) gain[j * size + l] = gain[j * size + l]! + value * w[k * size + l]!
    }
  const centre = new Float64Array(size)
  const left = Float64Array.from(part)
  for (let j = 0; j < size; j++) {
    centre[j] = mean[dimensions[j]!]!
    for (let k = 0; k < size; k++) {
      centre[j] = centre[j]! + part[j * size + k]! * residual[k]!
      for (let l = 0; l < size; l++)
        left[j * size + k] = left[j * size + k]! - gain[j * size + l]! * part[l * size + k]!
    }
  }
  const spread = cholesky({ rows: size, columns: size, data: left }).data
  return { centre, residual, spread, prior: cholesky({ rows: size, columns: size, data: part }) }
}

function quadratic(
  a: Float64Array,
  dimensions: Int32Array,
  domainOf: readonly number[],
): [number, number, number] {
  let total = 0
  let own = 0
  let domain = 0
  for (let j = 0; j < a.length; j++) {
    total += a[j]!
    own += a[j]! * a[j]!
    for (let k = 0; k < a.length; k++)
      if (domainOf[dimensions[j]!] === domainOf[dimensions[k]!]) domain += a[j]! * a[k]!
  }
  return [(total * total) / 2, domain / 2, own / 2]
}

/** Log-likelihood of the answers at θ less that of the sites. */
function excess(
  people: People,
  i: number,
  items: readonly PooledItem[],
  slot: Int32Array,
  theta: Float64Array,
): number {
  const from = people.siteStart[i]!
  let sum = 0
  for (let j = 0; j < theta.length; j++) {
    const x = theta[j]!
    sum -= people.shift[from + j]! * x - (people.precision[from + j]! * x * x) / 2
  }
  for (let j = people.answerStart[i]!; j < people.answerStart[i + 1]!; j++) {
    const { dimension, parameters } = items[people.answerItem[j]!]!
    sum += logProbability(parameters, people.answerCategory[j]!, theta[slot[dimension]!]!)
  }
  return sum
}
