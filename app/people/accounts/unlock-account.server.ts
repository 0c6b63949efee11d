import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { unlocked } from './lock'
import { managedAccount } from './managed-account.server'

/** Ends the lock after wrong passwords before its time. */
export async function unlockAccount(actor: Actor, accountId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await managedAccount(actor, accountId, tx)
    await tx.account.update({ where: { id: accountId }, data: { ...unlocked } })
    await audit(tx, actor.accountId, 'account.unlock', accountId)
  })
}
