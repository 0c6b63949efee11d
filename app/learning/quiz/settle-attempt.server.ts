import type { GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { ModuleVersion } from '../module'
import { moduleVersion } from '../modules.server'
import { finishIfDue } from '../progress.server'
import { attemptScore, isAnswered, reaches, type Attempt } from './attempt'
import { responsesOf } from './attempts.server'

type Ending = {
  personId: string
  attempt: Pick<Attempt, 'id' | 'items' | 'versionId'>
  /** The module as it is now, or as it was last. */
  module: ModuleVersion
  at: Date
}

/**
 * Ends an attempt whose last question is answered, and gives it its score once every answer has one: a pass may finish the
 * module. Called again after a change of a mark, it settles the attempt anew.
 */
export function settleAttempt(tx: GroupTx, { personId, attempt, module, at }: Ending): void {
  const given = responsesOf(attempt.id, tx.sql)
  if (!isAnswered({ items: attempt.items, given })) return
  const score = attemptScore(attempt.items, given)
  const passed = score === null ? null : reaches(score, moduleVersion(attempt.versionId).quiz.pass)
  const ended = tx.sql.run(
    'UPDATE QuizAttempt SET submittedAt = ? WHERE id = ? AND submittedAt IS NULL',
    ...[dbDate(at), attempt.id],
  )
  if (ended === 1)
    tx.sql.run(
      'UPDATE Enrolment SET lastAt = ? WHERE personId = ? AND moduleCode = ?',
      ...[dbDate(at), personId, module.code],
    )
  if (score === null) return
  tx.sql.run(
    'UPDATE QuizAttempt SET score = ?, passed = ? WHERE id = ?',
    ...[score, passed ? 1 : 0, attempt.id],
  )
  tx.sql.run(
    `UPDATE Enrolment SET passedAt = CASE WHEN ? THEN coalesce(passedAt, ?) ELSE passedAt END,
       bestScore = (SELECT max(score) FROM QuizAttempt WHERE personId = ? AND moduleCode = ?)
     WHERE personId = ? AND moduleCode = ?`,
    ...[passed ? 1 : 0, dbDate(at), personId, module.code, personId, module.code],
  )
  if (passed) finishIfDue(tx, personId, module, at)
}
