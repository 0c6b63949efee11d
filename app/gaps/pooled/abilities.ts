import { logProbability } from '~/assessment/irt/models'
import { cholesky, inverseFromCholesky, type Matrix } from '~/assessment/numeric/matrix'
import { normalDraw, type Random } from '~/assessment/numeric/random'
import type { People } from './people'
import type { PooledItem } from './types'
import type { Weight } from './weight'

/**
 * One Metropolis–Hastings step for the abilities θ of person i on the answered competencies A: proposed from N(m, Σ) times
 * the sites, accepted by the answers' own likelihood against the sites (independence sampler: Tierney 1994, Ann. Stat.
 * 22:1701), so that no normal form is assumed. `theta` is changed in place. Returns a = Σ_AA⁻¹(θ − m) and Σ_AA⁻¹.
 */
export function stepAbilities(
  people: People,
  i: number,
  items: readonly PooledItem[],
  { size, w, v }: Weight,
  mean: Float64Array,
  covariance: Matrix,
  theta: Float64Array,
  random: Random,
): { a: Float64Array; inverse: Float64Array } {
  const from = people.siteStart[i]!
  const dimensions = people.siteDimension.subarray(from, from + size)
  const prior = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      prior[j * size + k] = covariance.data[dimensions[j]! * covariance.columns + dimensions[k]!]!
  const gain = product(prior, w, size)
  const left = product(gain, prior, size)
  const r = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    let sum = v[j]!
    for (let k = 0; k < size; k++) sum -= w[j * size + k]! * mean[dimensions[k]!]!
    r[j] = sum
  }
  for (let j = 0; j < left.length; j++) left[j] = prior[j]! - left[j]!
  const l = cholesky({ rows: size, columns: size, data: left }).data
  const z = Float64Array.from({ length: size }, () => normalDraw(random))
  const proposal = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    let value = mean[dimensions[j]!]!
    for (let k = 0; k < size; k++) value += prior[j * size + k]! * r[k]!
    for (let k = 0; k <= j; k++) value += l[j * size + k]! * z[k]!
    proposal[j] = value
  }
  const chance = Math.log(random())
  if (chance < excess(people, i, items, dimensions, proposal) - excess(people, i, items, dimensions, theta))
    theta.set(proposal)
  const inverse = inverseFromCholesky(cholesky({ rows: size, columns: size, data: prior })).data
  const a = new Float64Array(size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) a[j] = a[j]! + inverse[j * size + k]! * (theta[k]! - mean[dimensions[k]!]!)
  return { a, inverse }
}

/** Log-likelihood of the answers at θ less that of the sites. */
function excess(
  people: People,
  i: number,
  items: readonly PooledItem[],
  dimensions: Int32Array,
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
    sum += logProbability(parameters, people.answerCategory[j]!, theta[dimensions.indexOf(dimension)]!)
  }
  return sum
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) {
      const value = a[j * size + k]!
      for (let l = 0; l < size; l++) result[j * size + l] = result[j * size + l]! + value * b[k * size + l]!
    }
  return result
}
