import type { Certainty } from '~/ui/certainty'
import { certainty } from '~/ui/certainty'
import { normalCdf } from '~/assessment/numeric/normal'
import { isShown, type Figure } from './figures'
import { z90, type Interval } from './wilson'

/**
 * What changed since the campaign before, later less earlier, with 90 % intervals: of the mean distance (logits; more is
 * better) and of the share below target. `risen`: probability that the distance has grown. `standing` says what may be
 * claimed of it, `better` or `worse`.
 */
export type Change = {
  distance: number
  distanceLow: number
  distanceHigh: number
  share: number
  shareLow: number
  shareHigh: number
  risen: number
  standing: 'better' | 'worse' | 'unclear'
  certainty: Certainty | null
}

/**
 * The change between two figures of a place, of which both may be shown. The two campaigns count as independent; most
 * people take part in both, so that the interval is rather too wide than too narrow. Distances: normal, variances added.
 * Shares: from both intervals by the method of variance estimates recovery (Zou and Donner 2008, Stat. Med. 27:1693).
 */
export function changeOf(before: Figure, after: Figure): Omit<Change, 'standing' | 'certainty'> | null {
  if (!isShown(before) || !isShown(after)) return null
  const distance = after.distance - before.distance
  const sd = Math.hypot(before.distanceSd, after.distanceSd)
  const share = differenceOf(before, after)
  return {
    distance,
    distanceLow: distance - z90 * sd,
    distanceHigh: distance + z90 * sd,
    share: after.share - before.share,
    shareLow: share.low,
    shareHigh: share.high,
    risen: sd > 0 ? normalCdf(distance / sd) : distance > 0 ? 1 : 0,
  }
}

/** The change as the report may put it. */
export function claimedChange(change: Omit<Change, 'standing' | 'certainty'>, isAllowed: boolean): Change {
  if (!isAllowed) return { ...change, standing: 'unclear', certainty: null }
  return {
    ...change,
    standing: change.risen > 0.5 ? 'better' : 'worse',
    certainty: certainty(Math.max(change.risen, 1 - change.risen)),
  }
}

/** The difference of two shares, later less earlier: the ends of its interval from both intervals (Zou and Donner 2008). */
export function differenceOf(
  before: Interval & { share: number },
  after: Interval & { share: number },
): Interval {
  const difference = after.share - before.share
  return {
    low: difference - Math.hypot(after.share - after.low, before.high - before.share),
    high: difference + Math.hypot(after.high - after.share, before.share - before.low),
  }
}
