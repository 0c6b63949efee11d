import { inTransaction, type Reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { plannersPlan } from './plan-row.server'

type From = { sql: Pick<Reader['sql'], 'get'> }

/** Whether an approval can still be taken back: no letter went out or was opened, and nobody has ever had a seat. */
export function mayWithdraw(from: From, planId: string): boolean {
  const out = from.sql.get(
    `SELECT 1 FROM PlanLetter l LEFT JOIN MailMessage m ON m.id = l.mailId
     WHERE l.planId = ? AND (l.readAt IS NOT NULL OR l.handedAt IS NOT NULL OR m.state <> 'queued' OR m.attempts > 0
       OR (l.mailId IS NOT NULL AND m.id IS NULL)) LIMIT 1`,
    planId,
  )
  const named = from.sql.get(
    'SELECT 1 FROM PlannedClass n JOIN ClassPlace c ON c.classId = n.classId WHERE n.planId = ? LIMIT 1',
    planId,
  )
  return !out && !named
}

/** Takes an approval back: classes, seats and letters that wait are gone, and the plan is a draft again. */
export async function withdrawApproval(actor: Actor, planId: string): Promise<boolean> {
  plannersPlan(actor, planId)
  return inTransaction(async (tx) => {
    const { state } = plannersPlan(actor, planId, tx)
    if (state !== 'approved' || !mayWithdraw(tx, planId)) return false
    tx.sql.run('DELETE FROM MailMessage WHERE id IN (SELECT mailId FROM PlanLetter WHERE planId = ?)', planId)
    tx.sql.run('DELETE FROM PlanLetter WHERE planId = ?', planId)
    const classes = tx.sql.run(
      'DELETE FROM TrainingClass WHERE id IN (SELECT classId FROM PlannedClass WHERE planId = ?)',
      planId,
    )
    tx.sql.run('DELETE FROM PlannedClass WHERE planId = ?', planId)
    tx.sql.run('UPDATE PlanScenario SET chosen = 0 WHERE planId = ?', planId)
    tx.sql.run(
      "UPDATE TrainingPlan SET state = 'draft', approvedAt = NULL, approvedBy = NULL WHERE id = ?",
      planId,
    )
    await audit(tx, actor.accountId, 'plan.withdraw', planId, { classes })
    return true
  })
}
