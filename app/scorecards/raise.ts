import { activeCriteria, tenth, type Card, type Criterion } from './card'
import { pointsOf, type CriterionScore, type Missing } from './score'

/** How far one step goes on a linear rule: a quarter of the way from floor to goal. */
const stepShare = 0.25
/** Less than this is not worth a line. */
const leastGain = 0.05

/** One step that would raise a commune's points: from a value to another, `need` apart, for `gain` points. */
export type Raise = {
  code: string
  from: number
  to: number
  need: number
  gain: number
  /** Points that this criterion has beyond the step. */
  beyond: number
}

/** A criterion of which nothing is known, and what would make it known, for up to `gain` points. */
export type Find = { code: string; missing: Missing; gain: number }

/**
 * What would raise a commune's points next. Of each criterion one step: on a linear rule a quarter of the way from floor to
 * goal, counted from the floor where the value is below it, and no further than the goal; on steps the next threshold; a yes
 * for a no. Most points first; of equal ones the shorter way, as a share of the whole way.
 */
export function nextRaises(card: Card, scores: readonly CriterionScore[]): Raise[] {
  const of = new Map(scores.map((each) => [each.code, each]))
  return activeCriteria(card)
    .flatMap((criterion) => {
      const score = of.get(criterion.code)
      return score ? (raiseOf(criterion, score) ?? []) : []
    })
    .sort((a, b) => b.raise.gain - a.raise.gain || a.way - b.way)
    .map(({ raise }) => raise)
}

function raiseOf(
  criterion: Criterion,
  { reading, points }: CriterionScore,
): { raise: Raise; way: number } | null {
  if (reading.missing !== undefined || !points) return null
  const to = nextValue(criterion, reading.value)
  if (to === null) return null
  const reached = pointsOf(criterion.rule, criterion.max, to)
  const gain = tenth(reached - points.value)
  if (gain < leastGain) return null
  const need = Math.abs(to - reading.value)
  const raise = {
    code: criterion.code,
    from: reading.value,
    to,
    need,
    gain,
    beyond: tenth(criterion.max - reached),
  }
  return { raise, way: need / lengthOf(criterion) }
}

function nextValue({ rule, max }: Criterion, value: number): number | null {
  if (rule.kind === 'yesno') return value >= 1 ? null : 1
  if (rule.kind === 'steps') {
    const now = pointsOf(rule, max, value)
    return rule.steps.find(({ points }) => points > now)?.at ?? null
  }
  const { floor, goal } = rule
  const sign = goal > floor ? 1 : -1
  if (sign * (value - goal) >= 0) return null
  const begin = sign * (value - floor) < 0 ? floor : value
  const to = begin + stepShare * (goal - floor)
  return sign * (to - goal) > 0 ? goal : to
}

function lengthOf({ rule }: Criterion): number {
  if (rule.kind === 'yesno') return 1
  if (rule.kind === 'linear') return Math.abs(rule.goal - rule.floor)
  const at = rule.steps.map((step) => step.at)
  return Math.max(1e-9, Math.max(...at.map(Math.abs)), Math.max(...at) - Math.min(...at))
}

/** What somebody can do something about; the rest waits for a survey, a plan or a larger group. */
const findable: ReadonlySet<Missing> = new Set(['entry', 'returned', 'value', 'indicator'])

/** Criteria without a figure that somebody could bring, most points first. */
export function toFind(scores: readonly CriterionScore[]): Find[] {
  return scores
    .flatMap(({ code, max, reading }) =>
      reading.missing !== undefined && findable.has(reading.missing)
        ? [{ code, missing: reading.missing, gain: max }]
        : [],
    )
    .sort((a, b) => b.gain - a.gain)
}
