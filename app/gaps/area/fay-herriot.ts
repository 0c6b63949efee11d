import { normalCdf, normalQuantile } from '~/assessment/numeric/normal'
import type { Message } from '~/formats/message'
import { dot, forwardSolve } from './least-squares'
import { remlVariance, type Sampled, type Step } from './reml'

/**
 * Areas in order: direct estimate and its sampling variance (both null for an area that was not sampled), and the columns of
 * the design with their names, the intercept first.
 */
export type AreaInput = {
  names: readonly string[]
  estimate: readonly (number | null)[]
  variance: readonly (number | null)[]
  columns: readonly { name: string; values: Float64Array }[]
}

export type Coefficient = { name: string; estimate: number; standardError: number; z: number; p: number }

export type AreaEstimate = {
  area: string
  direct: number | null
  samplingVariance: number | null
  /** x'β. */ regression: number
  /** Part of the direct estimate in the eblup, 0 for a synthetic estimate. */ weight: number
  eblup: number
  mse: number
  rmse: number
  low: number
  high: number
  synthetic: boolean
}

export type AreaFit = {
  areas: { total: number; sampled: number }
  coefficients: Coefficient[]
  modelVariance: { estimate: number; standardError: number; zero: boolean }
  estimates: AreaEstimate[]
  fit: {
    logLikelihood: number
    restrictedLogLikelihood: number
    aic: number
    bic: number
    iterations: number
    converged: boolean
  }
  notes: Message[]
}

const z90 = normalQuantile(0.95)
/** Fewer degrees of freedom than this are counted as this many. */
const leastFreedom = 4
/** Below so many areas beyond the coefficients, the variance between areas is hardly known. */
const fewDegrees = 10

/**
 * The area-level model y_d = x_d'β + v_d + e_d, v_d ~ N(0, σ²), e_d ~ N(0, ψ_d) with ψ_d known (Fay and Herriot 1979,
 * J. Am. Stat. Assoc. 74:269), with σ² by restricted maximum likelihood. The mean squared error of the EBLUP is
 * g1 + g2 + 2 g3 (Prasad and Rao 1990, J. Am. Stat. Assoc. 85:163; Datta and Lahiri 2000, Statistica Sinica 10:613), with
 * the variance 2 / Σ (σ² + ψ)⁻² of σ²; for an area without a sample it is σ² + x'(X'V⁻¹X)⁻¹x (Rao and Molina 2015, sec.
 * 6.2). Intervals are 90 %: normal, and for areas without a sample t with 2 mse² / var(σ²)
 * degrees of freedom (Satterthwaite 1946, Biometrics Bulletin 2:110), for there the uncertainty of σ² is not made up for. aic and bic count β and σ² at the full likelihood.
 * @throws RangeError where ψ is not positive, a column depends on others, or sampled areas are no more than columns
 */
export function fayHerriot(input: AreaInput): AreaFit {
  const sampledAt = input.names.flatMap((_, d) => (isSampled(input, d) ? [d] : []))
  const sampled: Sampled = {
    estimate: Float64Array.from(sampledAt, (d) => input.estimate[d]!),
    variance: Float64Array.from(sampledAt, (d) => input.variance[d]!),
    columns: input.columns.map(({ values }) => Float64Array.from(sampledAt, (d) => values[d]!)),
  }
  const m = sampledAt.length
  const p = input.columns.length
  if (m <= p) throw new RangeError(`${m} areas with an estimate for ${p} coefficients`)
  if (!sampled.variance.every((each) => each > 0)) throw new RangeError('a sampling variance is not positive')
  const { variance, iterations, converged, step } = remlVariance(sampled)
  const varianceOfVariance = 2 / step.weight.reduce((sum, w) => sum + w * w, 0)
  const { full, restricted } = step
  return {
    areas: { total: input.names.length, sampled: m },
    coefficients: coefficients(input, step),
    modelVariance: { estimate: variance, standardError: Math.sqrt(varianceOfVariance), zero: variance === 0 },
    estimates: input.names.map((_, d) => areaEstimate(input, d, variance, varianceOfVariance, step)),
    fit: {
      logLikelihood: full,
      restrictedLogLikelihood: restricted,
      aic: -2 * full + 2 * (p + 1),
      bic: -2 * full + (p + 1) * Math.log(m),
      iterations,
      converged,
    },
    notes: [
      ...(variance === 0 ? [{ key: 'note.zeroVariance' }] : []),
      ...(converged ? [] : [{ key: 'note.notConverged' }]),
      ...(m - p < fewDegrees ? [{ key: 'note.fewAreas', values: { areas: m, coefficients: p } }] : []),
      ...(m < input.names.length
        ? [{ key: 'note.unsampled', values: { count: input.names.length - m } }]
        : []),
    ],
  }
}

function isSampled({ estimate, variance }: AreaInput, d: number): boolean {
  return estimate[d] !== null && variance[d] !== null
}

function coefficients(input: AreaInput, { beta, factors }: Step): Coefficient[] {
  return input.columns.map(({ name }, j) => {
    const unit = Float64Array.from(input.columns, (_, k) => (k === j ? 1 : 0))
    const part = forwardSolve(factors.r, unit)
    const standardError = Math.sqrt(dot(part, part))
    const z = beta[j]! / standardError
    return { name, estimate: beta[j]!, standardError, z, p: 2 * normalCdf(-Math.abs(z)) }
  })
}

function areaEstimate(
  input: AreaInput,
  d: number,
  between: number,
  varianceOfVariance: number,
  { beta, factors }: Step,
): AreaEstimate {
  const x = Float64Array.from(input.columns, ({ values }) => values[d]!)
  const regression = dot(x, beta)
  const part = forwardSolve(factors.r, x)
  const ofBeta = dot(part, part)
  const synthetic = !isSampled(input, d)
  const direct = synthetic ? null : input.estimate[d]!
  const psi = synthetic ? null : input.variance[d]!
  const weight = psi === null ? 0 : between / (between + psi)
  const eblup = direct === null ? regression : regression + weight * (direct - regression)
  const mse =
    psi === null
      ? between + ofBeta
      : psi * weight + (1 - weight) ** 2 * (ofBeta + (2 * varianceOfVariance) / (between + psi))
  const rmse = Math.sqrt(mse)
  const times = synthetic ? studentT((2 * mse * mse) / varianceOfVariance) : z90
  return {
    area: input.names[d]!,
    direct,
    samplingVariance: psi,
    regression,
    weight,
    eblup,
    mse,
    rmse,
    low: eblup - times * rmse,
    high: eblup + times * rmse,
    synthetic,
  }
}

/** Quantile 0.95 of Student's t, from that of the normal: Abramowitz and Stegun 26.7.5, error below 0.02 from 4 on. */
function studentT(freedom: number): number {
  const n = Math.max(leastFreedom, freedom)
  const z = z90
  return z + (z ** 3 + z) / (4 * n) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n * n)
}
