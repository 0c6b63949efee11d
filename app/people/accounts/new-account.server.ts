import { randomUUID } from 'node:crypto'
import { newSlip } from '~/people/slips/new-slip.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { RoleForm } from './role-form'
import { roleGrant, type RolePlaceFault } from './role-place.server'

export type NewAccount = RoleForm & { displayName: string; loginName: string }
export type NewAccountAnswer =
  | { made: { accountId: string; code: string }; fault?: never }
  | { fault: RolePlaceFault | { field: 'loginName'; key: 'username.taken' }; made?: never }

/** Makes an account that belongs to nobody on a roster, with one role, and the code that opens it (shown once). */
export async function newAccount(actor: Actor, input: NewAccount): Promise<NewAccountAnswer> {
  authorise(actor, 'accounts.manage')
  const { grant, fault } = roleGrant(actor, input)
  if (fault) return { fault }
  authorise(actor, 'accounts.manage', { provinceCode: grant.provinceCode })
  const { displayName, loginName: username } = input
  return inTransaction(async (tx): Promise<NewAccountAnswer> => {
    if (await tx.account.findUnique({ where: { username } }))
      return { fault: { field: 'loginName', key: 'username.taken' } }
    const id = randomUUID()
    await tx.account.create({ data: { id, username, displayName, createdAt: now() } })
    await tx.roleGrant.create({
      data: { accountId: id, ...grant, grantedAt: now(), grantedBy: actor.accountId },
    })
    const code = await newSlip(tx, id, actor.accountId)
    await audit(tx, actor.accountId, 'account.create', id, { ...grant })
    return { made: { accountId: id, code } }
  })
}
