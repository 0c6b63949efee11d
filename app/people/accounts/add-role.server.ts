import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { managedAccount } from './managed-account.server'
import type { RoleForm } from './role-form'
import { roleGrant, type RolePlaceFault } from './role-place.server'

/** Gives an account one more role; one that it has already stays as it is. */
export async function addRole(
  actor: Actor,
  accountId: string,
  form: RoleForm,
): Promise<RolePlaceFault | null> {
  await managedAccount(actor, accountId)
  const { grant, fault } = roleGrant(actor, form)
  if (fault) return fault
  await inTransaction(async (tx) => {
    const { roles } = await managedAccount(actor, accountId, tx)
    const has = roles.some(
      (each) =>
        each.role === grant.role &&
        each.provinceCode === grant.provinceCode &&
        each.communeCode === grant.communeCode,
    )
    if (has) return
    await tx.roleGrant.create({ data: { accountId, ...grant, grantedAt: now(), grantedBy: actor.accountId } })
    await audit(tx, actor.accountId, 'account.role.add', accountId, { ...grant })
  })
  return null
}
