import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { leaderOf } from '../../../tests/builders/actors'
import { carriedPlans } from '../../../tests/builders/carried-plan'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { classOf } = await import('~/classes/class-at.server')
const { markAttendance } = await import('~/classes/attendance/mark.server')
const { cancelPlannedClass, closePlan } = await import('./end-plan.server')
const { viewFollowUp } = await import('./follow-up.server')
const { namePeople, withdrawNamed } = await import('./name-people.server')
const { openSeats } = await import('./seats-page.server')
const { viewNaming } = await import('./view-naming.server')
afterAll(() => setClock())

const { province, planner, communes, first, second, approved, classesOf, classHere, peopleHere, clear } =
  await carriedPlans()
const leader = leaderOf(province, first)
const day = (text: string) => setClock(new Date(`${text}T02:00:00Z`))
const byClass = { by: 'class', sort: 'when', direction: 'asc' } as const

beforeEach(async () => {
  day('2026-11-23')
  await clear()
})

describe('naming people', () => {
  it('fills the seats of a commune by position, and tells what cannot be', async () => {
    const { planId } = await approved()
    const classId = classHere(planId)
    const quotas = viewNaming(leader, first, classId).quotas
    expect(quotas.map(({ seats }) => seats)).toEqual([2, 2, 2])
    const [a, b, c] = await peopleHere('office-statistics', 3)
    const [elsewhere] = await peopleHere('office-statistics', 1, second)
    const name = (personIds: string[], standIn: 'nobody' | null = null) =>
      namePeople(leader, first, classId, { personIds, standIn })
    expect(await name([])).toEqual({ fault: 'nobody' })
    expect(await name([elsewhere!])).toEqual({ fault: 'stranger' })
    expect(await name([a!, b!])).toEqual({ named: 2, left: 4 })
    expect(await name([c!])).toMatchObject({ fault: 'standIn' })
    expect(await name([c!], 'nobody')).toEqual({ named: 1, left: 3 })
    expect(viewNaming(leader, first, classId).seated.filter(({ standsIn }) => standsIn)).toHaveLength(1)
    const many = await peopleHere('finance', 5)
    expect(await name(many, 'nobody')).toEqual({ fault: 'tooMany', left: 3 })
    expect(
      await refusal(() =>
        namePeople(leaderOf(province, second), first, classId, { personIds: many, standIn: null }),
      ),
    ).toBe('notAllowed')
    expect(await withdrawNamed(leader, first, classId, { personId: a!, reason: 'Trùng lịch công tác' })).toBe(
      true,
    )
    expect(
      await withdrawNamed(leader, first, classId, { personId: elsewhere!, reason: 'Người khác xã' }),
    ).toBe(false)
    expect(openSeats(leader)[0]).toMatchObject({ code: first, late: false })
    // Another class on the same days.
    const other = await inTransaction(async (tx) => {
      const { insertClass } = await import('~/classes/save-class.server')
      const { sessions } = classOf(tx, classId)
      const at = sessions.map((each) => ({ ...each, id: null, place: 'Nơi khác' }))
      return insertClass(tx, planner, province, {
        ...{
          titleVi: 'Lớp trùng ngày',
          aimVi: 'x',
          competencies: [],
          modules: [],
          minShare: 80,
          sessions: at,
        },
      })
    })
    const { addPeople } = await import('~/classes/people/add-people.server')
    await addPeople(planner, other, [many[0]!])
    expect(await name([many[0]!])).toMatchObject({ fault: 'busy' })
    const listed = viewNaming(leader, first, classId).quotas.flatMap(({ people }) => people)
    expect(listed.find(({ personId }) => personId === many[0])!.busy?.vi).toBe('Lớp trùng ngày')
    day('2027-01-05')
    expect(await name([many[1]!])).toEqual({ fault: 'begun' })
    await cancelPlannedClass(planner, planId, classId, 'Phòng bị ngập nước')
    expect(await name([many[1]!])).toEqual({ fault: 'cancelled' })
  })

  it('shows no result, but to the leader of who agreed to it', async () => {
    const { submitted } = await import('../../../tests/builders/closed-campaign')
    const { campaign } = await import('../../../tests/builders/campaign')
    const { setConsent } = await import('~/campaigns/my-result.server')
    const campaignId = await campaign({ provinceCode: province, communeCodes: communes })
    const weak = await submitted({ campaignId, provinceCode: province, communeCode: first, level: 0 })
    await submitted({ campaignId, provinceCode: province, communeCode: first, level: 0 })
    await inTransaction(async (tx) =>
      tx.sql.run(
        "UPDATE Campaign SET state = 'closed', closedAt = ?, estimatedAt = ?",
        ...Array(2).fill('2026-11-20T10:00:00.000+00:00'),
      ),
    )
    const { planId } = await approved(false, campaignId)
    const classId = classHere(planId)
    const marked = (who: typeof leader) => {
      const { quotas, others } = viewNaming(who, first, classId)
      return [...quotas.flatMap(({ people }) => people), ...others].filter((each) => each.marked)
    }
    expect(marked(leader)).toEqual([])
    await setConsent(weak, campaignId, true)
    expect(marked(leader).map(({ personId }) => personId)).toEqual([weak.personId])
    expect(marked(planner)).toEqual([])
    await setConsent(weak, campaignId, false)
    expect(marked(leader)).toEqual([])
  })
})

describe('following up', () => {
  it('counts seats, names, attendance, completion and money, and closes when all is over', async () => {
    const { planId } = await approved()
    const classId = classHere(planId)
    const [a, b] = await peopleHere('office-statistics', 2)
    await namePeople(leader, first, classId, { personIds: [a!, b!], standIn: null })
    const { sessions } = classOf(reader, classId)
    day('2027-01-04')
    const listed = [a!, b!]
    for (const [i, { id }] of sessions.entries())
      await markAttendance(planner, classId, id, { listed, present: i === 0 ? listed : [a!], via: 'list' })
    const view = await viewFollowUp(planner, planId, byClass)
    const line = view.lines.find(({ key }) => key === classId)!
    expect(line.counts).toMatchObject({
      seats: 12,
      named: 2,
      attended: 2,
      completed: 1,
      late: 0,
      missing: 10,
    })
    expect(view.money.spent).toBeGreaterThan(0)
    expect(view.money.spent + view.money.toCome).toBeCloseTo(
      reader.sql.get<{ n: number }>('SELECT sum(cost) AS n FROM PlannedClass')!.n,
      3,
    )
    const communal = await viewFollowUp(planner, planId, { by: 'commune', sort: 'named', direction: 'desc' })
    expect(communal.lines[0]).toMatchObject({ key: first, counts: { named: 2, completed: 1 } })
    expect(communal.total).toEqual(view.total)
    expect(await closePlan(planner, planId)).toBe(false)
    const cost = reader.sql.get<{ cost: number }>('SELECT cost FROM PlannedClass WHERE classId = ?', classId)!
    for (const each of classesOf(planId))
      if (each.classId !== classId) await cancelPlannedClass(planner, planId, each.classId, 'Không mở nữa')
    day('2027-04-01')
    const ended = await viewFollowUp(planner, planId, byClass)
    expect(ended.money).toMatchObject({ spent: cost.cost, toCome: 0 })
    expect(ended.total.seats + ended.total.cancelled).toBe(view.total.seats)
    expect(await closePlan(planner, planId)).toBe(true)
    expect(reader.sql.get('SELECT state FROM TrainingPlan')).toEqual({ state: 'closed' })
  })
})
