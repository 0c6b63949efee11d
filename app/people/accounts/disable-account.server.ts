import { endAllSessions } from '~/platform/auth/sessions.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { hasAdministrator } from './first-run.server'
import { managedAccount } from './managed-account.server'

export type DisableFault = 'lastAdministrator' | 'ownAccount'

/** Closes an account and ends its sessions; nothing that it did is lost. */
export async function disableAccount(actor: Actor, accountId: string): Promise<DisableFault | null> {
  return inTransaction(async (tx) => {
    const { roles, disabledAt } = await managedAccount(actor, accountId, tx)
    if (disabledAt) return null
    if (accountId === actor.accountId) return 'ownAccount'
    const governsAll = roles.some(
      ({ role, provinceCode }) => role === 'administrator' && provinceCode === null,
    )
    if (governsAll && !(await hasAdministrator(tx, accountId))) return 'lastAdministrator'
    await tx.account.update({ where: { id: accountId }, data: { disabledAt: now() } })
    await endAllSessions(tx, accountId)
    await audit(tx, actor.accountId, 'account.disable', accountId)
    return null
  })
}
