import { describe, expect, test } from 'vitest'
import { plannerOf } from '../../tests/builders/actors'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { campaign } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')
const { expectedAfter } = await import('./expected-after')
const { loadProblem } = await import('./load-problem.server')
const { planBasis } = await import('./make-basis.server')
const { pastGains, plannableModules } = await import('./past-effects.server')
const { scenarioAt, settingsOf } = await import('./plan-row.server')
const { listPlans } = await import('./plans/list-plans.server')
const { deletePlan, makePlan } = await import('./plans/make-plan.server')
const { importResources, resourcesWorkbook } = await import('./resources/import-resources.server')
const { allTrainers, allVenues, normsOf, travelOf } = await import('./resources/resources.server')
const { saveNorms } = await import('./resources/save-norms.server')
const { plansUsing, saveTrainer, saveVenue, setRemoved } = await import('./resources/save-resource.server')
const { saveHours } = await import('./resources/travel.server')
const { savePart } = await import('./settings/save-part.server')
const { viewSettings } = await import('./settings/view-settings.server')

const planner = plannerOf('04')
const communes: [string, string, string, string] = ['01321', '01273', '01290', '01294']
const norms = {
  trainerDay: 1_200_000,
  roomDay: 800_000,
  seatDay: 150_000,
  travelHour: 40_000,
  onlineSeat: 60_000,
  visitJourney: 700_000,
}

const { campaignId } = await closedCampaign('04', communes)
const trainer = { name: 'Nông Thị Dạy', days: 20, daysPerWeek: 4, away: [], email: null }
const trainerId = await saveTrainer(planner, null, { ...trainer, modules: ['infosec'] })
const venue = await saveVenue(planner, null, {
  name: 'Phòng A',
  commune: '01321',
  seats: 30,
  rooms: 1,
  closed: [],
})
await saveHours(planner, venue, [{ commune: '01273', hours: 1.5 }])
await saveNorms(planner, { norms, source: 'Nghị quyết thử' })
const made = await makePlan(
  planner,
  { title: 'Kế hoạch thử', titleEn: null, campaign: campaignId, budget: 100_000_000 },
  'vi',
)
if (made.fault) throw new Error(made.fault)
const planId = made.id

describe('what a plan rests on', () => {
  test('is there for everybody asked, answered or not, without any figure of a person or of a hidden cell', () => {
    const made = planBasis(campaignId)
    if (!('basis' in made)) throw new Error(made.fault)
    const people = made.basis.groups.reduce((sum, [, , count]) => sum + count, 0)
    expect(people).toBe(46)
    expect(made.basis.communes.map(({ code }) => code)).toEqual(['01273', '01290', '01321'])
    const hidden = made.basis.communes[1]!
    expect(hidden.above.every((margin) => margin![0] === 0)).toBe(true)
    expect(JSON.stringify(made.basis).length).toBeLessThan(30_000)
  })

  test('is refused of a campaign without results', async () => {
    const open = await campaign({ provinceCode: '04', communeCodes: ['01321'] })
    expect(planBasis(open)).toEqual({ fault: 'open' })
    const input = { title: 'x', titleEn: null, budget: 0 }
    expect(await makePlan(planner, { ...input, campaign: open }, 'vi')).toEqual({ fault: 'open' })
    expect(await makePlan(planner, { ...input, campaign: 'gone' }, 'vi')).toEqual({ fault: 'unknown' })
    expect(await makePlan(plannerOf('08'), { ...input, campaign: campaignId }, 'vi')).toEqual({
      fault: 'unknown',
    })
  })

  test('is that of a campaign nobody answered: none', async () => {
    const { close } = await import('../../tests/builders/closed-campaign')
    const empty = await campaign({ provinceCode: '04', communeCodes: ['01321'] })
    await close(empty, new Date('2026-11-19T10:00:00Z'))
    expect(planBasis(empty)).toEqual({ fault: 'empty' })
  })
})

test('the first scenario holds everything of the province, and its problem can be solved from', () => {
  const scenario = scenarioAt(planId, 1)
  const settings = settingsOf(scenario)
  expect(settings).toMatchObject({ budget: 100_000_000, norms, trainers: [trainerId] })
  expect(settings.modules.map(({ code }) => code)).toEqual(plannableModules().map(({ code }) => code))
  expect(plannableModules().map(({ code }) => code)).not.toContain('citizen-online')
  const { problem, effects, basis } = loadProblem(scenario)
  expect(problem.communes.reduce((sum, { people }) => sum + people, 0)).toBe(46)
  expect(problem.offers.length).toBeGreaterThan(0)
  expect(problem.venues[0]!.reach.map(({ hours }) => hours).sort()).toEqual([0, 1.5])
  expect(effects.every(({ classes }) => classes === 0)).toBe(true)
  const infosec = problem.modules.findIndex(({ code }) => code === 'infosec')
  const seats = problem.groups.map(({ people }, group) => ({ group, seats: people }))
  const { whole } = expectedAfter(basis, problem, effects, [{ module: infosec, delivery: 'class', seats }])
  expect(whole.after.share).toBeLessThan(whole.before.share)
})

test('the share before is that of the report, over the same people and competencies', () => {
  const { problem, effects, basis } = loadProblem(scenarioAt(planId, 1))
  const { whole } = expectedAfter(basis, problem, effects, [])
  const rows = reader.sql.all<{ share: number; people: number }>(
    `SELECT share, people FROM Estimate WHERE campaignId = ? AND place = '' AND "group" = ''
     AND measure NOT LIKE 'd:%' AND informed = 1`,
    campaignId,
  )
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const share = rows.reduce((sum, row) => sum + row.share * row.people, 0) / people
  expect(Math.abs(whole.before.share - share)).toBeLessThan(0.05)
})

describe('two planners edit one scenario', () => {
  const open = () => {
    const { values, scenario } = viewSettings(planner, planId, 1, 'money')
    return {
      planId,
      number: 1,
      part: 'money' as const,
      typed: values,
      was: values,
      revision: scenario.revision,
    }
  }

  test('different fields are joined, the same field is asked about, and the choice is saved', async () => {
    const [one, two, three] = [open(), open(), open()]
    expect(await savePart(planner, { ...one, typed: { ...one.typed, budget: '200 triệu' } })).toEqual({
      kind: 'saved',
      joined: null,
    })
    expect(await savePart(planner, { ...two, typed: { ...two.typed, roomDay: '900.000' } })).toEqual({
      kind: 'saved',
      joined: 1,
    })
    expect(settingsOf(scenarioAt(planId, 1))).toMatchObject({
      budget: 200_000_000,
      norms: { roomDay: 900_000 },
    })
    const clash = await savePart(planner, { ...three, typed: { ...three.typed, budget: '300.000.000' } })
    if (clash.kind !== 'conflict') throw new Error(clash.kind)
    expect(clash.conflicts).toEqual([{ name: 'budget', mine: '300.000.000', theirs: '200.000.000' }])
    expect(clash.changed).toEqual(['budget', 'roomDay'])
    const { values, was, revision } = clash
    const chosen = { ...three, typed: { ...values, budget: '300.000.000' }, was, revision }
    expect(await savePart(planner, chosen)).toEqual({ kind: 'saved', joined: null })
    expect(settingsOf(scenarioAt(planId, 1))).toMatchObject({
      budget: 300_000_000,
      norms: { roomDay: 900_000 },
    })
  })

  test('a save that changes nothing is no edit; a wrong one says why; a result is of the revision it began with', async () => {
    const before = scenarioAt(planId, 1).revision
    expect((await savePart(planner, open())).kind).toBe('saved')
    expect(scenarioAt(planId, 1).revision).toBe(before)
    const wrong = await savePart(planner, { ...open(), typed: { ...open().typed, budget: 'nhiều' } })
    expect(wrong).toMatchObject({ kind: 'wrong', faults: { errors: { budget: 'typed.money' } } })
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE PlanScenario SET state = 'solving' WHERE planId = ?", planId),
    )
    await savePart(planner, { ...open(), typed: { ...open().typed, budget: '1.000.000' } })
    expect(scenarioAt(planId, 1)).toMatchObject({ state: 'solving', revision: before + 1 })
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE PlanScenario SET state = 'solved' WHERE planId = ?", planId),
    )
    await savePart(planner, { ...open(), typed: { ...open().typed, budget: '2.000.000' } })
    expect(scenarioAt(planId, 1).state).toBe('editing')
  })

  test('nobody else may, and nothing of an approved plan', async () => {
    expect(await refusal(() => savePart(plannerOf('08'), open()))).toBe('notAllowed')
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE TrainingPlan SET state = 'approved' WHERE id = ?", planId),
    )
    expect(await savePart(planner, open())).toEqual({ kind: 'locked' })
    expect(await refusal(() => deletePlan(planner, planId))).toBe('badRequest')
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE TrainingPlan SET state = 'draft' WHERE id = ?", planId),
    )
  })
})

describe('resources', () => {
  test('a removed trainer leaves the lists and the problem, and comes back', async () => {
    expect(plansUsing('trainer', trainerId)).toEqual([{ id: planId, title: 'Kế hoạch thử' }])
    await setRemoved(planner, 'trainer', trainerId, true)
    expect(loadProblem(scenarioAt(planId, 1)).problem.trainers).toEqual([])
    await setRemoved(planner, 'trainer', trainerId, false)
    expect(loadProblem(scenarioAt(planId, 1)).problem.trainers).toHaveLength(1)
    expect(await refusal(() => setRemoved(plannerOf('08'), 'trainer', trainerId, true))).toBe('notFound')
  })

  test('each save of norms is a row; the newest is in force, and plans keep theirs', async () => {
    await saveNorms(planner, { norms: { ...norms, roomDay: 1 }, source: 'Nghị quyết sau' })
    expect(normsOf('04').map(({ source }) => source)).toEqual(['Nghị quyết sau', 'Nghị quyết thử'])
    expect(settingsOf(scenarioAt(planId, 1)).norms.roomDay).toBe(900_000)
  })

  test('the workbook of what there is reads back as it was, and one with a fault stores nothing', async () => {
    const before = [allTrainers('04'), allVenues('04'), travelOf('04')]
    const book = await resourcesWorkbook(planner)
    expect(await importResources(planner, book)).toEqual({
      kind: 'stored',
      trainers: 1,
      venues: 1,
      travel: 1,
    })
    expect([allTrainers('04'), allVenues('04'), travelOf('04')]).toEqual(before)
    const columns = Array.from({ length: 6 }, () => ({ header: 'x' }))
    const faulty = await writeWorkbook([
      {
        name: 'Địa điểm',
        columns,
        rows: [
          ['Phòng B', 'Bảo Lạc', 30],
          ['Phòng C', 'Nơi lạ', 30],
        ],
      },
    ])
    expect(await importResources(planner, faulty)).toMatchObject({
      kind: 'faults',
      faults: [{ sheet: 'Địa điểm', cell: 'B3', key: 'commune', value: 'Nơi lạ' }],
    })
    expect(allVenues('04')).toHaveLength(1)
    expect((await importResources(planner, new Uint8Array(Buffer.from('%PDF-1.4')))).kind).toBe('file')
    const read = await readWorkbook(book)
    expect(read.ok && read.sheets.map(({ name }) => name)).toEqual([
      'Giảng viên',
      'Địa điểm',
      'Giờ đi đường',
      'Danh mục',
    ])
  })
})

test('past classes tell of each module what it brought, where five people answered both forms', async () => {
  const { trainingClass } = await import('../../tests/builders/training-class')
  const people = reader.sql.all<{ id: string }>("SELECT id FROM Person WHERE provinceCode = '04' LIMIT 6")
  const { classId } = await trainingClass(
    '04',
    people.map(({ id }) => id),
  )
  await inTransaction(async (tx) => {
    tx.sql.run('UPDATE TrainingClass SET modules = ? WHERE id = ?', '["infosec"]', classId)
    people.forEach(({ id }, i) => {
      for (const [form, ability] of [
        ['before', 0],
        ['after', 0.6 + i / 10],
      ] as const)
        tx.sql.run(
          `INSERT INTO ClassSitting (id, classId, personId, form, startedAt, submittedAt, score, ability, error)
           VALUES (?, ?, ?, ?, '2026-11-01T00:00:00.000+00:00', '2026-11-01T01:00:00.000+00:00', 0.5, ?, 0.4)`,
          ...[`${id}-${form}`, classId, id, form, ability],
        )
    })
  })
  const [gain, ...others] = pastGains('04')
  expect(others).toEqual([])
  expect(gain).toMatchObject({ module: 'infosec', delivery: 'class' })
  expect(gain!.gain).toBeCloseTo(0.85, 10)
  const effect = loadProblem(scenarioAt(planId, 1)).effects.find(
    ({ module, delivery }) => module === 'infosec' && delivery === 'class',
  )!
  expect(effect.classes).toBe(1)
  expect(effect.effect).toBeGreaterThan(0.5)
})

test('a plan outlives its campaign, whose name it keeps; a draft is deleted with its scenarios', async () => {
  await inTransaction(async (tx) => {
    tx.sql.run('DELETE FROM Campaign WHERE id = ?', campaignId)
  })
  const [plan] = listPlans(planner).plans
  expect(plan).toMatchObject({ id: planId, campaign: { vi: 'Đợt thử' }, campaignId: null, scenarios: 1 })
  expect(loadProblem(scenarioAt(planId, 1)).problem.offers.length).toBeGreaterThan(0)
  expect(viewSettings(planner, planId, 1, 'modules').lists.communes).toHaveLength(3)
  expect(listPlans(plannerOf('08')).plans).toEqual([])
  await deletePlan(planner, planId)
  expect(listPlans(planner).plans).toEqual([])
  expect(reader.sql.get('SELECT 1 FROM PlanScenario WHERE planId = ?', planId)).toBeUndefined()
})
