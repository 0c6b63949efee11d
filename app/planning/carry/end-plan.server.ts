import { cancelClass } from '~/classes/end-class.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { followedClasses } from './follow-up.server'
import { reconcileLetters } from './make-letters.server'
import { approvedPlan } from './plan-row.server'

/** Cancels a class of a plan for a reason; the communes that had a letter about it get one that says so. */
export async function cancelPlannedClass(
  actor: Actor,
  planId: string,
  classId: string,
  reason: string,
): Promise<{ cancelled: boolean; letters: number }> {
  approvedPlan(actor, planId)
  if (!reader.sql.get('SELECT 1 FROM PlannedClass WHERE planId = ? AND classId = ?', planId, classId))
    throw refuse('notFound')
  const cancelled = await cancelClass(actor, classId, reason)
  return { cancelled, letters: await reconcileLetters(planId, actor.accountId) }
}

/** Closes a plan of which every class is over; false while one is still to come. */
export async function closePlan(actor: Actor, planId: string): Promise<boolean> {
  const plan = approvedPlan(actor, planId)
  const open = followedClasses(planId, plan.approvedAt).some(
    ({ state }) => state === 'planned' || state === 'running',
  )
  if (open) return false
  return inTransaction(async (tx) => {
    const closed = tx.sql.run(
      "UPDATE TrainingPlan SET state = 'closed', closedAt = ? WHERE id = ? AND state = 'approved'",
      dbDate(now()),
      planId,
    )
    if (closed > 0) await audit(tx, actor.accountId, 'plan.close', planId)
    return closed > 0
  })
}
