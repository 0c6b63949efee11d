// Fills a database with a released campaign of all 3,321 communes, as dense as a real report, and signs a planner in.
// With the code of a province as a second argument the campaign is of its communes only.
import { writeFileSync } from 'node:fs'
import { formVersion } from '~/assessment/content.server'
import { questionsOf } from '~/assessment/form'
import { randomFrom } from '~/assessment/shuffle'
import { frameworkVersion } from '~/competency/frameworks.server'
import { standardInForce } from '~/competency/standards.server'
import { prepareApplication } from '~/composition.server'
import { allMeasures } from '~/gaps/measure'
import { cellKey } from '~/gaps/pattern'
import { startSession } from '~/platform/auth/sessions.server'
import { closeDatabase, inTransaction, openDatabase, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'

const [file, province] = process.argv.slice(2)
const campaignId = province ? 'bench-province' : 'bench-country'
const provinceCode = province ?? '04'
const peopleACommune = 41
/** Departments large enough to be shown in a commune, as in the demo province. */
const shownDepartments = ['office', 'economy', 'culture-society']
const at = new Date('2026-11-01T08:00:00Z')
const random = randomFrom('heat-map')

await openDatabase()
await prepareApplication()
const newest = (code: string) =>
  reader.sql.get<{ id: string }>(
    'SELECT id FROM FormVersion WHERE code = ? AND retired = 0 ORDER BY id DESC LIMIT 1',
    code,
  )!.id
const frameworkVersionId = reader.sql.get<{ id: string }>(
  'SELECT id FROM FrameworkVersion ORDER BY id LIMIT 1',
)!.id
const { framework } = frameworkVersion(frameworkVersionId)
const [personForm, communeForm] = [newest('commune-staff'), newest('commune-conditions')]
const measures = allMeasures(framework).map(({ code }) => code)
const communes = reader.sql
  .all<{ code: string }>(
    'SELECT code FROM Commune WHERE validTo IS NULL AND provinceCode = coalesce(?, provinceCode)',
    province ?? null,
  )
  .map(({ code }) => code)
const positions = reader.sql.all<{ code: string; departmentCode: string }>(
  'SELECT code, departmentCode FROM Position WHERE active = 1',
)
const targets = JSON.stringify(
  Object.fromEntries(
    measures
      .filter((code) => !code.startsWith('d:'))
      .slice(0, 14)
      .map((code) => [code, 2]),
  ),
)

await inTransaction(async (tx) => {
  await tx.campaign.create({
    data: {
      id: campaignId,
      provinceCode,
      title: province ? 'Một tỉnh (dữ liệu thử)' : 'Cả nước (dữ liệu thử)',
      personFormVersionId: personForm,
      communeFormVersionId: communeForm,
      frameworkVersionId,
      standardId: standardInForce(framework.code).id,
      communeCodes: JSON.stringify(communes),
      opensOn: '2026-10-01',
      closesOn: '2026-10-31',
      state: 'closed',
      sample: true,
      openedAt: at,
      closedAt: at,
      estimatedAt: at,
      createdAt: at,
      createdBy: 'bench',
    },
  })
  for (const communeCode of communes) people(tx, communeCode)
  figures(tx)
  conditions(tx)
})
writeFileSync(file!, JSON.stringify({ campaignId, cookie: await planner(), communes: communes.length }))
await closeDatabase()

/** Everybody asked in a commune, four in five of whom submitted, and the commune's own form in four of five. */
function people(tx: Tx, communeCode: string): void {
  for (let i = 0; i < peopleACommune; i++) {
    const { code, departmentCode } = positions[i % positions.length]!
    const id = `${campaignId}-${communeCode}-${i}`
    tx.sql.run(
      'INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCodes, positionCode, departmentCode, targets) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, campaignId, id, communeCode, JSON.stringify([code]), code, departmentCode, targets],
    )
    if (i % 5 > 0) sitting(tx, id, communeCode, personForm, id, null)
  }
  if (random() < 0.8) {
    const id = `${campaignId}-form-${communeCode}`
    sitting(tx, id, communeCode, communeForm, null, `${campaignId}:${communeCode}`)
    for (const question of questionsOf(formVersion(communeForm))) {
      const value =
        question.kind === 'number' ? 3 : question.kind === 'single' ? question.options[0]!.id : null
      if (value !== null)
        tx.sql.run(
          'INSERT INTO Response (sittingId, step, answerId, value, at) VALUES (?, ?, ?, ?, ?)',
          ...[id, question.code, `${id}-${question.code}`, JSON.stringify(value), dbDate(at)],
        )
    }
  }
}

function sitting(
  tx: Tx,
  id: string,
  communeCode: string,
  form: string,
  inviteeId: string | null,
  communeKey: string | null,
): void {
  tx.sql.run(
    `INSERT INTO Sitting (id, campaignId, kind, inviteeId, communeCode, communeKey, formVersionId, plan, channel, locale, startedAt, submittedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, '[]', 'intake', 'vi', ?, ?)`,
    ...[id, campaignId, inviteeId ? 'person' : 'commune', inviteeId, communeCode, communeKey, form],
    ...[dbDate(at), dbDate(at)],
  )
}

/** Estimates of everybody and of three departments in each commune; what is too small is hidden, position by position. */
function figures(tx: Tx): void {
  const hidden: string[] = []
  for (const place of ['', ...communes]) {
    const groups = ['', ...shownDepartments.map((code) => `department:${code}`)]
    for (const group of groups) {
      for (const measure of measures) {
        if (place !== '' && random() < (measure.startsWith('d:') ? 0.03 : 0.25)) {
          hidden.push(cellKey(place, group, measure))
          continue
        }
        estimate(tx, place, group, measure)
      }
    }
    for (const { code } of positions) {
      if (place === '') for (const measure of measures) estimate(tx, place, `position:${code}`, measure)
      // A position of a commune has one to four people: all that they were measured in is hidden.
      else
        for (const measure of measures.slice(0, 24)) hidden.push(cellKey(place, `position:${code}`, measure))
    }
  }
  const part = (name: string, data: unknown) =>
    tx.sql.run(
      'INSERT INTO ReleasedPart (campaignId, part, data) VALUES (?, ?, ?)',
      ...[campaignId, name, JSON.stringify(data)],
    )
  part('hidden', { figures: hidden, selves: [], answers: [] })
  part('self', [])
  part('response', [])
}

function estimate(tx: Tx, place: string, group: string, measure: string): void {
  const share = 0.2 + 0.6 * random()
  const half = place === '' ? 0.01 : 0.04 + 0.12 * random()
  const distance = 2 * (0.5 - share)
  const rank = place !== '' && group === '' ? 1 + Math.floor(random() * 0.9 * communes.length) : null
  tx.sql.run(
    `INSERT INTO Estimate (campaignId, place, "group", measure, measured, people, share, shareLow, shareHigh, distance,
       distanceSd, distanceLow, distanceHigh, informed, rankLow, rankHigh, rankOf, higher)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    ...[
      campaignId,
      place,
      group,
      measure,
      20,
      30,
      share,
      Math.max(0, share - half),
      Math.min(1, share + half),
    ],
    ...[distance, half, distance - half, distance + half],
    ...[
      rank,
      rank && rank + Math.floor(communes.length / 11),
      rank && communes.length,
      place === '' ? null : random(),
    ],
  )
}

/** Answers about conditions of work in each commune. */
function conditions(tx: Tx): void {
  const questions = questionsOf(formVersion(personForm)).flatMap((question) =>
    question.kind === 'single' || question.kind === 'multiple' ? [question] : [],
  )
  for (const commune of communes) {
    for (const { code, options } of questions) {
      const cell = (option: string, n: number) =>
        tx.sql.run(
          "INSERT INTO ConditionCell (campaignId, communeCode, groupKind, groupCode, question, option, n) VALUES (?, ?, 'all', '', ?, ?, ?)",
          ...[campaignId, commune, code, option, n],
        )
      cell('', 32)
      for (const { id } of options) cell(id, Math.floor(random() * 20))
    }
  }
}

async function planner(): Promise<string> {
  return inTransaction(async (tx) => {
    const { id } = await tx.account.create({
      data: {
        id: `bench-planner-${provinceCode}`,
        username: `bench-planner-${provinceCode}`,
        displayName: 'Người thử',
        passwordHash: 'none',
        createdAt: at,
        roles: { create: { role: 'planner', provinceCode, grantedAt: at } },
      },
    })
    const [cookie] = await startSession(tx, id, false)
    return cookie!.split(';')[0]!
  })
}
