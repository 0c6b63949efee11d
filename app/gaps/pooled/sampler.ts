import type { Components } from '~/assessment/irt/prior'
import { cholesky, lowerSolve, upperSolve } from '~/assessment/numeric/matrix'
import { normalDraw, type Random } from '~/assessment/numeric/random'
import { drawEffects, drawVariances, factor, priorPrecision, renew, type Factor } from './effects'
import { remainders, type Sums } from './sums'

/** Scales of the half-t priors of the standard deviations, in logits: communes differ less than positions do. */
const placeScale = 0.3
const positionScale = 0.5
/** Prior of the mean over competencies around the reference population: two logits either way are believable. */
export const meanPrior: Components = { general: 1, domain: 0.25, own: 0.25 }

/**
 * State of the sampler: position means β = μ + γ and place effects u, units × competencies. With one position β = μ, with
 * one place u = 0: there is nothing between which a variance could be seen.
 */
export type Sampler = {
  sums: Sums
  mean: Float64Array
  positions: Float64Array
  places: Float64Array
  placeFactor: Factor | null
  positionFactor: Factor | null
  meanFactor: Factor
  remainder: { places: Float64Array; positions: Float64Array }
}

export function sampler(
  domainOf: readonly number[],
  sums: Sums,
  variances: { place: Components; position: Components },
): Sampler {
  const k = domainOf.length
  const places = sums.places.length
  const positions = sums.positions.length
  return {
    sums,
    mean: new Float64Array(k),
    positions: new Float64Array(positions * k),
    places: new Float64Array(places * k),
    placeFactor: places > 1 ? factor(domainOf, sums.places, placeScale, variances.place) : null,
    positionFactor:
      positions > 1 ? factor(domainOf, sums.positions, positionScale, variances.position) : null,
    meanFactor: factor(domainOf, sums.positions, 1, meanPrior),
    remainder: { places: new Float64Array(places * k), positions: new Float64Array(positions * k) },
  }
}

/** Goes on with the sums of another covariance within people. */
export function withSums(state: Sampler, sums: Sums): void {
  state.sums = sums
  if (state.placeFactor) renew(state.placeFactor, sums.places)
  if (state.positionFactor) renew(state.positionFactor, sums.positions)
  renew(state.meanFactor, sums.positions)
}

export type Variances = 'fixed' | 'adapt' | 'draw'

/**
 * One sweep of the sampler of (T, u), (P, β), μ, each block with its effects integrated out of its variances (partially
 * collapsed Gibbs: van Dyk and Park 2008, J. Am. Stat. Assoc. 103:790), then a move along the line on which places and
 * positions cannot be told apart (Liu and Sabatti 2000, Biometrika 87:353).
 */
export function sweep(state: Sampler, random: Random, variances: Variances): void {
  const { sums, placeFactor, positionFactor, meanFactor, remainder } = state
  if (placeFactor) {
    remainders(sums, 'place', state.positions, remainder.places)
    if (variances !== 'fixed') drawVariances(placeFactor, remainder.places, random, variances === 'adapt')
    drawEffects(placeFactor, remainder.places, state.places, random)
  }
  remainders(sums, 'position', state.places, remainder.positions)
  if (!positionFactor) {
    drawEffects(meanFactor, remainder.positions, state.positions, random)
    state.mean.set(state.positions)
  } else {
    takeOutMean(state)
    if (variances !== 'fixed')
      drawVariances(positionFactor, remainder.positions, random, variances === 'adapt')
    drawEffects(positionFactor, remainder.positions, state.positions, random)
    addMean(state)
    drawMean(state, positionFactor, random)
  }
  if (placeFactor) shiftBetween(state, placeFactor, random)
}

function takeOutMean({ sums, mean, remainder }: Sampler): void {
  const k = mean.length
  for (const [p, w] of sums.positions.entries()) {
    if (w === null) continue
    for (let i = 0; i < k; i++) {
      let sum = 0
      for (let j = 0; j < k; j++) sum += w[i * k + j]! * mean[j]!
      remainder.positions[p * k + i] = remainder.positions[p * k + i]! - sum
    }
  }
}

function addMean({ mean, positions }: Sampler): void {
  for (let i = 0; i < positions.length; i++) positions[i] = positions[i]! + mean[i % mean.length]!
}

/** μ given the position means: N(A⁻¹ P⁻¹ Σβ, A⁻¹), A = M⁻¹ + (number of positions)·P⁻¹. */
function drawMean(state: Sampler, block: Factor, random: Random): void {
  const k = state.mean.length
  const count = state.positions.length / k
  const total = new Float64Array(k)
  for (let i = 0; i < state.positions.length; i++) total[i % k] = total[i % k]! + state.positions[i]!
  const precision = priorPrecision(block)
  const weak = priorPrecision(state.meanFactor)
  state.mean = conditional(
    precision.map((value, i) => count * value + weak[i]!),
    product(precision, total),
    random,
  )
}

/** Moves the places with answers by δ, all positions and μ by −δ: the answers cannot tell, so δ is drawn from what the priors say. */
function shiftBetween(state: Sampler, block: Factor, random: Random): void {
  const k = state.mean.length
  const precision = priorPrecision(block)
  const weak = priorPrecision(state.meanFactor)
  const total = new Float64Array(k)
  const seen = state.sums.places.flatMap((w, place) => (w === null ? [] : [place]))
  for (const place of seen) for (let i = 0; i < k; i++) total[i] = total[i]! + state.places[place * k + i]!
  const pull = product(weak, state.mean)
  const right = product(precision, total).map((value, i) => pull[i]! - value)
  const count = seen.length
  const delta = conditional(
    precision.map((value, i) => count * value + weak[i]!),
    right,
    random,
  )
  for (const place of seen)
    for (let i = 0; i < k; i++) state.places[place * k + i] = state.places[place * k + i]! + delta[i]!
  for (let i = 0; i < state.positions.length; i++) state.positions[i] = state.positions[i]! - delta[i % k]!
  for (let i = 0; i < k; i++) state.mean[i] = state.mean[i]! - delta[i]!
}

function product(square: Float64Array, x: Float64Array): Float64Array {
  const k = x.length
  const result = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    let sum = 0
    for (let j = 0; j < k; j++) sum += square[i * k + j]! * x[j]!
    result[i] = sum
  }
  return result
}

/** A draw from N(A⁻¹ b, A⁻¹). */
function conditional(a: Float64Array, b: Float64Array, random: Random): Float64Array {
  const l = cholesky({ rows: b.length, columns: b.length, data: a })
  const half = lowerSolve(l, b)
  for (let i = 0; i < half.length; i++) half[i] = half[i]! + normalDraw(random)
  return upperSolve(l, half)
}
