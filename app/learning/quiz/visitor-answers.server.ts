import type { ItemAnswer } from '~/assessment/scoring/score'
import { moduleVersion } from '../modules.server'
import type { VisitorModule } from '../visitor'
import { attemptInCookie } from './attempts.server'

/**
 * What a visitor's cookie holds once questions, by their numbers from 1, are answered; with the last one the attempt ends.
 * @param at seconds since 1970
 */
export function answeredInCookie(
  known: VisitorModule,
  given: readonly (readonly [number: number, value: ItemAnswer | null])[],
  at: number,
): VisitorModule {
  const { attempt } = known
  if (!attempt) return known
  const values = new Map(given)
  const answers = attempt.answers.map((each, i): typeof each =>
    values.has(i + 1) ? [values.get(i + 1) ?? null] : each,
  )
  const changed = { ...known, attempt: { ...attempt, answers } }
  const { score, passed } = attemptInCookie(changed.attempt) ?? { score: null, passed: null }
  if (score === null) return changed
  const ended = { ...changed, bestScore: Math.max(known.bestScore ?? 0, score) }
  if (!passed) return ended
  const { version } = moduleVersion(attempt.versionId)
  return {
    ...ended,
    passedAt: known.passedAt ?? at,
    passedVersion: Math.max(known.passedVersion ?? 0, version),
  }
}
