import { env } from '~/env.server'
import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import type { Prisma } from '~/platform/db/generated/client'
import { reader } from '~/platform/db/db.server'
import type { Actor, Role } from '~/platform/policy/actor'
import { roles as allRoles } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { accountState, type AccountState } from './account-state'
import { describeGrants, type NamedGrant } from './describe-grants.server'
import { usernameForms } from './username'

export type AccountRow = {
  id: string
  username: string
  displayName: string
  roles: NamedGrant[]
  state: AccountState
  lastSignInAt: string | null
}
export type AccountList = {
  rows: AccountRow[]
  total: number
  page: number
  pages: number
  counts: Record<Role, number>
}

const pageSize = 50

/** Accounts that `actor` manages, by role, a page at a time. */
export async function listAccounts(
  actor: Actor,
  query: { role: Role | null; page: number },
): Promise<AccountList> {
  authorise(actor, 'accounts.manage')
  const reach = managedBy(actor)
  const where = query.role ? { AND: [reach, { roles: { some: { role: query.role } } }] } : reach
  const total = await reader.account.count({ where })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, query.page), pages)
  const counted = await Promise.all(
    allRoles.map((role) => reader.account.count({ where: { AND: [reach, { roles: { some: { role } } }] } })),
  )
  const counts = Object.fromEntries(allRoles.map((role, i) => [role, counted[i] ?? 0])) as Record<
    Role,
    number
  >
  return { rows: await rowsOf(where, (page - 1) * pageSize), total, page, pages, counts }
}

/** Accounts that `actor` manages whose owner or user name contains `typed`, the first fifty. */
export async function searchAccounts(
  actor: Actor,
  typed: string,
): Promise<{ rows: AccountRow[]; total: number }> {
  authorise(actor, 'accounts.manage')
  const text = typed.replaceAll('%', '').trim() // a wildcard of LIKE, which no name has
  if (text === '') return { rows: [], total: 0 }
  const folded = fold(text)
  const unowned = await reader.account.findMany({
    where: { personId: null },
    select: { id: true, displayName: true },
  })
  const named = unowned.filter(({ displayName }) => fold(displayName).includes(folded)).map(({ id }) => id)
  const match: Prisma.AccountWhereInput = {
    OR: [
      ...usernameForms(text).map((form) => ({ username: { contains: form } })),
      { person: { nameFolded: { contains: folded } } },
      { id: { in: named } },
    ],
  }
  const where = { AND: [managedBy(actor), match] }
  return { rows: await rowsOf(where, 0), total: await reader.account.count({ where }) }
}

/** The filter that obeys the same rule as `managedAccount`. */
function managedBy(actor: Actor): Prisma.AccountWhereInput {
  const { everywhere, provinceCodes } = scopeOf(actor, 'accounts.manage')
  if (everywhere) return {}
  const beyond: Prisma.RoleGrantWhereInput = {
    role: { not: 'learner' },
    OR: [{ provinceCode: null }, { provinceCode: { notIn: provinceCodes } }],
  }
  return {
    roles: { none: beyond },
    OR: [
      { person: { provinceCode: { in: provinceCodes } } },
      { personId: null, roles: { some: { role: { not: 'learner' } } } },
    ],
  }
}

async function rowsOf(where: Prisma.AccountWhereInput, skip: number): Promise<AccountRow[]> {
  const accounts = await reader.account.findMany({
    where,
    include: { roles: { orderBy: { id: 'asc' } } },
    orderBy: { username: 'asc' },
    skip,
    take: pageSize,
  })
  return accounts.map((account) => ({
    id: account.id,
    username: account.username,
    displayName: account.displayName,
    roles: describeGrants(account.roles).map(({ role, place }) => ({ role, place })),
    state: accountState(account, now(), env.IDLE_DAYS),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
  }))
}
