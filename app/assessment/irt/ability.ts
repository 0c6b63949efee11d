import { normalGrid, type Quadrature } from '../numeric/quadrature'
import { addLogLikelihood, information, logProbability, slopes } from './models'
import type { ItemParameters } from './parameters'

/** An ability in logits with its posterior standard deviation. */
export type Ability = { mean: number; sd: number }
type Responses = readonly { parameters: ItemParameters; category: number }[]

const fine = normalGrid(121)

/**
 * Expected a posteriori ability and posterior standard deviation in one dimension, under the prior N(mean, sd²); models
 * may be mixed; no response gives the prior. Bock and Mislevy 1982, Appl. Psychol. Meas. 6:431. `quadrature` is of
 * N(0, 1) and is stretched to the prior; the one shipped has a point at each tenth of the prior's sd, −6…6.
 */
export function eap(responses: Responses, prior: Ability, quadrature: Quadrature = fine): Ability {
  const nodes = quadrature.nodes.map((x) => prior.mean + prior.sd * x)
  const log = quadrature.weights.map((w) => Math.log(w))
  for (const { parameters, category } of responses) addLogLikelihood(parameters, category, nodes, log)
  const most = log.reduce((a, b) => Math.max(a, b), -Infinity)
  let total = 0
  let first = 0
  let second = 0
  for (let i = 0; i < nodes.length; i++) {
    const weight = Math.exp(log[i]! - most)
    const x = quadrature.nodes[i]!
    total += weight
    first += weight * x
    second += weight * x * x
  }
  const centre = first / total
  const spread = Math.max(0, second / total - centre * centre)
  return { mean: prior.mean + prior.sd * centre, sd: prior.sd * Math.sqrt(spread) }
}

/**
 * Maximum a posteriori ability (the mode) under the prior N(mean, sd²), with the standard deviation from the curvature
 * there, 1/√(1/sd² − ∂² log L). Samejima 1969, ch. 7; Birnbaum 1969, J. Math. Psychol. 6:258. The highest point of a
 * grid starts Newton's method, since a lower asymptote can make more than one mode (Samejima 1973, Psychometrika 38:221);
 * where the curvature is of the wrong sign the expected information takes its place.
 */
export function map(responses: Responses, prior: Ability): Ability {
  const height = (theta: number) =>
    responses.reduce((sum, r) => sum + logProbability(r.parameters, r.category, theta), 0) -
    0.5 * ((theta - prior.mean) / prior.sd) ** 2
  const precision = (theta: number) => {
    const observed = responses.reduce((sum, r) => sum - slopes(r.parameters, r.category, theta).second, 0)
    const base = 1 / prior.sd ** 2
    if (observed + base > 0.1 * base) return observed + base
    return base + responses.reduce((sum, r) => sum + information(r.parameters, theta), 0)
  }
  let theta = highest(height, prior)
  for (let i = 0; i < 50; i++) {
    const slope =
      responses.reduce((sum, r) => sum + slopes(r.parameters, r.category, theta).first, 0) -
      (theta - prior.mean) / prior.sd ** 2
    let step = slope / precision(theta)
    while (Math.abs(step) > 1e-10 && height(theta + step) < height(theta)) step /= 2
    theta += step
    if (Math.abs(step) < 1e-10 * prior.sd) break
  }
  return { mean: theta, sd: 1 / Math.sqrt(precision(theta)) }
}

function highest(height: (theta: number) => number, prior: Ability): number {
  let best = prior.mean
  let most = height(best)
  for (let x = -6; x <= 6; x += 0.25) {
    const here = height(prior.mean + prior.sd * x)
    if (here > most) [best, most] = [prior.mean + prior.sd * x, here]
  }
  return best
}
