// Adds to the bench's database a plan of its province that was worked out and approved, with seats named in every commune, and
// the four official documents of it.
import { writeFileSync } from 'node:fs'
import { randomFrom } from '~/assessment/shuffle'
import { prepareApplication } from '~/composition.server'
import { makeDocument } from '~/interchange/official/make-document.server'
import { documentKinds } from '~/interchange/official/kinds'
import { approvePlan } from '~/planning/carry/approve-plan.server'
import { plannableModules } from '~/planning/past-effects.server'
import { makePlan } from '~/planning/plans/make-plan.server'
import { allVenues } from '~/planning/resources/resources.server'
import { saveNorms } from '~/planning/resources/save-norms.server'
import { saveTrainer, saveVenue } from '~/planning/resources/save-resource.server'
import { saveHours } from '~/planning/resources/travel.server'
import { closeDatabase, inTransaction, openDatabase, reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { changeSettings, solved } from '../../demo/planning'
import { nameSome } from '../../demo/plan-carried'

const [file, provinceCode] = process.argv.slice(2)
const campaignId = 'bench-province'
const seed = 'documents'
const at = new Date('2026-10-01T00:00:00Z')
const random = randomFrom(seed)
const actor: Actor = {
  accountId: `bench-planner-${provinceCode}`,
  personId: null,
  displayName: '',
  grants: [{ role: 'planner', provinceCode: provinceCode!, communeCode: null }],
}

await openDatabase()
await prepareApplication()
const communes = reader.sql
  .all<{ code: string }>('SELECT code FROM Commune WHERE validTo IS NULL AND provinceCode = ?', provinceCode!)
  .map(({ code }) => code)
await people()
await resources()
const { id: planId, fault } = await makePlan(
  actor,
  { title: 'Kế hoạch thử', titleEn: 'A trial plan', campaign: campaignId, budget: 2_000_000_000 },
  'vi',
)
if (fault) throw new Error(`the plan was not made: ${fault}`)
await changeSettings(planId, 1, (settings) => ({ ...settings, seconds: 20 }))
const classes = await solved(actor, planId, 1)
const approved = await approvePlan(actor, planId, { number: 1, seen: 1, mail: false })
if (approved.fault) throw new Error(`the plan was not approved: ${approved.fault}`)
for (const commune of communes) await nameSome(actor, commune, { apart: new Set(), seed })
const named = reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ClassPlace')!.n
const documents: Record<string, string> = {}
for (const kind of documentKinds) {
  const subject = {
    campaignId: kind === 'report' ? campaignId : null,
    planId: kind === 'report' ? null : planId,
    classId: null,
    communeCode: null,
  }
  const made = await makeDocument(actor, { kind, language: 'vi', subject })
  if (made.fault) throw new Error(`${kind} was not made: ${made.fault}`)
  documents[kind] = made.id
}
writeFileSync(file!, JSON.stringify({ documents, classes, named, communes: communes.length }))
await closeDatabase()

/** Everybody who was asked in the campaign, with a name and a position. */
async function people(): Promise<void> {
  await inTransaction(async (tx) => {
    const asked = reader.sql.all<{ id: string; communeCode: string; positionCode: string }>(
      'SELECT personId AS id, communeCode, positionCode FROM Invitee WHERE campaignId = ?',
      campaignId,
    )
    for (const { id, communeCode, positionCode } of asked)
      await tx.person.create({
        data: {
          id,
          provinceCode: provinceCode!,
          staffCode: id.slice(id.indexOf('-', 6) + 1),
          fullName: `Nguyễn Thị Thử ${id.slice(-8)}`,
          nameFolded: `nguyen thi thu ${id.slice(-8)}`,
          kind: 'civil_servant',
          createdAt: at,
          communes: { create: { communeCode, since: at } },
          positions: { create: { positionCode, rank: 0, since: at } },
        },
      })
  })
}

async function resources(): Promise<void> {
  const modules = plannableModules().map(({ code }) => code)
  for (let i = 0; i < 24; i++)
    await saveTrainer(actor, null, {
      name: `Giảng viên ${i + 1}`,
      modules: modules.filter((_, m) => (m + i) % 4 === 0 || random() < 0.2),
      days: 30,
      daysPerWeek: 4,
      away: [],
      email: null,
    })
  for (let i = 0; i < 12; i++)
    await saveVenue(actor, null, {
      ...{ name: `Hội trường ${i + 1}`, commune: communes[i * 8]! },
      ...{ seats: 30, rooms: 1, closed: [] },
    })
  for (const { id, commune } of allVenues(provinceCode!)) {
    const here = communes.indexOf(commune ?? '')
    const hours = communes.flatMap((code, i) => {
      const far = Math.abs(i - here) * 0.08 + 0.2
      return far > 3.5 ? [] : [{ commune: code, hours: code === commune ? 0 : Math.round(far * 10) / 10 }]
    })
    await saveHours(actor, id, hours)
  }
  await saveNorms(actor, {
    norms: {
      ...{ trainerDay: 1_200_000, roomDay: 800_000, seatDay: 150_000 },
      ...{ travelHour: 40_000, onlineSeat: 60_000, visitJourney: 2_000_000 },
    },
    source: 'Số tiền thử',
  })
}
