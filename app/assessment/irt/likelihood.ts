import { categories, addLogLikelihood } from './models'
import type { ItemParameters } from './parameters'
import type { Prior } from './prior'

/** One answer: the competency it loads on (index of the framework), its item's parameters, its category 0…m. */
export type Observation = { dimension: number; parameters: ItemParameters; category: number }
/** log-likelihood of all answers on one competency, at equally spaced abilities in logits. */
export type Likelihood = { dimension: number; nodes: Float64Array; log: Float64Array }

const mostPoints = 801

/**
 * The log-likelihood of each answered competency on its grid, ascending by competency. A grid reaches `reach` prior
 * standard deviations to each side; its spacing is under the smallest standard deviation that the posterior could have
 * and under the distance of the likelihood's nearest pole (π/a), so that the rectangle rule is exact to about 1e-9
 * (Trefethen and Weideman 2014, SIAM Review 56:385, theorem 5.1). Throws RangeError for an unknown competency.
 */
export function likelihoods(prior: Prior, observations: readonly Observation[], reach: number): Likelihood[] {
  const groups = new Map<number, Observation[]>()
  for (const observation of observations) {
    const { dimension } = observation
    if (!(Number.isInteger(dimension) && dimension >= 0 && dimension < prior.mean.length))
      throw new RangeError(`competency ${dimension} of ${prior.mean.length}`)
    const group = groups.get(dimension)
    if (group) group.push(observation)
    else groups.set(dimension, [observation])
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([dimension, group]) => {
      const nodes = grid(prior, dimension, group, reach)
      const log = new Float64Array(nodes.length)
      for (const { parameters, category } of group) addLogLikelihood(parameters, category, nodes, log)
      return { dimension, nodes, log }
    })
}

function grid(prior: Prior, dimension: number, group: readonly Observation[], reach: number): Float64Array {
  const variance = prior.covariance.data[dimension * (prior.mean.length + 1)]!
  const sd = Math.sqrt(variance)
  let steepest = 0
  let information = 5 / variance
  for (const { parameters } of group) {
    steepest = Math.max(steepest, parameters.a)
    // The variance of a category of 0…m is at most m²/4.
    information += (parameters.a * (categories(parameters) - 1)) ** 2 / 4
  }
  const step = Math.min(sd / 4, 0.8 / Math.sqrt(information), 1.2 / steepest)
  const half = Math.min(Math.ceil((reach * sd) / step), (mostPoints - 1) / 2)
  const width = (reach * sd) / half
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => prior.mean[dimension]! + (i - half) * width)
}
