import { normalCdf } from '~/assessment/numeric/normal'
import type { CellEstimate } from './types'

const normal90 = 1.6448536269514722

/** A change of mean distance in logits, positive = better, with its 90 % interval and the two-sided p-value of no change. */
export type Change = { difference: number; sd: number; low: number; high: number; p: number }

type Measured = Pick<CellEstimate, 'distance' | 'distanceSd'>

/**
 * Change of the mean distance of one cell between two campaigns on one scale and one standard: difference ± 1.645·sd with
 * sd² = sd₁² + sd₂². The errors of the two estimates are taken as independent. People who were in both answered anew, so
 * their errors of measurement are; what the model adds, the pull of a place towards its province, goes the same way both
 * times, so the true standard deviation is smaller and the interval errs on the wide side. It is a change of the staff as
 * it was each time: who left and who came are part of it. Throws RangeError for a standard deviation that is not positive.
 */
export function change(before: Measured, after: Measured): Change {
  const sd = Math.sqrt(before.distanceSd ** 2 + after.distanceSd ** 2)
  if (!(sd > 0 && Number.isFinite(sd))) throw new RangeError(`standard deviation ${sd}`)
  const difference = after.distance - before.distance
  return {
    difference,
    sd,
    low: difference - normal90 * sd,
    high: difference + normal90 * sd,
    p: 2 * normalCdf(-Math.abs(difference) / sd),
  }
}
