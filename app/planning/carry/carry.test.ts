import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { carriedPlans } from '../../../tests/builders/carried-plan'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { smtpServer } from '../../../tests/builders/smtp'

const box = await smtpServer()
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${box.port}`,
  MAIL_FROM: 'Sở Nội vụ Cao Bằng <itoso@caobang.gov.vn>',
  APP_URL: 'https://itoso.caobang.gov.vn',
})
await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { sendQueuedMail } = await import('~/platform/mail/send-mail.server')
const { cancelClass } = await import('~/classes/end-class.server')
const { editClass } = await import('~/classes/save-class.server')
const { classOf } = await import('~/classes/class-at.server')
const { plan } = await import('../../../tests/builders/plan')
const { approvePlan } = await import('./approve-plan.server')
const { viewFollowUp } = await import('./follow-up.server')
const { handLetters, mailLetters } = await import('./hand-letters.server')
const { lettersOf, printedLetters, viewLetters } = await import('./list-letters.server')
const { reconcileLetters } = await import('./make-letters.server')
const { viewSeats } = await import('./seats-page.server')
const { viewApproval } = await import('./view-approval.server')
const { withdrawApproval } = await import('./withdraw-approval.server')
afterAll(async () => {
  setClock()
  await box.stop()
})

const { province, planner, communes, first, second, seen, approved, classesOf, classHere, clear } =
  await carriedPlans()
const leader = leaderOf(province, first)
const day = (text: string) => setClock(new Date(`${text}T02:00:00Z`))
const byClass = { by: 'class', sort: 'when', direction: 'asc' } as const

beforeEach(async () => {
  day('2026-11-23')
  box.got.length = 0
  await clear()
})

const contact = (communeCode: string, email: string) =>
  inTransaction((tx) => tx.communeContact.create({ data: { communeCode, email, at: new Date() } }))
describe('approving', () => {
  it('makes every class, seat and letter of the result, in one go', async () => {
    const { planId, result, classes, letters } = await approved()
    const solved = result.solve.kind === 'plan' ? result.solve.plan.classes : []
    expect(classes).toBe(solved.length)
    const seats = solved.flatMap((each) => each.seats).reduce((sum, each) => sum + each.seats, 0)
    expect(reader.sql.get('SELECT sum(seats) AS n FROM ClassQuota')).toEqual({ n: seats })
    expect(
      reader.sql.get('SELECT count(*) AS n FROM (SELECT DISTINCT classId, communeCode FROM ClassQuota)'),
    ).toEqual({ n: letters })
    expect(letters).toBe(lettersOf(planId).length)
    const found = classOf(reader, classHere(planId))
    expect(found.sessions.slice(0, 2)).toMatchObject([
      { date: '2027-01-04', startsAt: '08:00', endsAt: '11:30', place: 'Trung tâm Chính trị 1' },
      { date: '2027-01-04', startsAt: '13:30', endsAt: '16:00', trainer: 'Nông Thị Mẫu' },
    ])
    expect(found).toMatchObject({ modules: ['infosec'], minShare: 80 })
    expect(found.title.vi).toMatch(/ – Trung tâm Chính trị 1$/)
    const titles = classesOf(planId).map(({ classId }) => classOf(reader, classId).title.vi)
    expect(new Set(titles).size).toBe(titles.length)
    const online = classesOf(planId).find(({ delivery }) => delivery === 'online')!
    expect(classOf(reader, online.classId).sessions).toHaveLength(1)
    expect(reader.sql.get('SELECT state, approvedBy FROM TrainingPlan')).toEqual({
      state: 'approved',
      approvedBy: 'test',
    })
    expect(reader.sql.get('SELECT chosen FROM PlanScenario WHERE planId = ?', planId)).toEqual({ chosen: 1 })
  })

  it('approves once when two planners press at the same time', async () => {
    const { planId } = await plan({ provinceCode: province, communes })
    const answers = await Promise.all([
      approvePlan(planner, planId, seen),
      approvePlan(planner, planId, seen),
    ])
    expect(answers.map(({ fault }) => fault ?? 'made').sort()).toEqual(['approved', 'made'])
    expect(reader.sql.get('SELECT count(*) AS n FROM TrainingClass')).toEqual({
      n: classesOf(planId).length,
    })
  })

  it('refuses what is not solved, stale, changed since it was read, infeasible, past or gone', async () => {
    const fault = async (parts: object, change = '', over = {}) => {
      const { planId } = await plan({ provinceCode: province, communes, ...parts })
      if (change) await inTransaction(async (tx) => tx.sql.run(change))
      const shown = viewApproval(planner, planId, null).fault
      const answer = await approvePlan(planner, planId, { ...seen, ...over })
      expect(answer.fault === 'changed' || answer.fault === shown).toBe(true)
      await inTransaction(async (tx) => tx.sql.run('DELETE FROM TrainingPlan'))
      return answer.fault
    }
    expect(await fault({ solved: false })).toBe('notSolved')
    expect(await fault({}, 'UPDATE PlanScenario SET revision = 2')).toBe('stale')
    expect(await fault({}, '', { seen: 4 })).toBe('changed')
    expect(await fault({}, "UPDATE PlanScenario SET state = 'infeasible'")).toBe('infeasible')
    expect(await fault({}, "UPDATE PlanScenario SET state = 'solving'")).toBe('solving')
    expect(await fault({ solution: { classes: [] } })).toBe('empty')
    expect(await fault({}, "UPDATE PlanVenue SET removedAt = '2026-11-01' WHERE id = 'venue-1'")).toBe('gone')
    await inTransaction(async (tx) => tx.sql.run('UPDATE PlanVenue SET removedAt = NULL'))
    day('2027-01-05')
    expect(await fault({})).toBe('past')
    expect(reader.sql.get('SELECT count(*) AS n FROM TrainingClass')).toEqual({ n: 0 })
    const { planId } = await plan({ provinceCode: province, communes })
    expect(await refusal(() => approvePlan(plannerOf('08'), planId, seen))).toBe('notAllowed')
    expect(await refusal(() => approvePlan(leader, planId, seen))).toBe('notAllowed')
  })

  it('is taken back until a letter went out', async () => {
    await contact(first, 'ubnd@baolam.gov.vn')
    const { planId, mailed } = await approved(true)
    expect(mailed).toBeGreaterThan(0)
    expect(await withdrawApproval(planner, planId)).toBe(true)
    for (const table of ['TrainingClass', 'PlannedClass', 'ClassQuota', 'PlanLetter', 'MailMessage'])
      expect(reader.sql.get(`SELECT count(*) AS n FROM ${table}`)).toEqual({ n: 0 })
    expect(viewApproval(planner, planId, null)).toMatchObject({ fault: null, plan: { state: 'draft' } })
    await approvePlan(planner, planId, { ...seen, mail: true })
    await sendQueuedMail()
    expect(await withdrawApproval(planner, planId)).toBe(false)
    expect(viewApproval(planner, planId, null)).toMatchObject({ fault: 'approved', withdraw: false })
  })
})

describe('letters', () => {
  it('go to the commune over SMTP where it has an address, and wait to be printed elsewhere', async () => {
    await contact(first, 'ubnd@baolam.gov.vn')
    const { planId, letters, mailed } = await approved(true)
    await sendQueuedMail()
    expect(box.got).toHaveLength(mailed)
    const [got] = box.got
    expect(got).toMatchObject({ to: { value: [{ address: 'ubnd@baolam.gov.vn' }] } })
    expect(got!.subject).toMatch(/^Thư mời cử người dự tập huấn: /)
    expect(got!.text).toContain(`https://itoso.caobang.gov.vn/communes/${first}/seats`)
    expect(got!.text).toMatch(/Số chỗ của xã: \d+ chỗ – Văn phòng/)
    const view = await viewLetters(planner, planId, first)
    expect(view).toMatchObject({ total: letters, waiting: letters - mailed })
    expect(view.letters.every(({ state }) => state === 'sent')).toBe(true)
    expect((await printedLetters(planner, planId, null)).letters).toHaveLength(letters - mailed)
    expect(await handLetters(planner, planId, second)).toBe(
      view.communes.find(({ code }) => code === second)!.letters,
    )
    await contact(communes[2]!, 'ubnd@coba.gov.vn')
    expect(await mailLetters(planner, planId)).toBeGreaterThan(0)
    expect(
      (await viewLetters(planner, planId, null)).communes.find(({ code }) => code === communes[2])!.waiting,
    ).toBe(0)
  })

  it('follow when a class is cancelled or moved, wherever that was done, once', async () => {
    await contact(first, 'ubnd@baolam.gov.vn')
    const { planId } = await approved(true)
    await sendQueuedMail()
    box.got.length = 0
    const [moved, gone] = classesOf(planId).filter(({ delivery }) => delivery === 'class')
    const before = classOf(reader, moved!.classId)
    const sessions = before.sessions.map((each) => ({ ...each, date: '2027-02-10' }))
    await editClass(planner, moved!.classId, {
      ...{ titleVi: before.title.vi, aimVi: before.aim.vi, competencies: before.competencies },
      ...{ modules: before.modules, seats: before.seats ?? undefined, minShare: 80, sessions },
    })
    await cancelClass(planner, gone!.classId, 'Phòng học bị ngập')
    const told = await reconcileLetters()
    expect(await reconcileLetters()).toBe(0)
    const late = lettersOf(planId).filter(({ kind }) => kind !== 'summons')
    expect(late).toHaveLength(told)
    expect(new Set(late.map(({ classId, kind }) => `${classId} ${kind}`))).toEqual(
      new Set([`${moved!.classId} change`, `${gone!.classId} cancellation`]),
    )
    const waiting = late.filter(({ communeCode }) => communeCode !== first)
    expect(waiting.every((letter) => letter.waiting)).toBe(true)
    await sendQueuedMail()
    const texts = box.got.map(({ text }) => text!)
    expect(texts.some((text) => text.includes('10/02/2027'))).toBe(true)
    expect(texts.some((text) => text.includes('Lý do: Phòng học bị ngập'))).toBe(true)
    const view = await viewFollowUp(planner, planId, byClass)
    expect(view.total.letters).toBe((await viewLetters(planner, planId, null)).waiting)
    await inTransaction(async (tx) => tx.sql.run('DELETE FROM TrainingClass WHERE id = ?', moved!.classId))
    expect(await reconcileLetters(planId)).toBeGreaterThan(0)
    expect(lettersOf(planId).at(-1)!.seats).toBeGreaterThan(0)
    expect(
      (await viewFollowUp(planner, planId, byClass)).lines.some((line) => line.class!.state === 'gone'),
    ).toBe(true)
  })

  it('are opened when the leader reads the page of seats, not when the planner does', async () => {
    const { planId } = await approved()
    await viewSeats(planner, first)
    expect(lettersOf(planId).every(({ readAt }) => readAt === null)).toBe(true)
    await viewSeats(leader, first)
    const opened = lettersOf(planId).filter(({ readAt }) => readAt !== null)
    expect(new Set(opened.map(({ communeCode }) => communeCode))).toEqual(new Set([first]))
    expect(opened.every(({ waiting }) => !waiting)).toBe(true)
    expect(await refusal(() => viewSeats(leader, second))).toBe('notAllowed')
  })
})
