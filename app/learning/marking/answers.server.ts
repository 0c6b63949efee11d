import type { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'

/**
 * The long answers that an actor may mark: those of people in the places of the grants, the actor's own left out. To be
 * put behind FROM, with its parameters; `m` is the mark, `r` the response, `a` the attempt, `p` the person.
 */
export function markable(actor: Actor): { from: string; params: string[] } {
  const { everywhere, provinceCodes } = scopeOf(actor, 'marking.mark')
  const inPlace = everywhere ? '1' : 'p.provinceCode IN (SELECT value FROM json_each(?))'
  return {
    from: `EssayMark m JOIN QuizResponse r ON r.attemptId = m.attemptId AND r.itemId = m.itemId
      JOIN QuizAttempt a ON a.id = m.attemptId JOIN Person p ON p.id = a.personId
      WHERE ${inPlace} AND p.id <> ?`,
    params: [...(everywhere ? [] : [JSON.stringify(provinceCodes)]), actor.personId ?? ''],
  }
}

/** What the marker's side knows of an answer; `personId` and the attempt never leave the server. */
export type AnswerRow = {
  id: string
  itemId: string
  value: string
  attemptId: string
  personId: string
  moduleCode: string
  revision: number
  levels: string | null
  score: number | null
  comment: string | null
  firstAt: string | null
  markedAt: string | null
  markedBy: string | null
}

/** An answer by its opaque id, where the actor may mark it; undefined for any other. */
export function findAnswer(
  actor: Actor,
  id: string,
  from: Pick<typeof reader.sql, 'get'>,
): AnswerRow | undefined {
  const { from: source, params } = markable(actor)
  return from.get<AnswerRow>(
    `SELECT m.id, m.itemId, r.value, m.attemptId, a.personId, a.moduleCode, m.revision, m.levels, m.score, m.comment,
       m.firstAt, m.markedAt, m.markedBy FROM ${source} AND m.id = ?`,
    ...[...params, id],
  )
}

/** The next waiting answer to the same item, in the stable random order of the ids; after the last comes the first. */
export function nextWaiting(
  actor: Actor,
  { id, itemId }: Pick<AnswerRow, 'id' | 'itemId'>,
  from: Pick<typeof reader.sql, 'get'>,
): string | null {
  const { from: source, params } = markable(actor)
  const next = from.get<{ id: string }>(
    `SELECT m.id FROM ${source} AND m.score IS NULL AND m.itemId = ? AND m.id <> ? ORDER BY m.id < ?, m.id LIMIT 1`,
    ...[...params, itemId, id, id],
  )
  return next?.id ?? null
}
