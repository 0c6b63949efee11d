import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase({ content: false })
const { randomUUID } = await import('node:crypto')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { hashPassword } = await import('~/platform/auth/passwords.server')
const { endAllSessions, readSession } = await import('~/platform/auth/sessions.server')
const { env } = await import('~/env.server')
const { signIn } = await import('./sign-in.server')
const { signOutEverywhere } = await import('./sign-out-everywhere.server')

const start = new Date('2026-11-21T03:00:00Z')
const later = (minutes: number) => vi.setSystemTime(new Date(start.getTime() + minutes * 60_000))
const password = 'ruộng bậc thang mùa nước đổ'
const passwordHash = await hashPassword(password)

beforeEach(() => vi.useFakeTimers({ now: start, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

let made = 0
async function account(
  facts: { username?: string; disabledAt?: Date; passwordHash?: null } = {},
): Promise<{ id: string; username: string }> {
  made += 1
  const { username = `01321-${String(made).padStart(4, '0')}`, ...rest } = facts
  const id = randomUUID()
  const at = start
  await inTransaction((tx) =>
    tx.account.create({
      data: {
        id,
        username,
        displayName: 'Nguyễn Thị Lan',
        createdAt: at,
        passwordHash,
        passwordChangedAt: at,
        lastSignInAt: at,
        ...rest,
      },
    }),
  )
  return { id, username }
}

/** Each from an address of its own, so that only the account's own lock is seen. */
function attempt(username: string, typed: string, shared = false, clientAddress: string = randomUUID()) {
  return signIn({ username, password: typed, shared, clientAddress })
}

const cookieOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

test('the right password signs in, however the name was typed', async () => {
  const { id, username } = await account()
  const { signedIn } = await attempt(username.replace('-', ' '), password)
  expect(signedIn?.accountId).toBe(id)
  const session = await readSession(cookieOf(signedIn?.cookies ?? []))
  expect(session).toMatchObject({ shared: false, actor: { accountId: id } })
})

test('five wrong passwords lock for fifteen minutes, even for the right one', async () => {
  const { id, username } = await account()
  for (let i = 0; i < 4; i += 1)
    expect(await attempt(username, 'sai')).toEqual({ refused: { reason: 'wrong', minutes: 0 } })
  expect(await attempt(username, 'sai')).toEqual({ refused: { reason: 'locked', minutes: 15 } })
  later(14)
  expect(await attempt(username, password)).toEqual({ refused: { reason: 'locked', minutes: 1 } })
  later(15)
  expect((await attempt(username, password)).signedIn?.accountId).toBe(id)
  expect(await reader.account.findUnique({ where: { id } })).toMatchObject({
    failedCount: 0,
    lockedUntil: null,
  })
  expect(await reader.auditEntry.count({ where: { action: 'account.lock', subject: id } })).toBe(1)
})

test('an unknown name gets the answers and the lock of a known one', async () => {
  const known = await account()
  for (const name of [known.username, '01321-9999']) {
    const answers = []
    for (let i = 0; i < 6; i += 1) answers.push((await attempt(name, 'sai')).refused?.reason)
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked'])
  }
})

test('an unknown name takes as long as a known one', async () => {
  const { username } = await account()
  const time = async (name: string) => {
    const began = performance.now()
    await attempt(name, 'sai')
    return performance.now() - began
  }
  // Every refusal waits until the same moment: a lower bound, so that a busy machine fails nothing.
  expect(Math.min(await time(username), await time('01321-8888'))).toBeGreaterThanOrEqual(345)
})

test('guesses sent side by side do not get past the lock', async () => {
  const { username } = await account()
  const guesses = Array.from({ length: 20 }, (_, i) => attempt(username, i === 19 ? password : 'sai'))
  const answers = await Promise.all(guesses)
  expect(answers.filter(({ refused }) => refused?.reason === 'wrong').length).toBeLessThanOrEqual(4)
})

test('an account that nobody used for long needs a new slip, and says so to its owner only', async () => {
  const { username } = await account()
  later((env.IDLE_DAYS + 1) * 1440)
  expect((await attempt(username, 'sai')).refused?.reason).toBe('wrong')
  expect((await attempt(username, password)).refused?.reason).toBe('idle')
})

test('a closed account says so to its owner only; one without a password is like an unknown name', async () => {
  const closed = await account({ disabledAt: start })
  expect((await attempt(closed.username, 'sai')).refused?.reason).toBe('wrong')
  expect((await attempt(closed.username, password)).refused?.reason).toBe('disabled')
  const fresh = await account({ passwordHash: null })
  expect((await attempt(fresh.username, password)).refused?.reason).toBe('wrong')
})

test('a shared machine is signed out after ten idle minutes, and not while it is in use', async () => {
  const { username } = await account()
  const { signedIn } = await attempt(username, password, true)
  const cookies = cookieOf(signedIn?.cookies ?? [])
  expect(
    signedIn?.cookies.some((cookie) => cookie.startsWith('its_shared=') && !cookie.includes('Max-Age')),
  ).toBe(true)
  for (const minute of [8, 16, 24]) {
    later(minute)
    expect(await readSession(cookies)).toMatchObject({ shared: true })
  }
  later(24 + 10)
  expect(await readSession(cookies)).toBeNull()
})

test('a machine of one’s own stays signed in for days', async () => {
  const { username } = await account()
  const { signedIn } = await attempt(username, password)
  later(13 * 1440)
  expect(await readSession(cookieOf(signedIn?.cookies ?? []))).not.toBeNull()
})

test('signing out everywhere ends every session', async () => {
  const { id, username } = await account()
  const first = cookieOf((await attempt(username, password)).signedIn?.cookies ?? [])
  const second = cookieOf((await attempt(username, password, true)).signedIn?.cookies ?? [])
  const session = await readSession(first)
  await signOutEverywhere(session!.actor)
  expect(await readSession(first)).toBeNull()
  expect(await readSession(second)).toBeNull()
  await inTransaction((tx) => endAllSessions(tx, id))
})

test('one address that fails again and again has to wait, whatever the names', async () => {
  const address = '203.0.113.9'
  const { username } = await account()
  await Promise.all(Array.from({ length: 200 }, (_, i) => attempt(`nobody-${i}`, 'sai', false, address)))
  expect((await attempt(username, password, false, address)).refused?.reason).toBe('tooMany')
  expect((await attempt(username, password, false, '203.0.113.10')).signedIn).toBeDefined()
}, 60_000)
