import { setTimeout as wait } from 'node:timers/promises'
import { env } from '~/env.server'
import { spendVerifyTime, verifyPassword } from '~/platform/auth/passwords.server'
import { startSession } from '~/platform/auth/sessions.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { clientKey, RateLimit } from '~/platform/http/rate-limit.server'
import type { Prefs } from '~/platform/http/prefs'
import type { Grant } from '~/platform/policy/actor'
import { audit } from '~/platform/log/audit.server'
import { storedPrefs } from './account-prefs'
import { isIdle } from './idle'
import { afterFailure, isLocked, minutesLocked, unlocked, type LockState } from './lock'
import { usernameForms } from './username'

export type SignInInput = { username: string; password: string; shared: boolean; clientAddress: string }
export type SignInRefusal = { reason: 'wrong' | 'locked' | 'tooMany' | 'idle' | 'disabled'; minutes: number }
export type SignInAnswer =
  { signedIn: SignedIn; refused?: never } | { refused: SignInRefusal; signedIn?: never }
export type SignedIn = {
  accountId: string
  personId: string | null
  grants: Grant[]
  cookies: string[]
  prefs: Prefs
}

// A whole office may share one address, so it may fail often; each account still locks after five.
const failures = new RateLimit(200, 15)
const unknownNames = new Map<string, LockState>()

// Every refusal takes so long: what was written or looked up on the way must not show in the time.
const refusalMs = 350

/** Checks a name and a password and starts a session. An unknown name gets the answer, the time and the lock of a known one. */
export async function signIn(input: SignInInput): Promise<SignInAnswer> {
  const began = performance.now()
  const answer = await check(input)
  if (answer.refused) await wait(Math.max(0, refusalMs - (performance.now() - began)))
  return answer
}

async function check(input: SignInInput): Promise<SignInAnswer> {
  const client = clientKey(input.clientAddress)
  if (failures.isExceeded(client))
    return { refused: { reason: 'tooMany', minutes: failures.minutesLeft(client) } }

  const forms = usernameForms(input.username)
  const account = await findAccount(forms)
  const key = forms.at(-1)?.toLowerCase() ?? ''
  const lock = account ?? unknownNames.get(key) ?? unlocked
  if (isLocked(lock, now())) return { refused: { reason: 'locked', minutes: minutesLocked(lock, now()) } }

  const right = account?.passwordHash
    ? await verifyPassword(account.passwordHash, input.password)
    : (await spendVerifyTime(input.password), false)
  if (!account || !right) {
    failures.add(client)
    return { refused: account ? await noteFailure(account.id) : noteUnknown(key) }
  }
  if (account.disabledAt) return { refused: { reason: 'disabled', minutes: 0 } }
  if (isIdle(account, now(), env.IDLE_DAYS)) return { refused: { reason: 'idle', minutes: 0 } }
  return admit(account, input.shared)
}

function findAccount(forms: string[]) {
  return reader.account.findFirst({ where: { username: { in: forms } }, include: { roles: true } })
}
type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>

async function admit(account: Found, shared: boolean): Promise<SignInAnswer> {
  return inTransaction(async (tx): Promise<SignInAnswer> => {
    // Guesses sent side by side are all checked before the first failure is noted: the lock is asked once more here.
    const fresh = await tx.account.findUniqueOrThrow({ where: { id: account.id } })
    if (isLocked(fresh, now())) return { refused: { reason: 'locked', minutes: minutesLocked(fresh, now()) } }
    await tx.account.update({ where: { id: account.id }, data: { ...unlocked, lastSignInAt: now() } })
    const cookies = await startSession(tx, account.id, shared)
    const { id, personId, roles } = account
    return { signedIn: { accountId: id, personId, grants: roles, cookies, prefs: storedPrefs(account) } }
  })
}

async function noteFailure(accountId: string): Promise<SignInRefusal> {
  return inTransaction(async (tx) => {
    const before = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
    const { failedCount, lockedUntil } = afterFailure(before, now())
    await tx.account.update({ where: { id: accountId }, data: { failedCount, lockedUntil } })
    if (!isLocked(before, now()) && lockedUntil) await audit(tx, null, 'account.lock', accountId)
    return refusal({ failedCount, lockedUntil })
  })
}

function noteUnknown(key: string): SignInRefusal {
  const state = afterFailure(unknownNames.get(key) ?? unlocked, now())
  if (unknownNames.size >= 10_000) unknownNames.clear()
  unknownNames.set(key, state)
  return refusal(state)
}

function refusal(state: LockState): SignInRefusal {
  return isLocked(state, now())
    ? { reason: 'locked', minutes: minutesLocked(state, now()) }
    : { reason: 'wrong', minutes: 0 }
}
