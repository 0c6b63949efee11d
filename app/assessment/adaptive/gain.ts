import { categories, categoryProbabilities } from '../irt/models.ts'
import type { ItemParameters } from '../irt/parameters.ts'
import { normalCdf } from '../numeric/normal.ts'
import { gaussHermite } from '../numeric/quadrature.ts'
import type { AdaptiveState } from './types.ts'

/** Of one item for one person: see prospects(). */
export type Prospect = { gain: number; success: number; after: number }

const rule = gaussHermite(21)
const points = rule.nodes.length

/** Mean posterior standard deviation over the targets, in logits; NaN without a target. */
export function precisionOf({ posterior, targets }: Pick<AdaptiveState, 'posterior' | 'targets'>): number {
  const { covariance } = posterior
  const sds = targets.map(({ dimension: k }) => Math.sqrt(covariance.data[k * covariance.columns + k]!))
  return sds.reduce((sum, sd) => sum + sd, 0) / sds.length
}

/** P(θ < τ), 0…1, under the Gaussian posterior of competency `dimension`: that its target is not reached. */
export function probabilityBelow(
  { posterior: { mean, covariance } }: Pick<AdaptiveState, 'posterior'>,
  dimension: number,
  threshold: number,
): number {
  const sd = Math.sqrt(covariance.data[dimension * covariance.columns + dimension]!)
  return normalCdf((threshold - mean[dimension]!) / sd)
}

/**
 * What an answer to an item is expected to bring, before it is given (pre-posterior analysis: Owen 1975, JASA 70:351;
 * van der Linden and Pashley 2010, in Elements of Adaptive Testing, §1.3.3; for many dimensions Segall 1996,
 * Psychometrika 61:331). With the posterior N(m, V), an item on competency c and its answer y, the tilted variance
 * v(y) of θ_c comes from a Gauss–Hermite rule over N(m_c, V_cc), and by the regression of θ_k on θ_c
 *   Var(θ_k | y) = V_kk − (V_kc² / V_cc²)(V_cc − v(y)).
 * - success: expected share of the item's points, 0…1.
 * - after: expected mean standard deviation over the targets, in logits.
 * - gain: expected fall of the mean over the targets of ω_k sd_k, in logits, where ω_k = 1 − u + u · 4p_k(1 − p_k) with
 *   u = `undecided` and p_k the probability of being below target k: an answer is worth most where it is open whether
 *   there is a gap.
 * The returned function reuses its buffers; `dimension` is 0…K − 1.
 */
export function prospects(
  state: AdaptiveState,
  undecided: number,
): (dimension: number, parameters: ItemParameters) => Prospect {
  const { posterior, targets } = state
  const { mean, covariance } = posterior
  const size = covariance.columns
  const count = targets.length
  const variances = new Float64Array(count)
  const weights = new Float64Array(count)
  let now = 0
  targets.forEach(({ dimension, threshold }, i) => {
    const below = probabilityBelow(state, dimension, threshold)
    variances[i] = covariance.data[dimension * size + dimension]!
    weights[i] = (1 - undecided + undecided * 4 * below * (1 - below)) / count
    now += weights[i] * Math.sqrt(variances[i])
  })
  const sharesOf = new Map<number, Float64Array>()
  const shares = (c: number) => {
    const known = sharesOf.get(c)
    if (known) return known
    const own = covariance.data[c * size + c]!
    const made = Float64Array.from(
      targets,
      ({ dimension }) => (covariance.data[dimension * size + c]! / own) ** 2,
    )
    sharesOf.set(c, made)
    return made
  }

  return (c, parameters) => {
    const own = covariance.data[c * size + c]!
    const answers = tilted(parameters, mean[c]!, Math.sqrt(own))
    const share = shares(c)
    let weighted = 0
    let plain = 0
    let score = 0
    for (let y = 0; y < answers.probability.length; y++) {
      const probability = answers.probability[y]!
      const fall = own - answers.variance[y]!
      let a = 0
      let b = 0
      for (let i = 0; i < count; i++) {
        const sd = Math.sqrt(variances[i]! - share[i]! * fall)
        a += weights[i]! * sd
        b += sd
      }
      weighted += probability * a
      plain += probability * b
      score += probability * y
    }
    return {
      gain: now - weighted,
      success: score / (answers.probability.length - 1),
      after: plain / count,
    }
  }
}

/** Probability of each answer and the variance of θ after it, for θ ~ N(mean, sd²) before it. */
function tilted(parameters: ItemParameters, mean: number, sd: number) {
  const many = categories(parameters)
  const mass = new Float64Array(many)
  const first = new Float64Array(many)
  const second = new Float64Array(many)
  for (let q = 0; q < points; q++) {
    const x = rule.nodes[q]!
    const theta = mean + sd * x
    const weight = rule.weights[q]!
    const each = categoryProbabilities(parameters, theta)
    for (let y = 0; y < many; y++) {
      const w = weight * each[y]!
      mass[y]! += w
      first[y]! += w * x
      second[y]! += w * x * x
    }
  }
  const variance = second.map((sum, y) => {
    const p = mass[y]!
    return p > 0 ? sd * sd * Math.max(0, sum / p - (first[y]! / p) ** 2) : sd * sd
  })
  return { probability: mass, variance }
}
