import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'
import { accountState } from './account-state'
import { describeGrants } from './describe-grants.server'
import { minutesLocked } from './lock'
import { managedAccount } from './managed-account.server'

/** One account as its administrator sees it. */
export async function viewAccount(actor: Actor, accountId: string) {
  const account = await managedAccount(actor, accountId)
  const state = accountState(account, now(), env.IDLE_DAYS)
  return {
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    personId: account.personId,
    state,
    minutesLocked: state === 'locked' ? minutesLocked(account, now()) : 0,
    createdAt: account.createdAt.toISOString(),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    roles: describeGrants(
      account.roles.map(({ id, role, provinceCode, communeCode }) => ({
        id,
        role,
        provinceCode,
        communeCode,
      })),
    ),
    own: account.id === actor.accountId,
  }
}

export type ViewedAccount = Awaited<ReturnType<typeof viewAccount>>
