import type { Scenario } from '../scenario'
import { scoreOf, type StepScore } from '../scoring'

export type Tries = {
  count: number
  /** The mean share of all points, 0–1. */
  mean: number
  /** The mean share of the points of each scored step. */
  steps: { id: string; share: number }[]
}

/** What tries at a task show together. */
export function stepShares({ scoring }: Pick<Scenario, 'scoring'>, tries: readonly StepScore[][]): Tries {
  return {
    count: tries.length,
    mean: meanOf(tries.map(scoreOf)),
    steps: scoring.map(({ id }) => ({
      id,
      share: meanOf(
        tries.flatMap((scores) =>
          scores.flatMap((score) => (score.id === id ? [score.points / score.of] : [])),
        ),
      ),
    })),
  }
}

const meanOf = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
