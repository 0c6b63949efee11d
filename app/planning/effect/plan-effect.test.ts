import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom } from '~/assessment/shuffle'
import { normalQuantile } from '~/assessment/numeric/normal'
import { plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { campaign } = await import('../../../tests/builders/campaign')
const { plan } = await import('../../../tests/builders/plan')
const { approvePlan } = await import('../carry/approve-plan.server')
const { classOf } = await import('~/classes/class-at.server')
const { measureEffect, storedEffect } = await import('./measure-effect.server')
const { measuredPlanEffects } = await import('./measured-effects.server')
const { pastGains } = await import('../past-effects.server')
const { viewEffect } = await import('./view-effect.server')
const { planEffect } = await import('./plan-effect')
afterAll(() => setClock())

const province = '04'
const planner = plannerOf(province)
const communes = reader.sql
  .all<{ code: string }>(
    'SELECT code FROM Commune WHERE provinceCode = ? AND validTo IS NULL ORDER BY code LIMIT 6',
    province,
  )
  .map(({ code }) => code)
const random = randomFrom('a plan')
const normal = () => normalQuantile(Math.min(0.9999, Math.max(0.0001, random())))
const sd = 0.6
let planId = ''
let [before, after] = ['', '']

/** Twelve people of each of six communes, measured twice; five of each sat through the class, and gained 0.8 more. */
beforeAll(async () => {
  setClock(new Date('2026-11-23T02:00:00Z'))
  before = await campaign({ provinceCode: province, communeCodes: communes })
  after = await campaign({ provinceCode: province, communeCodes: communes })
  const made = await plan({ provinceCode: province, communes, campaignId: before })
  planId = made.planId
  await approvePlan(planner, planId, { number: 1, seen: 1, mail: false })
  const { classId } = reader.sql.get<{ classId: string }>(
    "SELECT classId FROM PlannedClass WHERE moduleCode = 'infosec' AND delivery = 'class' ORDER BY key LIMIT 1",
  )!
  const { sessions, competencies } = classOf(reader, classId)
  const targets = JSON.stringify(Object.fromEntries(competencies.map((code) => [code, 2])))
  await inTransaction(async (tx) => {
    const run = (sql: string, ...values: (string | number)[]) => tx.sql.run(sql, ...values)
    for (const communeCode of communes)
      for (let i = 0; i < 12; i += 1) {
        const personId = `${communeCode}-${i}`
        run(
          `INSERT INTO Person (id, staffCode, provinceCode, fullName, nameFolded, kind, createdAt)
           VALUES (?, ?, ?, 'Nông Văn Thử', 'nong van thu', 'civil_servant', '2026-10-01T00:00:00.000+00:00')`,
          ...[personId, personId, province],
        )
        const began = 0.7 * normal()
        const gain = 0.1 + (i < 5 ? 0.8 : 0)
        for (const [campaignId, ability, day] of [
          [before, began, '2026-11-10'],
          [after, 0.6 * (began + gain) + 0.2 * normal(), '2027-05-10'],
        ] as const) {
          const id = `${campaignId}-${personId}`
          const at = `${day}T00:00:00.000+00:00`
          run(
            `INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCodes, positionCode, departmentCode, targets)
             VALUES (?, ?, ?, ?, '["office-statistics"]', 'office-statistics', 'office', ?)`,
            ...[id, campaignId, personId, communeCode, targets],
          )
          run(
            `INSERT INTO Sitting (id, campaignId, kind, inviteeId, communeCode, formVersionId, plan, channel, locale, startedAt, submittedAt)
             VALUES (?, ?, 'person', ?, ?, 'commune-staff@2', '[]', 'web', 'vi', ?, ?)`,
            ...[id, campaignId, id, communeCode, at, at],
          )
          for (const competency of competencies)
            run(
              `INSERT INTO SittingResult (sittingId, competency, points, maxPoints, answered, target, ability, sd, below)
               VALUES (?, ?, 1, 2, 3, 2, ?, ?, ?)`,
              ...[id, competency, ability, sd, 1 / (1 + Math.exp(ability))],
            )
        }
        if (i >= 7) continue
        run(
          "INSERT INTO ClassPlace (classId, personId, addedAt) VALUES (?, ?, '2026-12-01T00:00:00.000+00:00')",
          ...[classId, personId],
        )
        // Two of each commune came to the first session alone.
        for (const { id } of i < 5 ? sessions : sessions.slice(0, 1))
          run(
            `INSERT INTO Attendance (sessionId, personId, present, via, at)
             VALUES (?, ?, 1, 'list', '2027-01-05T00:00:00.000+00:00')`,
            ...[id, personId],
          )
      }
  })
  await inTransaction(async (tx) => {
    const close = "UPDATE Campaign SET state = 'closed', closedAt = ?, estimatedAt = ? WHERE id = ?"
    tx.sql.run(close, '2026-11-20T10:00:00.000+00:00', '2026-11-20T11:00:00.000+00:00', before)
    tx.sql.run(close, '2027-05-20T10:00:00.000+00:00', '2027-05-20T11:00:00.000+00:00', after)
  })
  setClock(new Date('2027-05-21T02:00:00Z'))
})

it('finds what a class did, tells it apart from what everybody gained, and keeps it', async () => {
  expect(viewEffect(planner, planId, null)).toMatchObject({
    effect: null,
    chosen: { id: after },
    base: { id: before },
  })
  const data = await measureEffect(planner, planId, after)
  expect(data).toMatchObject({ people: 72, partly: 12, method: 'did-1' })
  expect(data.ability).toMatchObject({ trained: 30, untrained: 30, communes: 6 })
  expect(data.ability!.low).toBeGreaterThan(0.2)
  expect(data.ability!.low).toBeLessThan(0.8)
  expect(data.below!.high).toBeLessThan(0)
  const [infosec] = data.modules.filter(({ ability }) => ability !== null)
  expect(infosec).toMatchObject({ module: 'infosec', delivery: 'class' })
  const { at } = storedEffect(planId, after)!
  setClock(new Date('2027-06-21T02:00:00Z'))
  expect(await measureEffect(planner, planId, after)).toEqual(data)
  expect(storedEffect(planId, after)!.at).toBe(at)
  const view = viewEffect(planner, planId, null)
  expect(view.effect!.data).toEqual(data)
  expect(view.completed).toBe(30)
  expect(view.expected.done).toBeGreaterThan(0)
  expect(view.expected.done).toBeLessThan(view.expected.whole)
  expect(
    view.modules.find(({ module, delivery }) => module === 'infosec' && delivery === 'class'),
  ).toMatchObject({
    expected: { effect: 0.55 },
    completed: 30,
  })
  expect(measuredPlanEffects(province)).toEqual([
    {
      planId,
      module: 'infosec',
      delivery: 'class',
      effect: infosec!.ability!.effect,
      error: infosec!.ability!.error,
    },
  ])
  expect(measuredPlanEffects('08')).toEqual([])
  expect(pastGains(province)).toEqual([
    {
      module: 'infosec',
      delivery: 'class',
      gain: infosec!.ability!.effect,
      error: infosec!.ability!.error,
    },
  ])
})

it('refuses a campaign that may not be compared, another province, and a plan whose campaign is gone', async () => {
  expect(await refusal(measureEffect(planner, planId, before))).toBe('notFound')
  expect(await refusal(measureEffect(plannerOf('08'), planId, after))).toBe('notAllowed')
  await inTransaction(async (tx) =>
    tx.sql.run('UPDATE Campaign SET positionCodes = \'["finance"]\' WHERE id = ?', before),
  )
  expect(viewEffect(planner, planId, null)).toMatchObject({ campaigns: [], chosen: null })
  await inTransaction(async (tx) => tx.sql.run('DELETE FROM Campaign WHERE id = ?', before))
  expect(viewEffect(planner, planId, null)).toMatchObject({ base: null, campaigns: [], effect: null })
})

it('keeps people who were taught the same by another module out of a module of its own', () => {
  const one = (i: number) => ({
    ...{ person: `p${i}`, commune: `c${i % 7}`, position: 'a', competency: '4.1', target: 2, signal: 1 },
    before: { ability: (i % 5) / 5, below: 0.5 },
    after: { ability: (i % 5) / 5 + (i % 3 === 0 ? 1 : i % 3 === 1 ? 0.5 : 0), below: 0.4 },
  })
  const took = (i: number) => ({
    ...{
      person: `p${i}`,
      module: i % 3 === 0 ? 'x' : 'y',
      delivery: 'class' as const,
      competencies: ['4.1'],
    },
    completed: true,
  })
  const all = Array.from({ length: 180 }, (_, i) => i)
  const found = planEffect(all.map(one), all.filter((i) => i % 3 !== 2).map(took), () => 1)
  expect(found.modules.map(({ module, ability }) => [module, ability?.trained, ability?.untrained])).toEqual([
    ['x', 60, 60],
    ['y', 60, 60],
  ])
  const [x, y] = found.modules
  expect(x!.ability!.effect).toBeCloseTo(1, 6)
  expect(y!.ability!.effect).toBeCloseTo(0.5, 6)
  expect(found.ability).toMatchObject({ trained: 120, untrained: 60 })
})
