import { structuredCovariance, type Components } from '~/assessment/irt/prior'
import {
  cholesky,
  inverseFromCholesky,
  logDeterminant,
  lowerSolve,
  upperSolve,
  type Matrix,
} from '~/assessment/numeric/matrix'
import { normalDraw, type Random } from '~/assessment/numeric/random'

const names = ['general', 'domain', 'own'] as const
const smallest = 1e-5
const largest = 9
/** Degrees of freedom of the half-t prior of the standard deviations (Gelman 2006, Bayesian Analysis 1:515). */
const freedom = 4

/**
 * A factor of the model, places or positions: each unit's effects ~ N(0, structured covariance), seen through the
 * information of its people (null: nobody answered). `scale`: of the prior of the three standard deviations, in logits.
 */
export type Factor = {
  domainOf: readonly number[]
  information: readonly (Float64Array | null)[]
  scale: number
  variances: Components
  step: number
  accepted: number
  tried: number
  fitted: Fitted | null
}

type Fitted = { prior: Matrix; precision: Float64Array; factors: (Matrix | null)[]; constant: number }

export function factor(
  domainOf: readonly number[],
  information: readonly (Float64Array | null)[],
  scale: number,
  variances: Components,
): Factor {
  return {
    domainOf,
    information,
    scale,
    variances,
    step: 0.4,
    accepted: 0,
    tried: 0,
    fitted: null,
  }
}

/** Gives the factor the information of another covariance within people; its variances stay. */
export function renew(block: Factor, information: readonly (Float64Array | null)[]): void {
  block.information = information
  block.fitted = null
}

/**
 * Draws the three variances by a random walk on their logarithms, the effects integrated out: accepted against
 * Σ −½ log|I + T W| + ½ r′(T⁻¹ + W)⁻¹ r over units. `remainder`: r by unit, units × competencies.
 */
export function drawVariances(block: Factor, remainder: Float64Array, random: Random, adapt: boolean): void {
  const current = (block.fitted ??= fit(block, block.variances))
  const proposal = { ...block.variances }
  for (const name of names) proposal[name] *= Math.exp(block.step * normalDraw(random))
  const chance = Math.log(random())
  if (names.some((name) => proposal[name] < smallest || proposal[name] > largest)) return
  const fitted = fit(block, proposal)
  const ratio =
    evidence(fitted, block.information, remainder) +
    logPrior(proposal, block.scale) -
    evidence(current, block.information, remainder) -
    logPrior(block.variances, block.scale)
  block.tried++
  if (chance < ratio) {
    block.accepted++
    block.variances = proposal
    block.fitted = fitted
  }
  // Towards three acceptances in ten, and a fixed step once draws are kept (Roberts and Rosenthal 2009).
  if (adapt) block.step *= Math.exp(((chance < ratio ? 1 : 0) - 0.3) / Math.sqrt(block.tried))
}

/** Draws the effects of every unit given the variances: N((T⁻¹ + W)⁻¹ r, (T⁻¹ + W)⁻¹), from N(0, T) where nobody answered. */
export function drawEffects(
  block: Factor,
  remainder: Float64Array,
  into: Float64Array,
  random: Random,
): void {
  const fitted = (block.fitted ??= fit(block, block.variances))
  const size = block.domainOf.length
  for (let unit = 0; unit < block.information.length; unit++) {
    const l = fitted.factors[unit]!
    if (l === null) into.set(normalVector(fitted.prior, random), unit * size)
    else {
      const half = lowerSolve(l, remainder.subarray(unit * size, (unit + 1) * size))
      for (let k = 0; k < size; k++) half[k] = half[k]! + normalDraw(random)
      into.set(upperSolve(l, half), unit * size)
    }
  }
}

/** T⁻¹ of the variances drawn last. */
export function priorPrecision(block: Factor): Float64Array {
  return (block.fitted ??= fit(block, block.variances)).precision
}

/** (T⁻¹ + W)⁻¹ of every unit, given the variances drawn last; null where nobody answered. */
export function effectCovariances(block: Factor): (Matrix | null)[] {
  const fitted = (block.fitted ??= fit(block, block.variances))
  return fitted.factors.map((l) => l && inverseFromCholesky(l))
}

/** A draw from N(0, L L′). */
export function normalVector(l: Matrix, random: Random): Float64Array {
  const n = l.rows
  const z = new Float64Array(n)
  for (let k = 0; k < n; k++) z[k] = normalDraw(random)
  const result = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    let sum = 0
    for (let k = 0; k <= j; k++) sum += l.data[j * n + k]! * z[k]!
    result[j] = sum
  }
  return result
}

function fit(block: Factor, variances: Components): Fitted {
  const prior = cholesky(structuredCovariance(block.domainOf, variances))
  const precision = inverseFromCholesky(prior).data
  const size = prior.rows
  const determinant = logDeterminant(prior)
  let constant = 0
  const factors = block.information.map((w) => {
    if (w === null) return null
    const sum = new Float64Array(size * size)
    for (let j = 0; j < sum.length; j++) sum[j] = precision[j]! + w[j]!
    const l = cholesky({ rows: size, columns: size, data: sum })
    constant -= (determinant + logDeterminant(l)) / 2
    return l
  })
  return { prior, precision, factors, constant }
}

function evidence(
  { factors, constant }: Fitted,
  information: readonly (Float64Array | null)[],
  remainder: Float64Array,
): number {
  const size = remainder.length / information.length
  let sum = constant
  for (const [unit, l] of factors.entries()) {
    if (l === null) continue
    const half = lowerSolve(l, remainder.subarray(unit * size, (unit + 1) * size))
    for (let k = 0; k < size; k++) sum += (half[k]! * half[k]!) / 2
  }
  return sum
}

/** Half-t on each standard deviation, as a density of the logarithm of the variance. */
function logPrior(variances: Components, scale: number): number {
  let sum = 0
  for (const name of names) {
    const sd = Math.sqrt(variances[name])
    sum += Math.log(sd) - ((freedom + 1) / 2) * Math.log1p((sd / scale) ** 2 / freedom)
  }
  return sum
}
