import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import { cookieSecure } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor, Grant, Role } from '~/platform/policy/actor'
import { hashToken, newToken } from './tokens.server'

type Attributes = {
  displayName: string
  personId: string | null
  grants: string
  slipNoticeAt: string | null
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof ordinary
    DatabaseSessionAttributes: { shared: boolean }
    DatabaseUserAttributes: Attributes
  }
}

const readSql = `SELECT s.id, s.accountId, s.expiresAt, s.shared, a.displayName, a.personId, a.slipNoticeAt,
  (SELECT json_group_array(json_array(role, provinceCode, communeCode)) FROM RoleGrant g WHERE g.accountId = a.id) AS grants
  FROM Session s JOIN Account a ON a.id = s.accountId WHERE s.id = ? AND a.disabledAt IS NULL`

type SessionRow = Attributes & { id: string; accountId: string; expiresAt: string; shared: number }

/** Lucia's storage; ids are hashes already when they come here. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const row = reader.sql.get<SessionRow>(readSql, id)
    if (!row) return [null, null]
    const session: DatabaseSession = {
      id: row.id,
      userId: row.accountId,
      expiresAt: new Date(row.expiresAt),
      attributes: { shared: row.shared === 1 },
    }
    const { displayName, personId, grants, slipNoticeAt } = row
    return [session, { id: row.accountId, attributes: { displayName, personId, grants, slipNoticeAt } }]
  },
  async getUserSessions(accountId) {
    const rows = await reader.session.findMany({ where: { accountId } })
    return rows.map(({ id, shared, expiresAt }) => ({
      id,
      userId: accountId,
      expiresAt,
      attributes: { shared },
    }))
  },
  async setSession(session) {
    const { id, userId, expiresAt, attributes } = session
    await inTransaction((tx) =>
      tx.session.create({
        data: { id, accountId: userId, expiresAt, shared: attributes.shared, createdAt: now() },
      }),
    )
  },
  async updateSessionExpiration(id, expiresAt) {
    await inTransaction(async (tx) => {
      tx.sql.run('UPDATE Session SET expiresAt = ? WHERE id = ?', dbDate(expiresAt), id)
    })
  },
  async deleteSession(id) {
    await inTransaction((tx) => tx.session.deleteMany({ where: { id } }))
  },
  async deleteUserSessions(accountId) {
    await inTransaction((tx) => tx.session.deleteMany({ where: { accountId } }))
  },
  async deleteExpiredSessions() {
    await inTransaction((tx) => tx.session.deleteMany({ where: { expiresAt: { lte: now() } } }))
  },
}

const attributesOf = {
  getSessionAttributes: ({ shared }: { shared: boolean }) => ({ shared }),
  getUserAttributes: (attributes: Attributes) => attributes,
}
const ordinaryDays = 14
const sharedMinutes = 10
const ordinary = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(ordinaryDays, 'd'), ...attributesOf })
const onSharedMachine = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(sharedMinutes, 'm'),
  ...attributesOf,
})

const cookieNames = { ordinary: 'its_session', shared: 'its_shared', last: 'its_last' } as const

function cookie(name: string, value: string, maxAge: number | null): string {
  const age = maxAge === null ? '' : `; Max-Age=${maxAge}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${cookieSecure ? '; Secure' : ''}`
}

/** Says which account a browser used last without naming it; it outlives the session. */
function markOf(accountId: string): string {
  return hashToken(`last:${accountId}`).slice(0, 24)
}

/** Starts a session as part of a larger action and returns the Set-Cookie values. On a shared machine they end with the browser. */
export async function startSession(tx: Tx, accountId: string, shared: boolean): Promise<string[]> {
  const token = newToken()
  const seconds = shared ? sharedMinutes * 60 : ordinaryDays * 86_400
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + seconds * 1000)
  await tx.session.create({ data: { id: hashToken(token), accountId, shared, createdAt, expiresAt } })
  const [kept, dropped] = shared
    ? [cookieNames.shared, cookieNames.ordinary]
    : [cookieNames.ordinary, cookieNames.shared]
  const age = shared ? null : seconds
  return [cookie(kept, token, age), cookie(dropped, '', 0), cookie(cookieNames.last, markOf(accountId), age)]
}

export function clearedSessionCookies(): string[] {
  return Object.values(cookieNames).map((name) => cookie(name, '', 0))
}

/** Whether the browser's last session was another account's: what that person left in a form is not this one's to send. */
export function wasAnotherAccount(cookieHeader: string | null | undefined, accountId: string): boolean {
  const last = tokenIn(cookieHeader ?? '', cookieNames.last)
  return last !== null && last !== markOf(accountId)
}

export type CurrentSession = { id: string; shared: boolean; actor: Actor; slipNoticeAt: Date | null }

function tokenIn(cookieHeader: string, name: string): string | null {
  return new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{20,})`).exec(cookieHeader)?.[1] ?? null
}

/** The session of a request's cookies, or null; extends it when it is in use. */
export async function readSession(cookieHeader: string | null | undefined): Promise<CurrentSession | null> {
  if (!cookieHeader) return null
  const sharedToken = tokenIn(cookieHeader, cookieNames.shared)
  const token = sharedToken ?? tokenIn(cookieHeader, cookieNames.ordinary)
  if (!token) return null
  const { session, user } = await (sharedToken ? onSharedMachine : ordinary).validateSession(hashToken(token))
  if (!session) return null
  if (session.shared) await keepSharedAlive(session.id, session.expiresAt)
  const grants = (JSON.parse(user.grants) as [Role, string | null, string | null][]).map(
    ([role, provinceCode, communeCode]): Grant => ({ role, provinceCode, communeCode }),
  )
  return {
    id: session.id,
    shared: session.shared,
    actor: { accountId: user.id, personId: user.personId, displayName: user.displayName, grants },
    slipNoticeAt: user.slipNoticeAt ? new Date(user.slipNoticeAt) : null,
  }
}

// Lucia extends at half the period; ten idle minutes must be ten, so a shared session moves each minute.
async function keepSharedAlive(id: string, expiresAt: Date): Promise<void> {
  const end = now().getTime() + sharedMinutes * 60_000
  if (end - expiresAt.getTime() > 60_000) await adapter.updateSessionExpiration(id, new Date(end))
}

export function endSession(id: string): Promise<void> {
  return ordinary.invalidateSession(id)
}

/** Ends every session of an account, as part of a larger action; `except` stays. */
export async function endAllSessions(tx: Tx, accountId: string, except?: string): Promise<void> {
  await tx.session.deleteMany({ where: { accountId, ...(except ? { id: { not: except } } : {}) } })
}

export function deleteExpiredSessions(): Promise<void> {
  return ordinary.deleteExpiredSessions()
}
