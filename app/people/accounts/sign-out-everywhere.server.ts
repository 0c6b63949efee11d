import { endAllSessions } from '~/platform/auth/sessions.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'

/** Ends the sessions of the own account on every machine, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    await endAllSessions(tx, actor.accountId)
    await audit(tx, actor.accountId, 'account.sign-out-everywhere', actor.accountId)
  })
}
