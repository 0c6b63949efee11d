import { structuredCovariance, type Components } from '../irt/prior'
import type { Posterior } from '../irt/posterior'
import {
  cholesky,
  inverseFromCholesky,
  matrix,
  multiply,
  solveCholesky,
  type Matrix,
} from '../numeric/matrix'

const parts = ['general', 'domain', 'own'] as const

/** Sum over the persons of the scores of the log variances (general, domain, own) and of their squares and products. */
export type ComponentScores = { sum: Float64Array; squares: Matrix }

/**
 * Collects ∂ log-likelihood / ∂ log variance of each person, by Fisher's identity the posterior mean of the complete
 * data's ½ (θ′ Σ⁻¹ D Σ⁻¹ θ − tr Σ⁻¹ D), D the part's share of Σ and θ from the mean.
 */
export function componentScores(domainOf: readonly number[], components: Components, mean: Float64Array) {
  const n = domainOf.length
  const inverse = inverseFromCholesky(cholesky(structuredCovariance(domainOf, components)))
  const sandwiches = parts.map((part) => {
    const share = structuredCovariance(domainOf, { general: 0, domain: 0, own: 0, [part]: components[part] })
    const half = multiply(inverse, share)
    const trace = Array.from({ length: n }, (_, k) => half.data[k * (n + 1)]!).reduce((sum, x) => sum + x, 0)
    return { matrix: multiply(half, inverse).data, trace }
  })
  const scores: ComponentScores = { sum: new Float64Array(3), squares: matrix(3, 3) }
  const own = new Float64Array(3)
  const add = ({ mean: m, covariance }: Posterior) => {
    sandwiches.forEach(({ matrix: b, trace }, c) => {
      let total = 0
      for (let i = 0; i < n; i++) {
        const away = m[i]! - mean[i]!
        for (let j = 0, at = i * n; j < n; j++, at++)
          total += b[at]! * (covariance.data[at]! + away * (m[j]! - mean[j]!))
      }
      own[c] = (total - trace) / 2
    })
    for (let c = 0; c < 3; c++) {
      scores.sum[c] = scores.sum[c]! + own[c]!
      for (let d = 0; d < 3; d++) scores.squares.data[c * 3 + d]! += own[c]! * own[d]!
    }
  }
  return { scores, add }
}

/** With shrinkage, the log variances less their mean ~ N(those in force, 0.5²): their total stays free, as the scale is. */
const shapeSd = 0.5

/**
 * One step of Newton's method on the marginal likelihood of the log variances, the information taken from the persons'
 * scores (Berndt, Hall, Hall and Hausman 1974, Ann. Econ. Soc. Meas. 3:653): EM itself hardly moves a variance that few
 * persons' answers bear on. No variance changes by more than a fifth in a step.
 * @param inForce pulls the variances where it is given
 */
export function stepComponents(
  { sum, squares }: ComponentScores,
  before: Components,
  inForce: Components | null,
): Components {
  const precision = inForce ? 1 / shapeSd ** 2 : 0
  const away = parts.map((part) => (inForce ? Math.log(before[part] / inForce[part]) : 0))
  const middle = (away[0]! + away[1]! + away[2]!) / 3
  const gradient = Float64Array.from(away, (value, c) => sum[c]! - precision * (value - middle))
  const information = matrix(
    3,
    3,
    (c, d) => squares.data[c * 3 + d]! + (c === d ? precision + 1e-3 : 0) - precision / 3,
  )
  const step = solveCholesky(cholesky(information), gradient)
  const next = { ...before }
  parts.forEach((part, c) => {
    next[part] = Math.max(1e-3, before[part] * Math.exp(Math.max(-0.2, Math.min(0.2, step[c]!))))
  })
  return next
}
