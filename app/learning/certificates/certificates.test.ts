import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actor, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { storedModule } from '../../../tests/builders/module'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { erasePerson } = await import('~/campaigns/erase-person.server')
const { issueCertificate } = await import('./issue.server')
const { findCertificates, issuedCertificates } = await import('./issued.server')
const { certificatesOf } = await import('./list.server')
const { renewCertificate } = await import('./renew.server')
const { restoreCertificate, revokeCertificate } = await import('./revoke.server')
const { verifyCertificate } = await import('./verify.server')
const { viewIssued } = await import('./view-issued.server')
const { viewOwnCertificate } = await import('./view-own.server')
const { fold } = await import('~/formats/fold')
const { readNumber } = await import('./number')
const { newNumber } = await import('./new-number.server')

const start = new Date('2026-11-21T03:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: start, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const first = await storedModule({ code: 'trial' })
const second = await storedModule({ code: 'trial', version: 2, lessons: ['one', 'two', 'three'] })
const planner = actor({ accountId: 'planner', grants: [plannerGrant('04')] })
const stranger = actor({ accountId: 'stranger', grants: [plannerGrant('19')] })
const reason = 'Bài kiểm tra do người khác làm hộ.'

const someone = (fullName = 'Nông Thị Ễnh') =>
  person({ communeCode: '01321', provinceCode: '04', positionCode: 'office-statistics', fullName })
const issue = (personId: string, module = first, score = 0.9) =>
  inTransaction((tx) => Promise.resolve(issueCertificate(tx, { personId, module, score, at: new Date() })))
const rename = (personId: string, fullName: string) =>
  inTransaction((tx) => tx.person.update({ where: { id: personId }, data: { fullName } }))
/** From a client of its own, so that no test uses up the guesses of another. */
const verify = (number: string, client: string = randomUUID()) => verifyCertificate(number, client)
const numbersOf = (personId: string) => certificatesOf(personId).map(({ number }) => number)

test('a certificate keeps the person as they were and the version that was finished', async () => {
  const { personId } = await someone()
  const number = await issue(personId)
  expect(readNumber(number)).toEqual({ number })
  expect(certificatesOf(personId)).toEqual([
    { number, moduleCode: 'trial', issuedAt: '2026-11-21T03:00:00.000+00:00' },
  ])
  expect(verify(number.toLowerCase().replaceAll('-', ' '))).toEqual({
    kind: 'valid',
    facts: {
      number,
      fullName: 'Nông Thị Ễnh',
      communeName: 'Xã Bảo Lạc',
      provinceName: 'Cao Bằng',
      title: first.title,
      competencies: [
        { code: '4.1', name: expect.objectContaining({ vi: 'Bảo vệ thiết bị' }), level: expect.anything() },
      ],
      lessons: 2,
      minutes: 10,
      score: 0.9,
      issuedAt: '2026-11-21T03:00:00.000+00:00',
      sample: false,
    },
  })
})

test('finishing again gives the same number; a newer version or another name a new one', async () => {
  const { personId } = await someone()
  const number = await issue(personId)
  expect(await issue(personId, first, 1)).toBe(number)
  const newer = await issue(personId, second)
  expect(newer).not.toBe(number)
  expect(numbersOf(personId)).toEqual([newer])
  expect(verify(number)).toEqual({ kind: 'superseded', number })
  await rename(personId, 'Nông Thị Yến')
  const renamed = await issue(personId, second)
  expect(numbersOf(personId)).toEqual([renamed])
  expect(verify(newer)).toEqual({ kind: 'superseded', number: newer })
  expect(JSON.stringify([verify(number), verify(newer)])).not.toMatch(new RegExp(`Nông|${renamed}`))
})

test('somebody without a commune is certified for the province', async () => {
  const { personId } = await someone()
  await inTransaction((tx) => tx.personCommune.deleteMany({ where: { personId } }))
  const answer = verify(await issue(personId))
  expect(answer).toMatchObject({ kind: 'valid', facts: { communeName: '', provinceName: 'Cao Bằng' } })
})

test('a revoked certificate tells when, and nothing about a person; it can be restored', async () => {
  const owner = await someone('Lý Văn Kín')
  const number = await issue(owner.personId)
  await revokeCertificate(planner, number, reason)
  expect(verify(number)).toEqual({ kind: 'revoked', number, revokedAt: '2026-11-21T03:00:00.000+00:00' })
  expect(numbersOf(owner.personId)).toEqual([])
  expect(await issue(owner.personId)).toBe(number)
  expect(viewOwnCertificate(owner, number)).toMatchObject({ state: 'revoked', reason })
  await revokeCertificate(actor({ accountId: 'later', grants: planner.grants }), number, 'Một lý do khác.')
  expect(viewIssued(planner, number)).toMatchObject({ state: 'revoked', reason, revokedBy: null })
  await restoreCertificate(planner, number)
  await restoreCertificate(planner, number)
  expect(verify(number).kind).toBe('valid')
  const audited = await reader.auditEntry.findMany({ where: { subject: number }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action, accountId }) => [action, accountId])).toEqual([
    ['certificate.revoke', 'planner'],
    ['certificate.restore', 'planner'],
  ])
  expect(JSON.stringify(audited)).not.toMatch(/Kín|làm hộ/)
})

test('what was revoked and then replaced stays revoked', async () => {
  const { personId } = await someone()
  const number = await issue(personId)
  await revokeCertificate(planner, number, reason)
  const newer = await issue(personId, second)
  expect(verify(number).kind).toBe('revoked')
  expect(verify(newer).kind).toBe('valid')
  await restoreCertificate(planner, number)
  expect(verify(number).kind).toBe('superseded')
  expect(numbersOf(personId)).toEqual([newer])
})

test('an erased person leaves an unknown number', async () => {
  const { personId } = await someone()
  const number = await issue(personId)
  await erasePerson(actor({ grants: [plannerGrant('04')] }), personId)
  expect(verify(number)).toEqual({ kind: 'unknown', number })
  expect(await refusal(() => viewIssued(planner, number))).toBe('notFound')
})

test('unknown numbers are counted by client; slips of the pen and right numbers are free', async () => {
  const number = await issue((await someone()).personId)
  const client = '203.0.113.9'
  for (let i = 0; i < 50; i += 1) verify('ITS-0000-0000-0001', client)
  for (let i = 0; i < 50; i += 1) expect(verify(number, client).kind).toBe('valid')
  for (let i = 0; i < 20; i += 1) expect(verify(newNumber(), client).kind).toBe('unknown')
  expect(verify(newNumber(), client)).toEqual({ kind: 'wait', minutes: 15 })
  expect(verify(number, client).kind).toBe('wait')
  expect(verify('ITS-0000-0000-0001', client)).toMatchObject({ kind: 'mistyped', fault: 'check' })
  expect(verify(number, '203.0.113.10').kind).toBe('valid')
  vi.setSystemTime(start.getTime() + 15 * 60_000)
  expect(verify(number, client).kind).toBe('valid')
})

test('an owner sees the own certificate only, and can have it in a new name', async () => {
  const owner = await someone('Hoàng Văn Cũ')
  const number = await issue(owner.personId)
  expect(viewOwnCertificate(owner, number.toLowerCase())).toMatchObject({ state: 'valid', nameNow: null })
  const other = await someone()
  expect(await refusal(() => viewOwnCertificate(other, number))).toBe('notFound')
  expect(await refusal(renewCertificate(other, number))).toBe('notFound')
  expect(await refusal(() => viewOwnCertificate(owner, 'ITS'))).toBe('notFound')
  expect(await refusal(() => viewOwnCertificate(planner, number))).toBe('notAllowed')
  expect(await renewCertificate(owner, number)).toBe(number)
  await rename(owner.personId, 'Hoàng Văn Mới')
  expect(viewOwnCertificate(owner, number).nameNow).toBe('Hoàng Văn Mới')
  const renewed = await renewCertificate(owner, number)
  expect(viewOwnCertificate(owner, renewed)).toMatchObject({ state: 'valid', facts: { score: 0.9 } })
  expect(viewOwnCertificate(owner, number)).toMatchObject({ state: 'superseded', newer: renewed })
  expect(await renewCertificate(owner, number)).toBe(number)
})

test('only the own province finds, sees and revokes', async () => {
  const { personId } = await someone('Bế Thị Tìm')
  const nameFolded = fold('Bế Thị Tìm')
  await inTransaction((tx) => tx.person.update({ where: { id: personId }, data: { nameFolded } }))
  const number = await issue(personId)
  const found = (by: typeof planner, text: string) => findCertificates(by, text).rows.map((row) => row.number)
  expect(found(planner, number)).toEqual([number])
  expect(found(planner, 'be thi tim')).toEqual([number])
  expect(found(stranger, number)).toEqual([])
  expect(found(stranger, 'Bế Thị Tìm')).toEqual([])
  expect(findCertificates(planner, newNumber().toLowerCase()).fault).toBe('unknown')
  expect(findCertificates(planner, number.slice(0, -1)).fault).toBe('length')
  expect(findCertificates(planner, ' % ').fault).toBe('empty')
  expect(issuedCertificates(stranger, 1)).toMatchObject({ rows: [], total: 0, pages: 1 })
  expect(issuedCertificates(planner, -3).page).toBe(1)
  expect(await refusal(() => viewIssued(stranger, number))).toBe('notAllowed')
  expect(await refusal(revokeCertificate(stranger, number, reason))).toBe('notAllowed')
  expect(await refusal(restoreCertificate(stranger, number))).toBe('notAllowed')
  const everywhere = actor({ grants: [{ role: 'administrator', provinceCode: null, communeCode: null }] })
  expect(found(everywhere, number)).toEqual([number])
  expect(await refusal(() => issuedCertificates(actor(), 1))).toBe('notAllowed')
})
