import { tenth, type Card, type Criterion, type Rule } from './card'
import type { Bilingual } from '~/platform/i18n/locale'

/** Why a criterion has no figure of a commune. */
export type Missing =
  | 'campaign'
  | 'hidden'
  | 'uninformed'
  | 'unmeasured'
  | 'people'
  | 'module'
  | 'plan'
  | 'held'
  | 'indicator'
  | 'value'
  | 'entry'
  | 'returned'

/** Where a value is from and of which day (YYYY-MM-DD). */
export type Origin =
  | { kind: 'campaign'; id: string; title: Bilingual; day: string }
  | { kind: 'records'; day: string }
  | { kind: 'indicator'; day: string; source: string }
  | { kind: 'entry'; id: number; day: string; evidence: string; confirmed: boolean }

/** A value of a commune with the ends of its 90 % interval, equal where it is counted and not estimated. */
export type Reading =
  | { value: number; low: number; high: number; from: Origin; missing?: never }
  | { missing: Missing; from?: never }

/** The points of a commune for one criterion, to a tenth; null without a figure, which is not the same as none. */
export type CriterionScore = {
  code: string
  max: number
  points: { value: number; low: number; high: number } | null
  reading: Reading
}

/** Points of a commune: `low`–`high` the range, over criteria worth `known` of `of` points. */
export type Total = { points: number; low: number; high: number; known: number; of: number }

/**
 * Points for a value, from 0 to `max`, to a tenth. Linear: none at the floor and beyond it, all of them at the goal; a goal
 * below the floor means that less is better. Steps: those of the best threshold reached. Yes and no: all from 1 on.
 * A better value never gets fewer points.
 * @throws RangeError where the value is no number, or floor and goal are the same
 * @example pointsOf({ kind: 'linear', floor: 20, goal: 80 }, 6, 50) // 3
 */
export function pointsOf(rule: Rule, max: number, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`no value to score: ${value}`)
  if (rule.kind === 'yesno') return value >= 1 ? tenth(max) : 0
  if (rule.kind === 'linear') {
    if (rule.floor === rule.goal) throw new RangeError('floor and goal are the same')
    const share = (value - rule.floor) / (rule.goal - rule.floor)
    return tenth(max * Math.min(1, Math.max(0, share)))
  }
  const reached = rule.steps.filter(({ at }) => (rule.better === 'higher' ? value >= at : value <= at))
  return tenth(Math.min(max, Math.max(0, ...reached.map(({ points }) => points))))
}

/** The points of a criterion at its value and at both ends of the interval; rules are monotone, so the ends are the bounds. */
export function scoreOf({ code, max, rule }: Criterion, reading: Reading): CriterionScore {
  if (reading.missing !== undefined) return { code, max, points: null, reading }
  const value = pointsOf(rule, max, reading.value)
  const ends = [pointsOf(rule, max, reading.low), pointsOf(rule, max, reading.high), value]
  return { code, max, points: { value, low: Math.min(...ends), high: Math.max(...ends) }, reading }
}

/**
 * The sum over criteria with a figure, with the sums of the low and of the high ends as its range: what is measured comes from
 * answers of the same people, so that errors may all point the same way. That is the widest range, not a 90 % interval of the
 * sum, which would be narrower. Criteria without a figure count in `of` alone.
 */
export function totalOf(scores: readonly CriterionScore[]): Total {
  const known = scores.filter(({ points }) => points !== null)
  const sum = (pick: (each: CriterionScore) => number, of: readonly CriterionScore[]) =>
    tenth(of.reduce((all, each) => all + pick(each), 0))
  return {
    points: sum(({ points }) => points!.value, known),
    low: sum(({ points }) => points!.low, known),
    high: sum(({ points }) => points!.high, known),
    known: sum(({ max }) => max, known),
    of: sum(({ max }) => max, scores),
  }
}

/** The totals of a card's groups, in its order; a group without a criterion is left out. */
export function groupTotals(
  card: Pick<Card, 'groups' | 'criteria'>,
  scores: readonly CriterionScore[],
): { code: string; name: Bilingual; total: Total }[] {
  const groupOf = new Map(card.criteria.map(({ code, group }) => [code, group]))
  return card.groups.flatMap(({ code, name }) => {
    const own = scores.filter((each) => groupOf.get(each.code) === code)
    return own.length > 0 ? [{ code, name, total: totalOf(own) }] : []
  })
}

/** Points that rest on entries nobody has confirmed yet. */
export function unconfirmedPoints(scores: readonly CriterionScore[]): number {
  return tenth(
    scores.reduce((sum, { points, reading }) => {
      const waits = reading.from?.kind === 'entry' && !reading.from.confirmed
      return sum + (waits && points ? points.value : 0)
    }, 0),
  )
}
