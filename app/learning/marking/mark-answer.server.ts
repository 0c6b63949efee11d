import { sameData } from '~/formats/same-data'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { moduleVersion, newestModule } from '../modules.server'
import { attemptScore, reaches } from '../quiz/attempt'
import { responsesOf } from '../quiz/attempts.server'
import { settleAttempt } from '../quiz/settle-attempt.server'
import { findAnswer, nextWaiting, type AnswerRow } from './answers.server'
import { readMark, type MarkFault, type TypedMark } from './mark-form'
import { essayOf, isClosed, markOf } from './view-answer.server'

type MarkInput = {
  id: string
  /** The revision of the mark that the form began from. */
  seen: number
  /** The fields of the form by name. */
  fields: ReadonlyMap<string, string>
}

/**
 * `conflict`: somebody else has marked meanwhile, nothing is saved. `closed`: the days for changes are over. `passed`: the
 * change would take back a pass that was given.
 */
export type MarkOutcome =
  | { kind: 'saved'; next: string | null }
  | { kind: 'fault'; typed: TypedMark; fault: MarkFault }
  | { kind: 'conflict' | 'closed' | 'passed'; typed: TypedMark }

/**
 * Marks a long answer, or changes its mark. The last mark of an attempt settles it, and may finish the module: all of it
 * in one transaction.
 */
export async function markAnswer(actor: Actor, { id, seen, fields }: MarkInput): Promise<MarkOutcome> {
  authorise(actor, 'marking.mark')
  const found = findAnswer(actor, id, reader.sql)
  if (!found) throw refuse('notFound')
  const read = readMark(essayOf(found), fields)
  const { typed } = read
  if (read.fault) return { kind: 'fault', typed, fault: read.fault }
  const { score } = read
  return inTransaction(async (tx): Promise<MarkOutcome> => {
    const row = findAnswer(actor, id, tx.sql)
    if (!row) throw refuse('notFound')
    const saved = (): MarkOutcome => ({ kind: 'saved', next: nextWaiting(actor, row, tx.sql) })
    if (sameData(markOf(row), typed)) return saved()
    if (row.revision !== seen) return { kind: 'conflict', typed }
    const at = now()
    if (isClosed(row, at)) return { kind: 'closed', typed }
    const attempt = attemptOf(tx, row)
    if (attempt.passed && !staysPassed(tx, row, attempt, score)) return { kind: 'passed', typed }
    tx.sql.run(
      `UPDATE EssayMark SET revision = revision + 1, levels = ?, score = ?, comment = ?,
         firstAt = coalesce(firstAt, ?), markedAt = ?, markedBy = ? WHERE id = ?`,
      ...[JSON.stringify(typed.levels), score, typed.comment || null],
      ...[dbDate(at), dbDate(at), actor.accountId, id],
    )
    const module = newestModule(row.moduleCode) ?? moduleVersion(attempt.versionId)
    settleAttempt(tx, { personId: row.personId, attempt, module, at })
    await audit(tx, actor.accountId, 'answer.mark', id, { revision: row.revision + 1 })
    return saved()
  })
}

type Settled = { id: string; versionId: string; items: string[]; passed: boolean }

function attemptOf(tx: Tx, { attemptId }: AnswerRow): Settled {
  const row = tx.sql.get<{ versionId: string; items: string; passed: number | null }>(
    'SELECT moduleVersionId AS versionId, items, passed FROM QuizAttempt WHERE id = ?',
    attemptId,
  )!
  return {
    id: attemptId,
    versionId: row.versionId,
    items: JSON.parse(row.items) as string[],
    passed: row.passed === 1,
  }
}

/** A pass stays a pass: a certificate may rest on it. */
function staysPassed(tx: Tx, { itemId }: AnswerRow, attempt: Settled, score: number): boolean {
  const given = responsesOf(attempt.id, tx.sql)
  given.set(itemId, { ...given.get(itemId)!, score })
  const after = attemptScore(attempt.items, given)
  return after !== null && reaches(after, moduleVersion(attempt.versionId).quiz.pass)
}
