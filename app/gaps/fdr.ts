/** Share of false claims among those made that a report accepts. */
const falseDiscoveryRate = 0.1

/**
 * The report weighs its claims in two families: figures and changes, and communes by skills and conditions. The share of
 * false ones among all is at most the sum of these rates.
 */
export const rates = { figures: 0.08, places: 0.02 }

/**
 * Which of many claims may be made so that, on average, at most `rate` of those made are false (Benjamini and Hochberg
 * 1995, J. R. Stat. Soc. B 57:289). A p-value of null is a claim that cannot be tested.
 * @example discoveries([0.001, 0.8, null, 0.03]) // [true, false, false, true]
 */
export function discoveries(pValues: readonly (number | null)[], rate = falseDiscoveryRate): boolean[] {
  const sorted = pValues.filter((p): p is number => p !== null).sort((a, b) => a - b)
  const last = sorted.findLastIndex((p, i) => p <= (rate * (i + 1)) / sorted.length)
  const limit = sorted[last]
  return pValues.map((p) => p !== null && limit !== undefined && p <= limit)
}
