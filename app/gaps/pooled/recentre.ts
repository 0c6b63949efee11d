import type { Observation } from '~/assessment/irt/likelihood'
import { posterior } from '~/assessment/irt/posterior'
import type { Prior } from '~/assessment/irt/prior'
import { cholesky, inverseFromCholesky, type Matrix } from '~/assessment/numeric/matrix'
import { meanOf, type Means } from './averages'
import { effectCovariances } from './effects'
import { leastPrecision, type People } from './people'
import type { Sampler } from './sampler'
import type { PooledItem } from './types'
import { weightOf, type Weight } from './weight'

/**
 * Makes the sites of everybody whose answers are known anew, in place: a Gaussian site is good only near the distribution
 * that it was made for. That is what all others say about the person: N(m₋ᵢ, Σ + V₋ᵢ), with the position's mean and the
 * place's effect as they would be without the person's own answers (expectation propagation through the levels of the
 * model: Minka 2001, UAI 17, §3; Gelman et al. 2014, arXiv:1412.4869, §3). `means`: posterior means of the effects.
 */
export function recentre(
  people: People,
  items: readonly PooledItem[],
  covariance: Matrix,
  state: Sampler,
  means: Means,
): void {
  const mean = new Float64Array(covariance.rows)
  const writeMean = meanOf(people, means)
  const places = state.placeFactor ? effectCovariances(state.placeFactor) : null
  const positions = effectCovariances(state.positionFactor ?? state.meanFactor)
  for (let i = 0; i < people.count; i++) {
    if (people.answerStart[i] === people.answerStart[i + 1]) continue
    writeMean(i, mean)
    const from = people.siteStart[i]!
    const dimensions = people.siteDimension.subarray(from, people.siteStart[i + 1]!)
    const weight = weightOf(people, i, covariance)
    const own = [positions[people.position[i]!], places?.[people.place[i]!]].flatMap((effect) =>
      effect ? [without(part(effect, dimensions), weight)] : [],
    )
    const after = posterior(
      cavity(dimensions, mean, covariance, weight, own),
      observations(people, i, items, dimensions),
      Array.from(dimensions, (_, dimension) => ({
        dimension,
        precision: people.precision[from + dimension]!,
        shift: people.shift[from + dimension]!,
      })),
    )
    for (const { dimension, precision, shift } of after.sites) {
      const lifted = Math.max(precision, leastPrecision)
      people.precision[from + dimension] = lifted
      // Where the precision is lifted the mean stays where it was.
      people.shift[from + dimension] = shift + (lifted - precision) * after.mean[dimension]!
    }
  }
}

/** N(m − V(v − Wm), Σ + V) on the answered competencies, V = covariance of the effects without the person's answers. */
function cavity(
  dimensions: Int32Array,
  mean: Float64Array,
  covariance: Matrix,
  { size, w, v }: Weight,
  own: readonly Matrix[],
): Prior {
  const residual = Float64Array.from(v)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) residual[j] = residual[j]! - w[j * size + k]! * mean[dimensions[k]!]!
  const around = Float64Array.from(dimensions, (k) => mean[k]!)
  const spread = part(covariance, dimensions)
  for (const { data } of own)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) {
        spread.data[j * size + k] = spread.data[j * size + k]! + data[j * size + k]!
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

function observations(
  people: People,
  i: number,
  items: readonly PooledItem[],
  dimensions: Int32Array,
): Observation[] {
  const result: Observation[] = []
  for (let j = people.answerStart[i]!; j < people.answerStart[i + 1]!; j++) {
    const { dimension, parameters } = items[people.answerItem[j]!]!
    const category = people.answerCategory[j]!
    result.push({ dimension: dimensions.indexOf(dimension), parameters, category })
  }
  return result
}

function part({ data, columns }: Matrix, dimensions: Int32Array): Matrix {
  const size = dimensions.length
  const result = new Float64Array(size * size)
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) result[j * size + k] = data[dimensions[j]! * columns + dimensions[k]!]!
  return { rows: size, columns: size, data: result }
}
