import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { managedAccount } from './managed-account.server'

/** Opens a closed account again; its password and its roles are as they were. */
export async function enableAccount(actor: Actor, accountId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await managedAccount(actor, accountId, tx)
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: null } })
    await audit(tx, actor.accountId, 'account.enable', accountId)
  })
}
