import { expect, test } from 'vitest'
import { administrator, leaderOf, learner, plannerOf } from '../../../../tests/builders/actors'
import { freshDatabase } from '../../../../tests/builders/database'
import { refusal } from '../../../../tests/builders/refusal'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { setClock, now } = await import('~/platform/clock/now.server')
const { issueToken } = await import('./issue-token.server')
const { listTokens } = await import('./list-tokens.server')
const { revokeToken } = await import('./revoke-token.server')
const { tokenHolder } = await import('./token-actor.server')

const planner = plannerOf('04')
const form = { name: 'Trung tâm điều hành', province: '04', days: 365 as const }
const stored = (id: string) =>
  reader.sql.get<Record<string, unknown>>('SELECT * FROM ApiToken WHERE id = ?', id)!
const audited = (id: string) =>
  reader.sql
    .all<{ action: string }>('SELECT action FROM AuditEntry WHERE subject = ? ORDER BY id', id)
    .map(({ action }) => action)
const names = (actor: typeof planner) => listTokens(actor).tokens.map(({ name }) => name)

test('a token is kept as a hash and opens its place', async () => {
  const { issued } = await issueToken(planner, { ...form, commune: '01321' })
  const { id, token } = issued!
  expect(token).toMatch(/^itoso_[\w-]{43}$/)
  expect(JSON.stringify(reader.sql.all('SELECT * FROM ApiToken'))).not.toContain(token.slice(6))
  expect(JSON.stringify(reader.sql.all('SELECT * FROM AuditEntry'))).not.toContain(token.slice(6))
  expect(audited(id)).toEqual(['api-token.issue'])
  const holder = tokenHolder(token)
  expect(holder).toMatchObject({
    provinceCode: '04',
    communeCode: '01321',
    actor: { personId: null, grants: [{ role: 'operations', provinceCode: '04', communeCode: '01321' }] },
  })
  expect([tokenHolder(`${token}x`), tokenHolder(token.slice(6)), tokenHolder('')]).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ])
})

test('it ends on its day, and at once where it is revoked', async () => {
  const [{ issued: one }, { issued: other }] = [
    await issueToken(planner, form),
    await issueToken(planner, form),
  ]
  setClock(new Date(now().getTime() + 366 * 86_400_000))
  expect(tokenHolder(one!.token)).toBe('expired')
  setClock()
  await revokeToken(planner, other!.id)
  await revokeToken(planner, other!.id)
  expect(tokenHolder(other!.token)).toBe('revoked')
  expect(audited(other!.id)).toEqual(['api-token.issue', 'api-token.revoke'])
  expect(await refusal(revokeToken(planner, 'no-such-token'))).toBe('notFound')
})

test('its use is noted once a day', async () => {
  const { issued } = await issueToken(planner, form)
  const { id, token } = issued!
  expect(stored(id).lastUsedOn).toBeNull()
  tokenHolder(token)
  await expect.poll(() => stored(id).lastUsedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const day = stored(id).lastUsedOn
  setClock(new Date(now().getTime() + 86_400_000))
  tokenHolder(token)
  await expect.poll(() => stored(id).lastUsedOn).not.toBe(day)
  setClock()
})

test('a planner issues and sees tokens of the own province, an administrator those of all', async () => {
  const south = plannerOf('08')
  const { issued } = await issueToken(south, { ...form, name: 'Tỉnh khác', province: '08' })
  expect(names(south)).toEqual(['Tỉnh khác'])
  expect(names(planner)).not.toContain('Tỉnh khác')
  expect(names(administrator)).toContain('Tỉnh khác')
  expect(await refusal(revokeToken(planner, issued!.id))).toBe('notAllowed')
  expect(tokenHolder(issued!.token)).toMatchObject({ provinceCode: '08' })
  expect(await issueToken(planner, { ...form, province: '08' })).toEqual({
    fault: { field: 'province', key: 'form.province.outside' },
  })
  expect(await issueToken(administrator, { ...form, province: '99' })).toEqual({
    fault: { field: 'province', key: 'form.province.outside' },
  })
  for (const actor of [learner, leaderOf('04', '01321')]) {
    expect(await refusal(issueToken(actor, form))).toBe('notAllowed')
    expect(await refusal(() => listTokens(actor))).toBe('notAllowed')
    expect(await refusal(revokeToken(actor, issued!.id))).toBe('notAllowed')
  }
})

test('a commune is named by its name or code, in the province', async () => {
  const place = async (commune: string) => {
    const { issued, fault } = await issueToken(planner, { ...form, commune })
    return fault ? `${fault.field} ${fault.key}` : stored(issued.id).communeCode
  }
  expect(await place('Bảo Lạc')).toBe('01321')
  expect(await place('Không có xã này')).toBe('commune form.commune.unknown')
  expect(await place('05443')).toMatch(/^commune form\.commune\./)
})
