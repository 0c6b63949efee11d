import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import { newSlip } from '~/people/slips/new-slip.server'
import type { Actor } from '~/platform/policy/actor'
import { managedAccount } from './managed-account.server'

/** Makes a new slip; its code is returned to be shown once. */
export async function reissueSlip(actor: Actor, accountId: string): Promise<{ code: string }> {
  return inTransaction(async (tx) => {
    await managedAccount(actor, accountId, tx)
    const code = await newSlip(tx, accountId, actor.accountId)
    await audit(tx, actor.accountId, 'account.slip', accountId)
    return { code }
  })
}
