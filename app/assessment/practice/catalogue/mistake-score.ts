import type { Mistake, Scenario } from '../scenario'

/** The points that a listed mistake still gets, and the scored steps at which it loses some. */
export function mistakeScore(
  { scoring }: Pick<Scenario, 'scoring'>,
  { scores }: Pick<Mistake, 'scores'>,
): { points: number; of: number; lost: string[] } {
  const got = scoring.map(({ id, points }) => ({ id, points: scores[id] ?? points, of: points }))
  return {
    points: got.reduce((sum, { points }) => sum + points, 0),
    of: got.reduce((sum, { of }) => sum + of, 0),
    lost: got.flatMap(({ id, points, of }) => (points < of ? [id] : [])),
  }
}
