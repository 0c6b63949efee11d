import { normalCdf, normalPdf } from '~/assessment/numeric/normal'
import { z90, type Interval } from './wilson'

/** How people spread over abilities: about `mean` (known to `meanSd`) with `sd`, all in logits. */
export type Spread = { mean: number; meanSd: number; sd: number }
export type Threshold = { level: number; from: number }

/** A share of people, 0 to 1, at one level; level 0 is below the first threshold. */
export type LevelShare = Interval & { level: number; share: number }

/**
 * Shares of people at each level where abilities are normal about a mean that is itself uncertain. The 90 % interval is
 * what the mean's own 90 % interval leaves open, looked through in `steps` steps; the spread is held, as in the estimates.
 * @param thresholds lowest first
 */
export function levelShares(spread: Spread, thresholds: readonly Threshold[]): LevelShare[] {
  const steps = 16
  const at = (mean: number) => {
    const below = thresholds.map(({ from }) => normalCdf((from - mean) / spread.sd))
    return [0, ...thresholds.map(({ level }) => level)].map(
      (_, i) => (below[i] ?? 1) - (i === 0 ? 0 : below[i - 1]!),
    )
  }
  const half = z90 * spread.meanSd
  const means = Array.from({ length: steps + 1 }, (_, i) => spread.mean + half * ((2 * i) / steps - 1))
  const open = means.map(at)
  return at(spread.mean).map((share, i) => ({
    level: i === 0 ? 0 : thresholds[i - 1]!.level,
    share,
    low: Math.min(share, ...open.map((each) => each[i]!)),
    high: Math.max(share, ...open.map((each) => each[i]!)),
  }))
}

/** Heights of the normal curve at evenly spaced abilities from `from` to `to`, 1 at its top. */
export function curve(
  { mean, sd }: Spread,
  from: number,
  to: number,
  points = 61,
): { x: number; y: number }[] {
  const top = normalPdf(0)
  return Array.from({ length: points }, (_, i) => {
    const x = from + ((to - from) * i) / (points - 1)
    return { x, y: normalPdf((x - mean) / sd) / top }
  })
}
