import { sameData } from '~/formats/same-data'
import { tenth, type Card, type Criterion } from './card'
import type { CriterionScore, Reading } from './score'

/**
 * By how many points a commune moved between two days, over criteria worth `compared` points: those that both versions score in
 * the same way and that had a figure on both days. `unclear` where the range of the change holds zero.
 */
export type Change = {
  points: number
  low: number
  high: number
  compared: number
  standing: 'up' | 'down' | 'unclear'
}

/** Whether two versions score a criterion in the same way; its name and group may differ. */
export function sameScoring(a: Criterion, b: Criterion): boolean {
  return a.code === b.code && a.max === b.max && sameData(a.source, b.source) && sameData(a.rule, b.rule)
}

/** Codes of the criteria that two cards score in the same way, those that are not retired. */
export function comparableCodes(before: Card, after: Card): Set<string> {
  const was = new Map(before.criteria.map((each) => [each.code, each]))
  return new Set(
    after.criteria.flatMap((each) => {
      const earlier = was.get(each.code)
      return earlier && !earlier.retired && !each.retired && sameScoring(earlier, each) ? [each.code] : []
    }),
  )
}

/** The change over the criteria named in `codes`; null where none has a figure on both days. */
export function changeOf(
  before: readonly CriterionScore[],
  after: readonly CriterionScore[],
  codes: ReadonlySet<string>,
): Change | null {
  const was = new Map(before.map((each) => [each.code, each]))
  let [points, low, high, compared] = [0, 0, 0, 0]
  for (const is of after) {
    const earlier = was.get(is.code)
    if (!codes.has(is.code) || !is.points || !earlier?.points) continue
    compared += is.max
    // The same figure of the same survey has not moved, however uncertain it is.
    if (sameFigure(earlier.reading, is.reading)) continue
    points += is.points.value - earlier.points.value
    low += is.points.low - earlier.points.high
    high += is.points.high - earlier.points.low
  }
  if (compared === 0) return null
  const ends = { low: tenth(low), high: tenth(high) }
  const standing = ends.low > 0 ? 'up' : ends.high < 0 ? 'down' : 'unclear'
  return { points: tenth(points), ...ends, compared: tenth(compared), standing }
}

function sameFigure(a: Reading, b: Reading): boolean {
  if (a.missing !== undefined || b.missing !== undefined) return false
  const same = a.value === b.value && a.low === b.low && a.high === b.high
  if (a.from.kind === 'campaign' && b.from.kind === 'campaign') return same && a.from.id === b.from.id
  return same
}
