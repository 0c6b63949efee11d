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
const { findCertificates } = await import('./find-certificates.server')
const { allCertificatesOf, certificatesOf, hasCertificates } = await import('./list.server')
const { renewCertificate } = await import('./renew.server')
const { restoreCertificate, revokeCertificate } = await import('./revoke.server')
const { verifyCertificate } = await import('./verify.server')
const { viewIssued } = await import('./view-issued.server')
const { viewOwnCertificate } = await import('./view-own.server')
const { fold } = await import('~/formats/fold')
const { numberOf, readNumber } = await import('./number')
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
      percent: 90,
      issuedAt: '2026-11-21T03:00:00.000+00:00',
      sample: false,
    },
  })
})

test('the score is never rounded up, on the certificate as in the quiz', async () => {
  const owner = await someone()
  const number = await issue(owner.personId, first, 0.7999)
  expect(verify(number)).toMatchObject({ facts: { percent: 79 } })
  expect(viewOwnCertificate(owner, number)).toMatchObject({ facts: { percent: 79 } })
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

test('unknown numbers are slowed by client; a right one is answered always, and who is signed in is not slowed', async () => {
  const number = await issue((await someone()).personId)
  const client = '203.0.113.9'
  for (let i = 0; i < 50; i += 1) verify('ITS-0000-0000-0001', client)
  for (let i = 0; i < 50; i += 1) expect(verify(number, client).kind).toBe('valid')
  for (let i = 0; i < 20; i += 1) expect(verify(newNumber(), client).kind).toBe('unknown')
  expect(verify(newNumber(), client)).toEqual({ kind: 'wait', seconds: 10 })
  expect(verify(number, client).kind).toBe('valid')
  await revokeCertificate(planner, number, reason)
  expect(verify(number, client).kind).toBe('revoked')
  expect(verify('ITS-0000-0000-0001', client)).toMatchObject({ kind: 'mistyped', fault: 'check' })
  expect(verify(newNumber(), '203.0.113.10').kind).toBe('unknown')
  for (let i = 0; i < 50; i += 1) expect(verifyCertificate(newNumber(), null).kind).toBe('unknown')
  vi.setSystemTime(start.getTime() + 10_000)
  expect([verify(newNumber(), client).kind, verify(newNumber(), client).kind]).toEqual(['unknown', 'wait'])
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
  expect(viewOwnCertificate(owner, renewed)).toMatchObject({ state: 'valid', facts: { percent: 90 } })
  expect(viewOwnCertificate(owner, number)).toMatchObject({ state: 'superseded', newer: renewed })
})

test('renewing what was replaced leads to the newest', async () => {
  const owner = await someone('Hoàng Văn Một')
  const number = await issue(owner.personId)
  await rename(owner.personId, 'Hoàng Văn Hai')
  const renewed = await renewCertificate(owner, number)
  expect(await renewCertificate(owner, number)).toBe(renewed)
  await rename(owner.personId, 'Hoàng Văn Ba')
  const newest = await renewCertificate(owner, renewed)
  expect(await renewCertificate(owner, number)).toBe(newest)
  expect(viewOwnCertificate(owner, number).newer).toBe(newest)
  await revokeCertificate(planner, newest, reason)
  expect(await renewCertificate(owner, number)).toBe(newest)
  expect(await renewCertificate(owner, newest)).toBe(newest)
})

test('an owner finds every certificate, whatever became of it or of its module', async () => {
  const owner = await someone()
  expect(hasCertificates(owner)).toBe(false)
  expect(allCertificatesOf(owner)).toEqual([])
  const gone = await storedModule({ code: 'gone' })
  const replaced = await issue(owner.personId)
  const revoked = await issue(owner.personId, gone)
  vi.setSystemTime(start.getTime() + 60_000)
  const valid = await issue(owner.personId, second)
  await revokeCertificate(planner, revoked, reason)
  await inTransaction((tx) => tx.moduleVersion.update({ where: { id: gone.id }, data: { retired: true } }))
  expect(hasCertificates(owner)).toBe(true)
  expect(numbersOf(owner.personId)).toEqual([valid])
  const all = allCertificatesOf(owner)
  expect(all[0]?.number).toBe(valid)
  expect(new Map(all.map((each) => [each.number, each]))).toEqual(
    new Map([
      [valid, expect.objectContaining({ state: 'valid', reason: null })],
      [replaced, expect.objectContaining({ state: 'superseded', title: first.title })],
      [revoked, expect.objectContaining({ state: 'revoked', reason, title: gone.title })],
    ]),
  )
  expect(viewOwnCertificate(owner, revoked)).toMatchObject({ moduleOpen: false, reason })
  expect(await refusal(() => allCertificatesOf(planner))).toBe('notAllowed')
})

const named = async (fullName: string) => {
  const { personId } = await someone(fullName)
  await setName(personId, fullName)
  return personId
}
const setName = (personId: string, fullName: string) =>
  inTransaction((tx) =>
    tx.person.update({ where: { id: personId }, data: { fullName, nameFolded: fold(fullName) } }),
  )
const looksUp = async (by: typeof planner, text: string) => {
  const { rows, fault, by: means } = await findCertificates(by, text)
  return fault ?? [means, ...rows.map((row) => row.number)]
}

test('a certificate is found by its number or by a whole name, never by a part of one', async () => {
  const personId = await named('Bế Thị Tìm')
  const number = await issue(personId)
  const namesake = await issue(await named('Bế Thị Tím'))
  const longer = await issue(await named('Bế Thị Tìm Anh'))
  expect(await looksUp(planner, number.toLowerCase())).toEqual(['number', number])
  const [means, ...both] = await looksUp(planner, '  be   THI tim ')
  expect([means, both.sort()]).toEqual(['name', [number, namesake].sort()])
  expect(await looksUp(planner, 'Bế Thị Tìm Anh')).toEqual(['name', longer])
  for (const part of ['Bế Thị', 'Thị Tìm', 'Bế % Tìm', 'Bế Thị T_m'])
    expect(await looksUp(planner, part)).toEqual(['name'])
  for (const less of ['', ' ', '%', 'Tìm', 'nguyenvanan']) expect(await looksUp(planner, less)).toBe('name')
  expect(await looksUp(planner, newNumber().replace(/.$/, '0123'))).toBe('length')
  expect(await looksUp(planner, 'its abcd efgh jkmn')).toBe('check')
  await setName(personId, 'Bế Thị Đổi')
  expect(await looksUp(planner, 'Bế Thị Đổi')).toEqual(['name', number])
  const [, ...still] = await looksUp(planner, 'Bế Thị Tìm')
  expect(still.sort()).toEqual([number, namesake].sort())
})

test('a number without a digit is a number, and a name that reads as one is a name', async () => {
  const letters = numberOf([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 23])
  expect(letters).toBe('ITS-ABCD-EFGH-JKQA')
  expect(await looksUp(planner, letters)).toEqual(['number'])
  const number = await issue(await named('Bế Văn Tìm'))
  await inTransaction((tx) => tx.certificate.update({ where: { number }, data: { number: letters } }))
  for (const typed of [letters, 'abcd efgh jkqa', 'ABCDEFGHJKQA'])
    expect(await looksUp(planner, typed)).toEqual(['number', letters])
  expect(readNumber('dang thi giang')).toEqual({ number: 'ITS-DANG-TH1G-1ANG' })
  const giang = await issue(await named('Đặng Thị Giang'))
  expect(await looksUp(planner, 'dang thi giang')).toEqual(['name', giang])
  expect(await looksUp(planner, 'ITS-DANG-TH1G-1ANG')).toEqual(['number'])
})

test('a look-up that finds something is noted, with ids alone', async () => {
  const number = await issue(await named('Bế Thị Ghi'))
  const finder = actor({ accountId: 'finder', grants: planner.grants })
  await findCertificates(finder, number)
  await findCertificates(finder, 'Bế Thị Ghi')
  await findCertificates(finder, 'Bế Thị Không Có')
  await findCertificates(finder, newNumber())
  await findCertificates(finder, 'Ghi')
  const noted = await reader.auditEntry.findMany({ where: { accountId: 'finder' }, orderBy: { id: 'asc' } })
  expect(noted.map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ['certificate.find', number, '{"by":"number"}'],
    ['certificate.find', number, '{"by":"name"}'],
  ])
})

test('who may revoke sees what tells a certificate from others, and no score', async () => {
  const number = await issue(await named('Bế Thị Điểm'))
  const { rows } = await findCertificates(planner, number)
  const { identity } = viewIssued(planner, number)
  expect(rows).toEqual([{ ...identity, state: 'valid' }])
  expect(Object.keys(identity)).toEqual([
    'number',
    'fullName',
    'communeName',
    'provinceName',
    'title',
    'issuedAt',
  ])
})

test('only the own province finds, sees and revokes', async () => {
  const number = await issue(await named('Bế Thị Riêng'))
  expect(await looksUp(stranger, number)).toEqual(['number'])
  expect(await looksUp(stranger, 'Bế Thị Riêng')).toEqual(['name'])
  expect(await refusal(() => viewIssued(stranger, number))).toBe('notAllowed')
  expect(await refusal(revokeCertificate(stranger, number, reason))).toBe('notAllowed')
  expect(await refusal(restoreCertificate(stranger, number))).toBe('notAllowed')
  const everywhere = actor({ grants: [{ role: 'administrator', provinceCode: null, communeCode: null }] })
  expect(await looksUp(everywhere, number)).toEqual(['number', number])
  expect(await refusal(findCertificates(actor(), number))).toBe('notAllowed')
})
