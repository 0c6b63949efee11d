import { cholesky, inverseFromCholesky, type Matrix } from '~/assessment/numeric/matrix'
import { meanOf, type Means } from './averages'
import { effectCovariances, type Factor } from './effects'
import type { People } from './people'
import { propagate, type Tables } from './propagate'
import type { Sampler } from './sampler'
import type { PooledItem } from './types'
import { weightOf, type Weight } from './weight'

/** Variance of an effect, in logits², against that of a person of about 1. */
const wellKnown = 0.01

/**
 * Makes the sites of everybody whose answers are known anew, in place: a Gaussian site is good only near the distribution
 * that it was made for. That is what all others say about the person: N(m₋ᵢ, Σ + V₋ᵢ), with the position's mean and the
 * place's effect as they would be without the person's own answers (expectation propagation through the levels of the
 * model: Minka 2001, UAI 17, §3; Gelman et al. 2014, arXiv:1412.4869, §3). `means`: posterior means of the effects.
 */
export function recentre(
  people: People,
  items: readonly PooledItem[],
  tables: Tables,
  covariance: Matrix,
  state: Sampler,
  means: Means,
): void {
  const mean = new Float64Array(covariance.rows)
  const writeMean = meanOf(people, means)
  const places = state.placeFactor ? unsure(state.placeFactor) : null
  const positions = unsure(state.positionFactor ?? state.meanFactor)
  for (let i = 0; i < people.count; i++) {
    const from = people.siteStart[i]!
    if (people.siteAnswer[from] === people.siteAnswer[people.siteStart[i + 1]!]) continue
    writeMean(i, mean)
    const dimensions = people.siteDimension.subarray(from, people.siteStart[i + 1])
    const weight = weightOf(people, i, covariance)
    const own = [positions[people.position[i]!], places?.[people.place[i]!]].flatMap((effect) =>
      effect ? [without(part(effect, dimensions), weight)] : [],
    )
    const before = cavity(dimensions, mean, covariance, weight, own)
    propagate(people, i, items, tables, before.mean, before.covariance)
  }
}

/** Covariances of the effects; null where an effect is so well known that no one person can have moved it. */
function unsure(block: Factor): (Matrix | null)[] {
  return effectCovariances(block).map((covariance) => {
    if (covariance === null) return null
    const { rows, data } = covariance
    const known = Array.from({ length: rows }, (_, k) => data[k * (rows + 1)]!).every((x) => x < wellKnown)
    return known ? null : covariance
  })
}

/** N(m − V(v − Wm), Σ + V) on the answered competencies, V = covariance of the effects without the person's answers. */
function cavity(
  dimensions: Int32Array,
  mean: Float64Array,
  covariance: Matrix,
  { size, w, v }: Weight,
  own: readonly Matrix[],
): { mean: Float64Array; covariance: Float64Array } {
  const residual = Float64Array.from(v)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) residual[j] = residual[j]! - w[j * size + k]! * mean[dimensions[k]!]!
  const around = Float64Array.from(dimensions, (k) => mean[k]!)
  const spread = part(covariance, dimensions).data
  for (const { data } of own)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) {
        spread[j * size + k] = spread[j * size + k]! + data[j * size + k]!
        around[j] = around[j]! - data[j * size + k]! * residual[k]!
      }
  return { mean: around, covariance: spread }
}

/** (C⁻¹ − W)⁻¹: the covariance of an effect once the person's own information is taken out. */
function without(effect: Matrix, { w }: Weight): Matrix {
  const precision = inverseFromCholesky(cholesky(effect))
  for (let j = 0; j < w.length; j++) precision.data[j] = precision.data[j]! - w[j]!
  return inverseFromCholesky(cholesky(precision))
}

function part({ data, columns }: Matrix, dimensions: Int32Array): Matrix {
  const size = dimensions.length
  const result = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) result[j * size + k] = data[dimensions[j]! * columns + dimensions[k]!]!
  return { rows: size, columns: size, data: result }
}
