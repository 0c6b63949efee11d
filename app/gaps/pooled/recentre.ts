import type { Observation } from '~/assessment/irt/likelihood'
import { posterior } from '~/assessment/irt/posterior'
import { matrix, type Matrix } from '~/assessment/numeric/matrix'
import { leastPrecision, type People } from './people'
import type { PooledItem } from './types'

/**
 * Makes the sites of everybody whose answers are known anew under N(m, Σ) with m of the person's own position and place:
 * a Gaussian site is good only near the distribution that it was made for (expectation propagation within a latent
 * regression; the fixed point is that of Minka 2001 with the population as prior). Changes precision and shift in place.
 */
export function recentre(
  people: People,
  items: readonly PooledItem[],
  covariance: Matrix,
  meanOf: (person: number, into: Float64Array) => void,
): void {
  const mean = new Float64Array(covariance.rows)
  for (let i = 0; i < people.count; i++) {
    const from = people.answerStart[i]!
    const to = people.answerStart[i + 1]!
    if (from === to) continue
    meanOf(i, mean)
    const siteFrom = people.siteStart[i]!
    const dimensions = people.siteDimension.subarray(siteFrom, people.siteStart[i + 1]!)
    const observations: Observation[] = []
    for (let j = from; j < to; j++) {
      const { dimension, parameters } = items[people.answerItem[j]!]!
      observations.push({
        dimension: dimensions.indexOf(dimension),
        parameters,
        category: people.answerCategory[j]!,
      })
    }
    const prior = {
      mean: Float64Array.from(dimensions, (k) => mean[k]!),
      covariance: part(covariance, dimensions),
    }
    const start = Array.from(dimensions, (_, dimension) => ({
      dimension,
      precision: people.precision[siteFrom + dimension]!,
      shift: people.shift[siteFrom + dimension]!,
    }))
    const after = posterior(prior, observations, start)
    for (const { dimension, precision, shift } of after.sites) {
      const lifted = Math.max(precision, leastPrecision)
      people.precision[siteFrom + dimension] = lifted
      // Where the precision is lifted the mean stays where it was.
      people.shift[siteFrom + dimension] = shift + (lifted - precision) * after.mean[dimension]!
    }
  }
}

function part({ data, columns }: Matrix, dimensions: Int32Array): Matrix {
  return matrix(
    dimensions.length,
    dimensions.length,
    (i, j) => data[dimensions[i]! * columns + dimensions[j]!]!,
  )
}
