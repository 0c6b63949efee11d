import type { Block } from './item-block'

export const mmlPriors = ['none', 'weak'] as const
export type MmlPrior = (typeof mmlPriors)[number]

/**
 * The weak prior: log a ~ N(0, 0.5²), each difficulty b ~ N(0, 2²), the defaults of BILOG-MG for slopes and thresholds
 * (Zimowski, Muraki, Mislevy and Bock 2003); estimated is the joint mode in (log a, b), after Mislevy 1986,
 * Psychometrika 51:177.
 */
export const weakPrior = { logSlopeSd: 0.5, difficultySd: 2 }

/** Beyond these a slope or an intercept is pulled back, so that an estimate that runs away stays finite. */
export const bounds = { slope: 10, intercept: 40 }
const pull = 1000

/**
 * What prior and bounds add to the log-likelihood of one item, with its gradient in (α, d…) and minus its second
 * derivatives on the diagonal, about. With a prior the value is −∞ at a slope that is not positive.
 * @param shares part of the slope's prior that falls to this item, 1 / items where the slope is common; 0 where fixed
 */
export function penalty({ slope, intercepts }: Block, prior: MmlPrior, shares: number) {
  const gradient = new Float64Array(intercepts.length + 1)
  const curvature = new Float64Array(intercepts.length + 1)
  let value = hinge(slope, bounds.slope, 0, gradient, curvature)
  intercepts.forEach((d, k) => (value += hinge(d, bounds.intercept, k + 1, gradient, curvature)))
  if (prior === 'none') return { value, gradient, curvature }
  if (!(slope > 0)) return { value: -Infinity, gradient, curvature }
  const slopeWeight = shares / weakPrior.logSlopeSd ** 2
  const weight = 1 / weakPrior.difficultySd ** 2
  const log = Math.log(slope)
  value -= (slopeWeight * log * log) / 2
  gradient[0] = gradient[0]! - (slopeWeight * log) / slope
  curvature[0] = curvature[0]! + slopeWeight / slope ** 2
  intercepts.forEach((d, k) => {
    const b = -d / slope
    value -= (weight * b * b) / 2
    gradient[0] = gradient[0]! + (weight * b * b) / slope
    gradient[k + 1] = gradient[k + 1]! + (weight * b) / slope
    curvature[k + 1] = curvature[k + 1]! + weight / slope ** 2
  })
  return { value, gradient, curvature }
}

function hinge(
  x: number,
  bound: number,
  at: number,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const over = Math.abs(x) - bound
  if (over <= 0) return 0
  gradient[at] = gradient[at]! - pull * over * Math.sign(x)
  curvature[at] = curvature[at]! + pull
  return (-pull * over * over) / 2
}
