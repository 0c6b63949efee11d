import { reader } from '~/platform/db/db.server'
import type { Actor, Grant } from '~/platform/policy/actor'
import { describeGrants } from './describe-grants.server'

/** The own account: its name, its roles in words, and how many machines are signed in. */
export async function viewOwnAccount(actor: Actor) {
  const account = await reader.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    include: { sessions: { select: { id: true } } },
  })
  return {
    username: account.username,
    displayName: account.displayName,
    passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
    roles: describeGrants(actor.grants.filter((grant): grant is Grant => grant.role !== 'operations')),
    sessions: account.sessions.length,
  }
}
