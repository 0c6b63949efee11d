import { beforeAll, expect, test } from 'vitest'
import { actorWith, administrator, leaderOf, learner, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { addRole } = await import('./add-role.server')
const { activateAccount } = await import('./activate-account.server')
const { disableAccount } = await import('./disable-account.server')
const { enableAccount } = await import('./enable-account.server')
const { listAccounts, searchAccounts } = await import('./list-accounts.server')
const { newAccount } = await import('./new-account.server')
const { reissueSlip } = await import('./reissue-slip.server')
const { removeRole } = await import('./remove-role.server')
const { unlockAccount } = await import('./unlock-account.server')
const { viewAccount } = await import('./view-account.server')

const inCaoBang = actorWith({ role: 'administrator', provinceCode: '04', communeCode: null })
const prefs = { locale: 'vi', textSize: 1, contrast: 'normal' } as const
const all = { role: null, page: 1 }

type Made = { id: string; code: string }
async function make(
  by: Actor,
  loginName: string,
  form: { role: 'planner' | 'trainer' | 'leader' | 'administrator'; province?: string; commune?: string },
): Promise<Made> {
  const { made } = await newAccount(by, { loginName, displayName: `Người ${loginName}`, ...form })
  if (!made) throw new Error('not made')
  return { id: made.accountId, code: made.code }
}
const activate = (code: string) =>
  activateAccount({ code, password: 'ruộng bậc thang mùa nước đổ', prefs, shared: false, clientAddress: 'x' })
const grantsOf = (accountId: string) =>
  reader.roleGrant.findMany({ where: { accountId }, orderBy: { id: 'asc' } })

async function refusal(work: () => Promise<unknown>): Promise<number> {
  return work().then(
    () => 200,
    (thrown: Response) => thrown.status,
  )
}

let root: Made
let planner: Made
let far: Made
beforeAll(async () => {
  root = await make(administrator, 'quan.tri', { role: 'administrator' })
  await activate(root.code)
  planner = await make(inCaoBang, 'ke.hoach', { role: 'planner', province: '04' })
  far = await make(administrator, 'tuyen.quang', { role: 'planner', province: '08' })
})

test('a new account has one role, a slip shown once, and an audit entry without a name', async () => {
  expect(await grantsOf(planner.id)).toMatchObject([
    { role: 'planner', provinceCode: '04', communeCode: null },
  ])
  const [slip] = await reader.activationSlip.findMany({ where: { accountId: planner.id } })
  expect(slip?.codeHash).not.toContain(planner.code)
  const entry = await reader.auditEntry.findFirst({
    where: { action: 'account.create', subject: planner.id },
  })
  expect(JSON.stringify(entry)).not.toContain('Người')
})

test('a leader belongs to a commune, found by name or by code', async () => {
  const byName = await make(inCaoBang, 'lanh.dao.1', { role: 'leader', province: '04', commune: 'bảo lạc' })
  expect(await grantsOf(byName.id)).toMatchObject([
    { role: 'leader', provinceCode: '04', communeCode: '01321' },
  ])
  const fault = async (commune: string) =>
    (
      await newAccount(inCaoBang, {
        loginName: 'lanh.dao.2',
        displayName: 'Ai đó',
        role: 'leader',
        province: '04',
        commune,
      })
    ).fault?.key
  expect(await fault('')).toBe('form.commune.missing')
  expect(await fault('Bảo Lạp')).toBe('form.commune.near')
  expect(await fault('Xã Không Có Thật')).toBe('form.commune.unknown')
})

test('a name that is taken, a planner without a province, and a place out of reach are told apart', async () => {
  const attempt = (by: Actor, loginName: string, role: 'planner' | 'administrator', province?: string) =>
    newAccount(by, { loginName, displayName: 'Ai đó', role, province }).then(({ fault }) => fault?.key)
  expect(await attempt(administrator, 'ke.hoach', 'planner', '04')).toBe('username.taken')
  expect(await attempt(administrator, 'moi', 'planner')).toBe('form.province.missing')
  expect(await attempt(inCaoBang, 'moi', 'planner', '08')).toBe('form.province.outside')
  expect(await attempt(inCaoBang, 'moi', 'administrator')).toBe('form.province.missing')
})

test('only administrators manage accounts', async () => {
  for (const actor of [learner, plannerOf('04'), leaderOf('04', '01321')]) {
    expect(await refusal(() => listAccounts(actor, all))).toBe(403)
    expect(await refusal(() => searchAccounts(actor, 'lan'))).toBe(403)
    expect(await refusal(() => viewAccount(actor, planner.id))).toBe(403)
    expect(await refusal(() => reissueSlip(actor, planner.id))).toBe(403)
  }
})

test('an administrator of a province reaches neither another province nor the whole', async () => {
  for (const { id } of [far, root]) {
    expect(await refusal(() => viewAccount(inCaoBang, id))).toBe(403)
    expect(await refusal(() => reissueSlip(inCaoBang, id))).toBe(403)
    expect(await refusal(() => disableAccount(inCaoBang, id))).toBe(403)
    expect(await refusal(() => unlockAccount(inCaoBang, id))).toBe(403)
    expect(await refusal(() => addRole(inCaoBang, id, { role: 'trainer', province: '04' }))).toBe(403)
  }
  expect(await refusal(() => viewAccount(inCaoBang, planner.id))).toBe(200)
  expect(await refusal(() => viewAccount(inCaoBang, 'nobody'))).toBe(404)
})

test('the list shows exactly those accounts that can be opened', async () => {
  const listed = new Set((await listAccounts(inCaoBang, all)).rows.map(({ id }) => id))
  for (const { id } of await reader.account.findMany({ select: { id: true } })) {
    expect(await refusal(() => viewAccount(inCaoBang, id))).toBe(listed.has(id) ? 200 : 403)
  }
  expect((await listAccounts(administrator, all)).total).toBe(await reader.account.count())
})

test('an account with one role beyond the province is out of reach as a whole', async () => {
  const both = await make(administrator, 'hai.tinh', { role: 'planner', province: '04' })
  await addRole(administrator, both.id, { role: 'planner', province: '08' })
  expect(await refusal(() => viewAccount(inCaoBang, both.id))).toBe(403)
  expect((await searchAccounts(inCaoBang, 'hai.tinh')).total).toBe(0)
  expect((await searchAccounts(administrator, 'hai.tinh')).total).toBe(1)
})

test('a search folds marks and finds parts of names', async () => {
  expect((await searchAccounts(administrator, 'nguoi KE')).rows.map(({ username }) => username)).toEqual([
    'ke.hoach',
  ])
  expect((await searchAccounts(administrator, '%')).total).toBe(0)
})

test('roles are added once and taken away, but not the last one', async () => {
  const { id } = await make(inCaoBang, 'nhieu.vai', { role: 'trainer', province: '04' })
  await addRole(inCaoBang, id, { role: 'planner', province: '04' })
  await addRole(inCaoBang, id, { role: 'planner', province: '04' })
  const [first, second] = await grantsOf(id)
  expect(await removeRole(inCaoBang, id, second!.id)).toBeNull()
  expect(await removeRole(inCaoBang, id, first!.id)).toBe('lastRole')
  expect(await grantsOf(id)).toHaveLength(1)
})

test('the last administrator who can sign in stays', async () => {
  const [grant] = await grantsOf(root.id)
  await addRole(administrator, root.id, { role: 'trainer' })
  expect(await removeRole(administrator, root.id, grant!.id)).toBe('lastAdministrator')
  expect(await disableAccount(administrator, root.id)).toBe('lastAdministrator')
  const next = await make(administrator, 'quan.tri.2', { role: 'administrator' })
  await activate(next.code)
  expect(await removeRole(administrator, root.id, grant!.id)).toBeNull()
  expect(await disableAccount(administrator, next.id)).toBe('lastAdministrator')
})

test('closing ends the sessions; opening again leaves password and roles', async () => {
  const { id, code } = await make(inCaoBang, 'dong.mo', { role: 'trainer', province: '04' })
  await activate(code)
  expect(await reader.session.count({ where: { accountId: id } })).toBe(1)
  expect(await disableAccount(inCaoBang, id)).toBeNull()
  expect(await reader.session.count({ where: { accountId: id } })).toBe(0)
  expect((await viewAccount(inCaoBang, id)).state).toBe('disabled')
  await enableAccount(inCaoBang, id)
  expect(await viewAccount(inCaoBang, id)).toMatchObject({ state: 'active', roles: [{ role: 'trainer' }] })
})

test('nobody closes the own account or gives up the own administration', async () => {
  const self = await make(inCaoBang, 'chinh.minh', { role: 'administrator', province: '04' })
  const actor: Actor = { ...inCaoBang, accountId: self.id }
  const [grant] = await grantsOf(self.id)
  await addRole(inCaoBang, self.id, { role: 'trainer', province: '04' })
  expect(await disableAccount(actor, self.id)).toBe('ownAccount')
  expect(await removeRole(actor, self.id, grant!.id)).toBe('ownAdministrator')
})

test('unlocking lets the owner try at once', async () => {
  await inTransaction((tx) =>
    tx.account.update({
      where: { id: planner.id },
      data: { failedCount: 5, lockedUntil: new Date(Date.now() + 600_000) },
    }),
  )
  expect((await viewAccount(inCaoBang, planner.id)).state).toBe('locked')
  await unlockAccount(inCaoBang, planner.id)
  expect((await viewAccount(inCaoBang, planner.id)).state).toBe('notActivated')
})
