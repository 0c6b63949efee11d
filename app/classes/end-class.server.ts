import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { stateOf } from './class'
import { managedClass } from './class-at.server'

/** Cancels a class that has not ended, for a reason that its participants read. */
export async function cancelClass(actor: Actor, id: string, reason: string): Promise<boolean> {
  managedClass(actor, id)
  return inTransaction(async (tx) => {
    const state = stateOf(managedClass(actor, id, tx), now())
    if (state === 'cancelled' || state === 'ended') return false
    tx.sql.run(
      'UPDATE TrainingClass SET cancelledAt = ?, cancelReason = ? WHERE id = ?',
      dbDate(now()),
      reason,
      id,
    )
    await audit(tx, actor.accountId, 'class.cancel', id)
    return true
  })
}

/** Deletes a class in which nobody ever had a seat. */
export async function deleteClass(actor: Actor, id: string): Promise<boolean> {
  managedClass(actor, id)
  return inTransaction(async (tx) => {
    managedClass(actor, id, tx)
    if (tx.sql.get('SELECT 1 FROM ClassPlace WHERE classId = ? LIMIT 1', id)) return false
    tx.sql.run('DELETE FROM TrainingClass WHERE id = ?', id)
    await audit(tx, actor.accountId, 'class.delete', id)
    return true
  })
}
