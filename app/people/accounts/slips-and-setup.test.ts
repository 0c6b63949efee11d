import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase({ content: false })
const { randomUUID } = await import('node:crypto')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { readSession } = await import('~/platform/auth/sessions.server')
const { newSlip, slipDays } = await import('~/people/slips/new-slip.server')
const { activateAccount } = await import('./activate-account.server')
const { changePassword } = await import('./change-password.server')
const { createFirstAdministrator, setupTokenState } = await import('./create-first-administrator.server')
const { findSlip } = await import('./find-slip.server')
const { firstRunLink } = await import('./first-run.server')
const { signIn } = await import('./sign-in.server')

const start = new Date('2026-11-21T03:00:00Z')
const prefs = { locale: 'en', textSize: 2, contrast: 'normal' } as const
const password = 'ruộng bậc thang mùa nước đổ'
const other = 'chợ phiên sương sớm đầu đông'

beforeEach(() => vi.useFakeTimers({ now: start, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

let made = 0
async function accountWithSlip(): Promise<{ id: string; username: string; code: string }> {
  made += 1
  const id = randomUUID()
  const username = `01321-${String(made).padStart(4, '0')}`
  const code = await inTransaction(async (tx) => {
    await tx.account.create({ data: { id, username, displayName: 'Nguyễn Thị Lan', createdAt: start } })
    return newSlip(tx, id, null)
  })
  return { id, username, code }
}

const reissue = (id: string) => inTransaction((tx) => newSlip(tx, id, null))
const activate = (code: string, chosen = password) =>
  activateAccount({ code, password: chosen, prefs, shared: false, clientAddress: randomUUID() })
const cookieOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')
const enter = (username: string, typed: string) =>
  signIn({ username, password: typed, shared: false, clientAddress: randomUUID() })

test('a code opens its account however it is typed, and only once', async () => {
  const { id, username, code } = await accountWithSlip()
  const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}--${code.slice(8)} `
  expect((await findSlip(typed, 'a')).slip).toMatchObject({ username, replaces: false })
  const { activated } = await activate(typed)
  expect((await readSession(cookieOf(activated?.cookies ?? [])))?.actor.accountId).toBe(id)
  expect(await reader.account.findUnique({ where: { id } })).toMatchObject({ locale: 'en', textSize: 2 })
  expect((await activate(code, other)).refused).toEqual({ reason: 'used', since: start.toISOString() })
  expect((await enter(username, password)).signedIn).toBeDefined()
})

test('two people with the same slip: the second is told', async () => {
  const { code } = await accountWithSlip()
  const answers = await Promise.all([activate(code), activate(code, other)])
  expect(answers.map(({ refused }) => refused?.reason ?? 'in').sort()).toEqual(['in', 'used'])
})

test('wrong, replaced and old codes each get an answer of their own', async () => {
  const { id, code } = await accountWithSlip()
  expect((await findSlip('KKKK-KKKK-KKKK', 'b')).refused).toEqual({ reason: 'unknown' })
  const newest = await reissue(id)
  expect((await findSlip(code, 'b')).refused?.reason).toBe('revoked')
  vi.setSystemTime(new Date(start.getTime() + (slipDays + 1) * 86_400_000))
  expect((await findSlip(newest, 'b')).refused?.reason).toBe('expired')
})

test('the slip of a closed account opens nothing', async () => {
  const { id, code } = await accountWithSlip()
  await inTransaction((tx) => tx.account.update({ where: { id }, data: { disabledAt: start } }))
  expect((await activate(code)).refused).toEqual({ reason: 'disabled' })
})

test('guessing codes is slowed', async () => {
  const { code } = await accountWithSlip()
  for (let i = 0; i < 40; i += 1) await findSlip(`WRONG${i}`, '203.0.113.40')
  expect((await findSlip(code, '203.0.113.40')).refused?.reason).toBe('tooMany')
  expect((await findSlip(code, '203.0.113.41')).slip).toBeDefined()
})

test('a reissued slip replaces the password, ends all sessions and is announced', async () => {
  const { id, username, code } = await accountWithSlip()
  const first = cookieOf((await activate(code)).activated?.cookies ?? [])
  expect((await readSession(first))?.slipNoticeAt).toBeNull()
  const newest = await reissue(id)
  expect((await readSession(first))?.slipNoticeAt).toEqual(start)
  expect((await findSlip(newest, 'c')).slip?.replaces).toBe(true)
  const second = cookieOf((await activate(newest, other)).activated?.cookies ?? [])
  expect(await readSession(first)).toBeNull()
  expect((await readSession(second))?.slipNoticeAt).toEqual(start)
  expect((await enter(username, password)).refused?.reason).toBe('wrong')
  expect((await enter(username, other)).signedIn).toBeDefined()
})

test('changing the password ends the other sessions and keeps this one', async () => {
  const { username, code } = await accountWithSlip()
  const here = cookieOf((await activate(code)).activated?.cookies ?? [])
  const elsewhere = cookieOf((await enter(username, password)).signedIn?.cookies ?? [])
  const session = (await readSession(here))!
  const change = (current: string, next: string) =>
    changePassword(session.actor, { current, next, sessionId: session.id })
  expect(await change('sai', other)).toBe('wrongCurrent')
  expect(await change(password, 'ngắn')).toBe('tooShort')
  expect(await change(password, password)).toBe('same')
  expect(await change(password, `trời xanh ${username} mây`)).toBe('containsUsername')
  expect(await change(password, other)).toBeNull()
  expect(await readSession(here)).not.toBeNull()
  expect(await readSession(elsewhere)).toBeNull()
})

test('the current password can be guessed five times only', async () => {
  const { code } = await accountWithSlip()
  const session = (await readSession(cookieOf((await activate(code)).activated?.cookies ?? [])))!
  const change = (current: string) =>
    changePassword(session.actor, { current, next: other, sessionId: session.id })
  for (let i = 0; i < 5; i += 1) expect(await change('sai')).toBe('wrongCurrent')
  expect(await change(password)).toBe('tooMany')
})

const tokenOf = (link: string | null) =>
  new URL(link ?? '', 'http://localhost').searchParams.get('token') ?? ''
const create = (token: string, username = 'quan.tri') =>
  createFirstAdministrator({ token, displayName: 'Quản trị', username, password, locale: 'vi' })

test('the link of the first run makes one administrator, once', async () => {
  const older = tokenOf(await firstRunLink())
  const token = tokenOf(await firstRunLink())
  expect(await setupTokenState(null)).toBe('missing')
  expect(await setupTokenState(older)).toBe('unknown')
  expect(await setupTokenState(token)).toBe('open')
  const { cookies } = await create(token)
  const session = await readSession(cookieOf(cookies ?? []))
  expect(session?.actor.grants).toEqual([{ role: 'administrator', provinceCode: null, communeCode: null }])
  expect((await create(token, 'nguoi.khac')).refused).toBe('used')
  expect(await firstRunLink()).toBeNull()
})

test('the link comes back when no administrator can sign in any more, and runs out after a day', async () => {
  await inTransaction((tx) =>
    tx.account.update({ where: { username: 'quan.tri' }, data: { disabledAt: start } }),
  )
  const token = tokenOf(await firstRunLink())
  expect((await create(token)).refused).toBe('usernameTaken')
  vi.setSystemTime(new Date(start.getTime() + 25 * 3_600_000))
  expect((await create(token, 'nguoi.khac')).refused).toBe('expired')
})
