import { beforeAll, describe, expect, test } from 'vitest'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { plan } from '../../../tests/builders/plan'
import { refusal } from '../../../tests/builders/refusal'
import { seatsField } from './class-edit'
import type { CodedClass } from './coded-class'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { runJobs } = await import('~/platform/jobs/jobs.server')
const { changeClass, editClassOf } = await import('./edit-class.server')
const { changeWishes } = await import('./change-wishes.server')
const { viewClassOf } = await import('./class-view.server')
const { comparePlan } = await import('./compare.server')
const { copyScenario, deleteScenario, renameScenario } = await import('./scenarios.server')
const { cancelSolving, solvingJob, startSolving } = await import('./start-solving.server')
const { firstScenario, viewScenario } = await import('./view-scenario.server')
const { withForbidden } = await import('./class-wishes')
const { breaches } = await import('../solve/check-plan')
const { scenarioAt, settingsOf } = await import('../plan-row.server')
const { storedResult } = await import('./scenario-result.server')

const planner = plannerOf('04')
const communes = ['01273', '01279', '01288', '01290']
/** Small enough to be solved to its optimum at once. */
const tiny = {
  communes: communes.slice(0, 2),
  size: { modules: 2, venues: 1, trainers: 1, weeks: 3 },
  settings: { seconds: 5 },
}
const made = (parts: Partial<Parameters<typeof plan>[0]> = {}) =>
  plan({ provinceCode: '04', communes, ...parts })
const view = (planId: string, number = 1) => viewScenario(planner, planId, number, 'vi')
const revisionOf = (planId: string, number = 1) => scenarioAt(planId, number).revision
const approve = (planId: string) =>
  inTransaction((tx) => tx.trainingPlan.update({ where: { id: planId }, data: { state: 'approved' } }))

describe('who may see and change', () => {
  let planId: string
  beforeAll(async () => ({ planId } = await made()))

  test('planners of the province do; others and planners elsewhere are refused', async () => {
    for (const other of [plannerOf('08'), leaderOf('04', '01273')]) {
      expect(await refusal(() => viewScenario(other, planId, 1, 'vi'))).toBe('notAllowed')
      expect(await refusal(() => comparePlan(other, planId, 'vi'))).toBe('notAllowed')
      expect(await refusal(startSolving(other, planId, 1))).toBe('notAllowed')
      expect(await refusal(copyScenario(other, planId, 1, 'x'))).toBe('notAllowed')
      expect(await refusal(deleteScenario(other, planId, 1))).toBe('notAllowed')
    }
    expect(await refusal(() => view('no-such-plan'))).toBe('notFound')
    expect(await refusal(() => view(planId, 3))).toBe('notFound')
    expect(await refusal(() => view(planId, Number('x')))).toBe('notFound')
    expect(await refusal(() => viewClassOf(planner, planId, 1, 'no-such-class', 'vi'))).toBe('notFound')
  })

  test('a plan whose campaign is gone is shown with its name, and one that is approved is only read', async () => {
    expect(view(planId).campaign).toEqual({ id: null, title: 'Đợt khảo sát thử' })
    expect(view(planId).manages).toBe(true)
    await approve(planId)
    expect(view(planId).manages).toBe(false)
    expect(await startSolving(planner, planId, 1)).toBe(false)
    expect(await copyScenario(planner, planId, 1, 'x')).toEqual({ fault: 'approved' })
    expect(await renameScenario(planner, planId, 1, 'x')).toBe('approved')
    const { each } = viewClassOf(planner, planId, 1, view(planId).solved!.classes[0]!.key, 'vi')
    expect(await changeClass(planner, { planId, number: 1, key: each.key, revision: 1 }, 'pin')).toBe(
      'approved',
    )
  })
})

describe('wishes about a class', () => {
  let planId: string
  let first: CodedClass
  const ref = (revision = revisionOf(planId)) => ({ planId, number: 1, key: first.key, revision })
  const typed = (parts: Record<string, string> = {}) => ({
    ...Object.fromEntries(
      first.seats.map((one) => [seatsField(one.commune, one.position), String(one.seats)]),
    ),
    week: first.week!,
    trainer: first.trainer!,
    venue: first.venue!,
    ...parts,
  })
  beforeAll(async () => {
    ;({ planId } = await made())
    first = view(planId).solved!.classes[0]!
  })

  test('a pin is kept in the settings, makes the result one of earlier settings, and is taken back', async () => {
    expect(await changeClass(planner, ref(), 'pin')).toBeNull()
    const pinned = view(planId)
    expect(pinned.settings.pins).toMatchObject([{ key: first.key, week: first.week, trainer: first.trainer }])
    expect(pinned).toMatchObject({ stale: true, scenario: { state: 'editing', revision: 2 } })
    expect(viewClassOf(planner, planId, 1, first.key, 'vi')).toMatchObject({ pinned: true, wish: null })
    expect(await changeClass(planner, ref(), 'unpin')).toBeNull()
    expect(view(planId).settings.pins).toEqual([])
  })

  test('the second of two planners is told, and nothing of the first is lost', async () => {
    const seen = revisionOf(planId)
    expect(await changeClass(planner, ref(seen), 'forbid-venue')).toBeNull()
    expect(await changeClass(planner, ref(seen), 'fewer')).toBe('changed')
    const told = await editClassOf(planner, ref(seen), typed(), 'vi')
    expect(told).toMatchObject({ errors: { week: 'edit.changed' }, revision: seen + 1 })
    expect(view(planId).settings.forbidden).toEqual([{ module: first.module, venue: first.venue }])
    expect(view(planId).settings.modules[0]!.atMost).toBeNull()
    expect(await changeClass(planner, ref(), 'fewer')).toBeNull()
    const held = view(planId).solved!.classes.filter(({ module }) => module === first.module)
    expect(view(planId).settings.modules[0]!.atMost).toBe(held.length - 1)
  })

  test('an edit that the class alone cannot keep is never saved', async () => {
    const [one] = first.seats
    const field = seatsField(one!.commune, one!.position)
    const many = await editClassOf(planner, ref(), { ...typed({ [field]: '40' }), confirm: 'yes' }, 'vi')
    expect(many!.own!.map(({ key }) => key)).toEqual(expect.arrayContaining(['broken.most', 'broken.offer']))
    const few = Object.fromEntries(first.seats.map((each) => [seatsField(each.commune, each.position), '0']))
    const tiny = await editClassOf(
      planner,
      ref(),
      { ...typed({ ...few, [field]: '1' }), confirm: 'yes' },
      'vi',
    )
    expect(tiny!.own).toMatchObject([{ key: 'broken.least', values: { has: 1, may: 5 } }])
    const far = await editClassOf(planner, ref(), typed({ venue: 'venue-2' }), 'vi')
    expect(far!.own!.map(({ key }) => key)).toContain('broken.reach')
    expect(await editClassOf(planner, ref(), typed({ week: '2031-01-06' }), 'vi')).toEqual({
      errors: { week: 'edit.unknown' },
    })
    expect(view(planId).settings.pins).toEqual([])
  })

  test('an edit that collides with other classes is saved once that is confirmed', async () => {
    const other = view(planId).solved!.classes.find(
      (each) => each.trainer === 'trainer-2' && each.week !== first.week,
    )!
    const crowded = view(planId)
      .solved!.classes.filter((each) => each.trainer === 'trainer-2')
      .find((each, _, all) => all.filter(({ week }) => week === each.week).length > 1)!
    const wish = typed({ week: crowded.week!, trainer: 'trainer-2' })
    const collides = await editClassOf(planner, ref(), wish, 'vi')
    expect(collides!.others!.map(({ key }) => key)).toContain('broken.trainerWeek')
    expect(other).toBeDefined()
    expect(await editClassOf(planner, ref(), { ...wish, confirm: 'yes' }, 'vi')).toBeNull()
    expect(viewClassOf(planner, planId, 1, first.key, 'vi').wish).toMatchObject({ trainer: 'trainer-2' })
  })

  test('online seats are neither pinned nor edited', async () => {
    const online = view(planId).solved!.classes.find(({ delivery }) => delivery === 'online')!
    const at = { ...ref(), key: online.key }
    expect(await refusal(changeClass(planner, at, 'pin'))).toBe('badRequest')
    expect(await editClassOf(planner, at, {}, 'vi')).toEqual({ errors: { week: 'edit.online' } })
  })
})

describe('scenarios', () => {
  test('are copied to four with their results, renamed, deleted down to one', async () => {
    const { planId } = await made()
    for (const number of [2, 3, 4])
      expect(await copyScenario(planner, planId, 1, `Phương án ${number}`)).toEqual({ number })
    expect(await copyScenario(planner, planId, 1, 'Một nữa')).toEqual({ fault: 'full' })
    expect(view(planId, 3).solved!.classes).toEqual(view(planId, 1).solved!.classes)
    expect(await renameScenario(planner, planId, 2, 'Ít tiền')).toBeNull()
    expect(await deleteScenario(planner, planId, 1)).toBeNull()
    expect(await copyScenario(planner, planId, 2, 'Lại một')).toEqual({ number: 1 })
    for (const number of [1, 3, 4]) expect(await deleteScenario(planner, planId, number)).toBeNull()
    expect(await deleteScenario(planner, planId, 2)).toBe('last')
    expect(comparePlan(planner, planId, 'vi').scenarios.map(({ line }) => line.name)).toEqual(['Ít tiền'])
    expect(firstScenario(planner, planId)).toBe(2)
  })
})

describe('solving', () => {
  test('a scenario is solved from what the plan holds, without its campaign; what is ruled out is gone from the next result', async () => {
    const { planId } = await made({ ...tiny, solved: false })
    expect(view(planId)).toMatchObject({ solved: null, job: null, scenario: { state: 'editing' } })
    expect(await startSolving(planner, planId, 1)).toBe(true)
    expect(view(planId)).toMatchObject({ scenario: { state: 'solving' }, job: { state: 'queued' } })
    await runJobs()
    const solved = view(planId)
    expect(solved).toMatchObject({ stale: false, job: null, clash: null, scenario: { state: 'solved' } })
    const { problem, result } = storedResult(scenarioAt(planId, 1))!
    expect(result.solve.kind === 'plan' && breaches(problem, result.solve.plan.classes)).toEqual([])
    expect(solved.solved!.classes.length).toBeGreaterThan(0)
    expect(solved.solved!.total).toBeLessThanOrEqual(solved.settings.budget)
    expect(solved.solved!.bound).toBeGreaterThanOrEqual(solved.solved!.value - 1e-6)
    const { before, after } = solved.solved!.expected!.whole
    expect(after.share).toBeLessThan(before.share)
    expect(solved.solved!.changes).toBeNull()

    const [gone] = view(planId).solved!.classes.filter(({ delivery }) => delivery !== 'online')
    const at = { planId, number: 1, revision: revisionOf(planId) }
    await changeWishes(planner, at, 'test', (settings) =>
      withForbidden(settings, { module: gone!.module, venue: null }),
    )
    expect(view(planId)).toMatchObject({ stale: true })
    await startSolving(planner, planId, 1)
    await runJobs()
    const next = view(planId).solved!
    expect(
      next.classes.some(({ module, delivery }) => module === gone!.module && delivery !== 'online'),
    ).toBe(false)
    expect(next.changes!.removed.length).toBeGreaterThan(0)
  })

  test('what clashes is told, and the plan that could be made before stays to be read', async () => {
    const { planId, scenarioId } = await made(tiny)
    const settings = { ...settingsOf(scenarioAt(planId, 1)), budget: 1_000_000, leastCoverage: 1, pins: [] }
    await inTransaction(async (tx) =>
      tx.sql.run(
        'UPDATE PlanScenario SET settings = ?, revision = 2 WHERE id = ?',
        JSON.stringify(settings),
        scenarioId,
      ),
    )
    await startSolving(planner, planId, 1)
    await runJobs()
    const clashed = view(planId)
    expect(clashed.scenario.state).toBe('infeasible')
    expect(clashed.clash!.length).toBeGreaterThan(0)
    expect(clashed.clash!.map(({ demand }) => demand)).toContain('coverage')
    expect(clashed).toMatchObject({ stale: true })
    expect(clashed.solved!.classes.length).toBeGreaterThan(0)
  })

  test('one that waits is stopped and is what it was; asked for twice it is solved once', async () => {
    const { planId } = await made(tiny)
    await startSolving(planner, planId, 1)
    await cancelSolving(planner, planId, 1)
    expect(view(planId)).toMatchObject({ job: null, scenario: { state: 'solved' } })
    await runJobs()
    expect(view(planId).scenario.solvedAt).toBe('2026-11-20T03:00:00.000+00:00')
    await startSolving(planner, planId, 1)
    const job = solvingJob(scenarioAt(planId, 1).id)!
    await startSolving(planner, planId, 1)
    expect(solvingJob(scenarioAt(planId, 1).id)!.id).toBe(job.id)
    await cancelSolving(planner, planId, 1)
    expect(solvingJob(scenarioAt(planId, 1).id)).toBeNull()
  })

  test('settings changed while it is solved make the result one of earlier settings', async () => {
    const { planId } = await made(tiny)
    const [first] = view(planId).solved!.classes
    await startSolving(planner, planId, 1)
    // The change waits for the writer behind the first write of the job, which has then read the settings.
    const running = runJobs()
    await changeClass(planner, { planId, number: 1, key: first!.key, revision: 1 }, 'pin')
    await running
    expect(view(planId)).toMatchObject({
      stale: true,
      job: null,
      scenario: { state: 'editing', solvedRevision: 1 },
    })
    expect(view(planId).settings.pins).toHaveLength(1)
    expect(view(planId).scenario.solvedAt).not.toBe('2026-11-20T03:00:00.000+00:00')
  })

  test('a plan deleted while it waits is let go', async () => {
    const { planId } = await made({ solved: false })
    await startSolving(planner, planId, 1)
    await inTransaction((tx) => tx.trainingPlan.delete({ where: { id: planId } }))
    await runJobs()
    expect(
      reader.sql.get<{ n: number }>(
        "SELECT count(*) AS n FROM Job WHERE state = 'failed' AND failure NOT LIKE '%cancelled%'",
      )!.n,
    ).toBe(0)
  })
})
