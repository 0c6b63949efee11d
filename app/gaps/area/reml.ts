import { median } from '~/assessment/numeric/statistics'
import { backSolve, dot, weightedFactors, type Factors } from './least-squares'

/** What areas were sampled with: direct estimates, their sampling variances, and columns of the design (intercept first). */
export type Sampled = { estimate: Float64Array; variance: Float64Array; columns: readonly Float64Array[] }

/** Generalised least squares at one value of the variance between areas. */
export type Step = {
  beta: Float64Array
  factors: Factors
  /** Weighted residuals √w (y − xβ). */ residual: Float64Array
  /** w = 1 / (variance between areas + sampling variance). */ weight: Float64Array
  restricted: number
  full: number
  score: number
  information: number
}

export type Reml = { variance: number; iterations: number; converged: boolean; step: Step }

/**
 * The restricted and the full log-likelihood of a Fay–Herriot model at `between`, with score and Fisher information of the
 * restricted one: s = ½ (y'PPy − tr P), I = ½ tr PP, P = W − WX(X'WX)⁻¹X'W. Harville 1977, J. Am. Stat. Assoc. 72:320;
 * Rao and Molina 2015, Small Area Estimation, sec. 6.1.
 */
export function stepAt({ estimate, variance, columns }: Sampled, between: number): Step {
  const weight = variance.map((each) => 1 / (between + each))
  const root = weight.map(Math.sqrt)
  const factors = weightedFactors(columns, root)
  const residual = estimate.map((y, i) => y * root[i]!)
  const z = new Float64Array(columns.length)
  for (let pass = 0; pass < 2; pass += 1) {
    for (const [j, q] of factors.q.entries()) {
      const along = dot(q, residual)
      z[j]! += along
      for (let i = 0; i < residual.length; i += 1) residual[i]! -= along * q[i]!
    }
  }
  const m = estimate.length
  const p = columns.length
  const logWeight = weight.reduce((sum, w) => sum + Math.log(w), 0)
  const squares = dot(residual, residual)
  const logRoot = factors.r.reduce((sum, column, j) => sum + Math.log(column[j]!), 0)
  const full = -0.5 * (m * Math.log(2 * Math.PI) - logWeight + squares)
  return {
    beta: backSolve(factors.r, z),
    factors,
    residual,
    weight,
    full,
    restricted: full + 0.5 * p * Math.log(2 * Math.PI) - logRoot,
    ...derivatives(factors, residual, weight),
  }
}

function derivatives({ q }: Factors, residual: Float64Array, weight: Float64Array) {
  let trace = 0
  let traceSquare = 0
  let quadratic = 0
  for (let i = 0; i < weight.length; i += 1) {
    const w = weight[i]!
    const leverage = q.reduce((sum, column) => sum + column[i]! ** 2, 0)
    trace += w * (1 - leverage)
    traceSquare += w * w * (1 - 2 * leverage)
    quadratic += w * residual[i]! ** 2
  }
  for (const a of q) {
    const weighted = a.map((value, i) => value * weight[i]!)
    for (const b of q) traceSquare += dot(weighted, b) ** 2
  }
  return { score: 0.5 * (quadratic - trace), information: 0.5 * traceSquare }
}

/** Powers of ten around the median sampling variance on which the maximum is looked for before it is refined. */
const grid = Array.from({ length: 33 }, (_, i) => 10 ** (-4 + i / 4))
const precision = 1e-11

/**
 * The variance between areas that maximises the restricted likelihood on [0, ∞). Fisher scoring with halved steps begins at
 * the best point of a grid that holds zero, so that neither a boundary nor a second maximum is missed.
 */
export function remlVariance(sampled: Sampled, most = 200): Reml {
  const scale = median(sampled.variance)
  const start = [0, ...grid.map((power) => power * scale)]
    .map((variance) => ({ variance, step: stepAt(sampled, variance) }))
    .reduce((best, each) => (each.step.restricted > best.step.restricted ? each : best))
  let { variance, step } = start
  for (let iterations = 1; iterations <= most; iterations += 1) {
    if (variance === 0 && step.score <= 0) return { variance, iterations, converged: true, step }
    let length = step.score / Math.max(step.information, Number.MIN_VALUE)
    let next = Math.max(0, variance + length)
    let tried = stepAt(sampled, next)
    for (let halving = 0; halving < 60 && tried.restricted < step.restricted; halving += 1) {
      length /= 2
      next = Math.max(0, variance + length)
      tried = stepAt(sampled, next)
    }
    const moved = Math.abs(next - variance)
    if (tried.restricted >= step.restricted) [variance, step] = [next, tried]
    if (moved <= precision * (variance + scale)) return { variance, iterations, converged: true, step }
  }
  return { variance, iterations: most, converged: false, step }
}
