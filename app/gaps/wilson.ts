/** A range that holds the true value 90 times in 100. */
export type Interval = { low: number; high: number }

/** Quantile 0.95 of the standard normal distribution: both tails of a 90 % interval. */
export const z90 = 1.6448536269514722

/**
 * Wilson's score interval of a share, without continuity correction: it stays within 0–1 and holds its level for small
 * groups too, where the usual `p ± z·se` does not (Wilson 1927, J. Am. Stat. Assoc. 22:209; Brown, Cai, DasGupta 2001,
 * Statistical Science 16:101). No finite-population correction: those who answered stand for people like them as well.
 * @example wilson(15, 20) // { low: 0.568…, high: 0.873… }
 */
export function wilson(successes: number, n: number, z = z90): Interval {
  if (n <= 0) return { low: 0, high: 1 }
  const share = successes / n
  const square = (z * z) / n
  const centre = (share + square / 2) / (1 + square)
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n))
  // Rounding must not push a bound past the share at 0 and 1, where they are equal.
  return {
    low: successes <= 0 ? 0 : Math.max(0, centre - half),
    high: successes >= n ? 1 : Math.min(1, centre + half),
  }
}
