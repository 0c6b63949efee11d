import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { hasAdministrator } from './first-run.server'
import { managedAccount } from './managed-account.server'

export type RemoveRoleFault = 'lastAdministrator' | 'ownAdministrator' | 'lastRole'

/** Takes a role away, unless nobody would be left who manages all accounts, or nothing who the account is for. */
export async function removeRole(
  actor: Actor,
  accountId: string,
  grantId: number,
): Promise<RemoveRoleFault | null> {
  return inTransaction(async (tx) => {
    const { roles } = await managedAccount(actor, accountId, tx)
    const grant = roles.find(({ id }) => id === grantId)
    if (!grant) return null
    if (grant.role === 'learner') throw refuse('badRequest')
    const governsAll = grant.role === 'administrator' && grant.provinceCode === null
    if (governsAll && !(await hasAdministrator(tx, accountId))) return 'lastAdministrator'
    if (grant.role === 'administrator' && accountId === actor.accountId) return 'ownAdministrator'
    if (roles.length === 1) return 'lastRole'
    await tx.roleGrant.delete({ where: { id: grantId } })
    const { role, provinceCode, communeCode } = grant
    await audit(tx, actor.accountId, 'account.role.remove', accountId, { role, provinceCode, communeCode })
    return null
  })
}
