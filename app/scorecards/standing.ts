import type { CriterionScore } from './score'

/** Where a commune stands, 1 with the most points: from `low` to `high` of `of`. */
export type RankRange = { low: number; high: number; of: number }

/** Of a commune with figures for less than this share of the points nothing is said of its place. */
const leastKnown = 0.5

/**
 * Where each commune stands among the others, never surer than its points. Two are compared over the criteria of which
 * both have a figure, and told apart only where the range of one lies above that of the other. A commune that is surely
 * below k others and surely above m of n stands from k + 1 to n − m. Null for a commune with figures for less than half of the points.
 * @param rows the scores of each commune, all by the same card
 */
export function standings(rows: readonly (readonly CriterionScore[])[]): (RankRange | null)[] {
  const told = rows.map(isTold)
  const of = told.filter(Boolean).length
  const above = rows.map(() => 0)
  const below = rows.map(() => 0)
  for (let a = 0; a < rows.length; a += 1) {
    for (let b = a + 1; b < rows.length; b += 1) {
      if (!told[a] || !told[b]) continue
      const order = compared(rows[a]!, rows[b]!)
      if (order === 0) continue
      const [upper, lower] = order > 0 ? [a, b] : [b, a]
      above[lower]! += 1
      below[upper]! += 1
    }
  }
  return rows.map((_, i) => (told[i] ? { low: above[i]! + 1, high: of - below[i]!, of } : null))
}

function isTold(scores: readonly CriterionScore[]): boolean {
  let [known, of] = [0, 0]
  for (const { points, max } of scores) {
    of += max
    if (points) known += max
  }
  return of > 0 && known >= leastKnown * of
}

/** 1 where the first is surely above, −1 where it is surely below, 0 where they cannot be told apart. */
function compared(a: readonly CriterionScore[], b: readonly CriterionScore[]): -1 | 0 | 1 {
  const sums = { aLow: 0, aHigh: 0, bLow: 0, bHigh: 0 }
  for (let i = 0; i < a.length; i += 1) {
    const [one, other] = [a[i]!.points, b[i]?.points]
    if (!one || !other) continue
    sums.aLow += one.low
    sums.aHigh += one.high
    sums.bLow += other.low
    sums.bHigh += other.high
  }
  // Points are tenths: less than half of one apart is rounding of the sums.
  if (sums.aLow - sums.bHigh > 0.05) return 1
  return sums.bLow - sums.aHigh > 0.05 ? -1 : 0
}
