import { reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placesToManage } from './account-places'

const include = {
  roles: { orderBy: { id: 'asc' } },
  person: { select: { provinceCode: true, staffCode: true } },
} as const

/** An account that `actor` manages: every place where it has a role must lie within the actor's reach. */
export async function managedAccount(
  actor: Actor,
  id: string,
  from: Pick<Tx, 'account'> = reader as unknown as Tx,
) {
  authorise(actor, 'accounts.manage')
  const account = await from.account.findUnique({ where: { id }, include })
  if (!account) throw refuse('notFound')
  for (const provinceCode of placesToManage(account)) authorise(actor, 'accounts.manage', { provinceCode })
  return account
}
