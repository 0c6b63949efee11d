import type { AppLoadContext } from '@remix-run/node'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { authorise } from '~/platform/policy/require.server'
import type { Learner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { changeVisitorModule } from '../progress.server'
import { isOver } from './attempt'
import { newestAttempt, responsesOf } from './attempts.server'
import { settleAttempt } from './settle-attempt.server'
import { answeredInCookie } from './visitor-answers.server'

/**
 * Ends the attempt whose time is over: what was sent in time counts, the rest is without points.
 * @returns whether there was one to end
 */
export async function endOverdue(
  learner: Learner,
  module: ModuleVersion,
  context: Pick<AppLoadContext, 'setCookie'>,
): Promise<boolean> {
  const at = now()
  const attempt = newestAttempt(learner, module.code)
  if (!attempt || !isOver(attempt, at)) return false
  const open = (given: ReadonlyMap<string, unknown>) => attempt.items.filter((id) => !given.has(id))
  if (open(attempt.given).length === 0) return false
  if (learner.kind === 'visitor') {
    if (learner.lapsed) return false
    const numbers = open(attempt.given).map((id) => [attempt.items.indexOf(id) + 1, null] as const)
    await changeVisitorModule(learner, module, context, (known, seconds) =>
      answeredInCookie(known, numbers, seconds),
    )
    return true
  }
  const { actor, personId } = learner
  authorise(actor, 'learning.own', { personId })
  await inGroupedTransaction((tx) => {
    for (const id of open(responsesOf(attempt.id, tx.sql)))
      tx.sql.run(
        "INSERT INTO QuizResponse (attemptId, itemId, value, score, at) VALUES (?, ?, 'null', 0, ?) ON CONFLICT DO NOTHING",
        ...[attempt.id, id, dbDate(at)],
      )
    settleAttempt(tx, { personId, attempt, module, at })
  })
  return true
}
