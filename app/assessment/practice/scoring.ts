import { holds, type Values } from './condition'
import type { Scenario } from './scenario'

/** The points of one scored step; `of` is the most that it gives. */
export type StepScore = { id: string; points: number; of: number }

/** What a try showed of a competency: the share of the points of its scored steps, 0–1. */
export type Evidence = { competency: string; score: number }

/** Points of every scored step in a state: all, half or none of them. */
export function scoreSteps(scenario: Pick<Scenario, 'scoring'>, values: Values): StepScore[] {
  return scenario.scoring.map(({ id, points, when, half }) => ({
    id,
    points: holds(when, values) ? points : half !== undefined && holds(half, values) ? points / 2 : 0,
    of: points,
  }))
}

/** The share of all points, 0–1. */
export function scoreOf(scores: readonly StepScore[]): number {
  const sum = (pick: (score: StepScore) => number) => scores.reduce((total, each) => total + pick(each), 0)
  return sum(({ points }) => points) / sum(({ of }) => of)
}

/**
 * One piece of evidence for each competency. The scored steps of one try hang together, since one moment of care or
 * haste decides several of them; as one score they enter the measurement as one polytomous item, a testlet (Wainer and
 * Kiely 1987, J. Educ. Meas. 24:185), and do not count as often as there are steps.
 */
export function evidenceOf(
  { scoring, evidence }: Pick<Scenario, 'scoring' | 'evidence'>,
  scores: readonly StepScore[],
): Evidence[] {
  return evidence.flatMap(({ competency }) => {
    const own = scores.filter(({ id }) =>
      scoring.some((step) => step.id === id && step.competency === competency),
    )
    return own.length > 0 ? [{ competency, score: scoreOf(own) }] : []
  })
}
