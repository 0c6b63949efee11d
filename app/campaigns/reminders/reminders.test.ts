import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { actor, campaign, invitee, leaderGrant, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { smtpServer } from '../../../tests/builders/smtp'

const box = await smtpServer()
const smtp = `smtp://127.0.0.1:${box.port}`
Object.assign(process.env, {
  SMTP_URL: smtp,
  MAIL_FROM: 'I Tờ Số <itoso@caobang.gov.vn>',
  APP_URL: 'https://itoso.caobang.gov.vn',
})
await freshDatabase()
const { env } = await import('~/env.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { sendQueuedMail } = await import('~/platform/mail/send-mail.server')
const { saveContacts } = await import('~/people/contacts/contacts.server')
const { erasePerson } = await import('../erase-person.server')
const { closeCampaign } = await import('../close-campaign.server')
const { deleteDraft } = await import('../delete-draft.server')
const { sendReminders, recordNudges } = await import('./send-reminders.server')
const { sendDueReminders } = await import('./send-due.server')
const { saveReminderDays } = await import('./reminder-plan.server')
const { mailTo, viewReminders } = await import('./view-reminders.server')
const { findCampaign } = await import('../find-campaign.server')
const { proposedTexts } = await import('./remind-now.server')
const { mailDesk, sendAgain, sendTest } = await import('../mail/mail-desk.server')
afterAll(() => box.stop())

const [baoLac, coBa] = ['01321', '01327'] as const
const planner = actor({ grants: [plannerGrant('04')] })
const leader = actor({ grants: [leaderGrant('04', baoLac)] })
const elsewhere = actor({ grants: [plannerGrant('19')] })
const origin = 'https://itoso.caobang.gov.vn'
const { office, person: toPerson, personEn } = proposedTexts()
const wordings = { office, person: { vi: toPerson, en: personEn } }
const at = (time: string) => setClock(new Date(`${time}+07:00`))

let id: string
let people: { personId: string }[]

async function emailOf(personId: string, email: string, locale = 'vi'): Promise<void> {
  await inTransaction(async (tx) => {
    tx.sql.run('UPDATE Person SET email = ? WHERE id = ?', email, personId)
    tx.sql.run('UPDATE Account SET locale = ? WHERE personId = ?', locale, personId)
  })
}

beforeEach(async () => {
  at('2026-11-21T09:00:00')
  env.SMTP_URL = smtp
  box.got.length = 0
  await inTransaction(async (tx) => {
    for (const table of ['MailMessage', 'Nudge', 'ReminderPlan', 'CommuneContact', 'Campaign', 'Person'])
      tx.sql.run(`DELETE FROM ${table}`)
  })
  id = await campaign({ provinceCode: '04', communeCodes: [baoLac, coBa], closesOn: '2026-11-28' })
  people = []
  for (const communeCode of [baoLac, baoLac, coBa]) {
    const who = await person({ provinceCode: '04', communeCode, positionCode: 'finance' })
    await invitee({ campaignId: id, personId: who.personId, communeCode })
    people.push(who)
  }
  await emailOf(people[0]!.personId, 'mot@caobang.gov.vn')
  await emailOf(people[2]!.personId, 'three@caobang.gov.vn', 'en')
  await saveContacts(planner, new Map([[baoLac, 'ubnd@baolac.vn']]))
})

const send = (over: Partial<Parameters<typeof sendReminders>[2]> = {}, who = planner) =>
  sendReminders(who, id, { noteId: randomUUID(), codes: [baoLac, coBa], wordings, origin, ...over })
const sent = () =>
  box.got.map(({ to, subject, text }) => ({
    to: [to!].flat().map((each) => each.text)[0],
    subject,
    text,
  }))

describe('reminding by mail', () => {
  it('tells the office how many are missing, and each person no more than until when', async () => {
    expect(await send()).toEqual({ communes: 2, messages: 3 })
    await sendQueuedMail()
    const [toOffice, first, third] = sent()
    expect(toOffice).toMatchObject({ to: 'ubnd@baolac.vn', subject: 'Nhắc trả lời: Đợt thử' })
    expect(toOffice!.text).toContain('Ủy ban nhân dân xã Bảo Lạc')
    expect(toOffice!.text).toContain('2 trên 2 người')
    expect(toOffice!.text).toContain('đến hết ngày 28/11/2026')
    expect(toOffice!.text).toContain('Phiếu của xã cũng chưa nộp.')
    expect(toOffice!.text).toContain(`${origin}/campaigns/${id}/missing?commune=01321`)
    expect(first!.to).toBe('mot@caobang.gov.vn')
    expect(first!.text).toContain(`${origin}/surveys/${id}`)
    expect(first!.text).toMatch(/mất khoảng \d+ phút/)
    expect(third!.subject).toBe('A survey waits for your answers: Đợt thử')
    for (const { text } of sent()) expect(text).not.toMatch(/Nông Văn Thử|\[/)
    expect(
      viewReminders(planner, id, 'vi').rows.map(({ code, last }) => [code, last?.via, last?.people]),
    ).toEqual([
      [baoLac, 'mail', 2],
      [coBa, 'mail', 1],
    ])
  })

  it('reminds once for a form that was sent twice, and nobody again within two days', async () => {
    const noteId = randomUUID()
    await send({ noteId })
    expect(await send({ noteId })).toEqual({ communes: 2, messages: 0 })
    await send({ wordings: { office: null, person: wordings.person } })
    await sendQueuedMail()
    expect(sent()).toHaveLength(3)
    expect(mailTo(findCampaign(reader, id), [baoLac, coBa])).toMatchObject({ resting: 2, english: 0 })
    at('2026-11-23T09:00:01')
    expect(await send({ wordings: { office: null, person: wordings.person } })).toEqual({
      communes: 2,
      messages: 2,
    })
  })

  it('writes to the leaders where the office has no address, and once to an address that is both', async () => {
    await saveContacts(planner, new Map([[baoLac, 'mot@caobang.gov.vn']]))
    const { id: accountId } = reader.sql.get<{ id: string }>(
      'SELECT id FROM Account WHERE personId = ?',
      people[2]!.personId,
    )!
    await inTransaction(async (tx) =>
      tx.roleGrant.create({
        data: { accountId, role: 'leader', provinceCode: '04', communeCode: coBa, grantedAt: new Date() },
      }),
    )
    expect(await send()).toEqual({ communes: 2, messages: 2 })
    await sendQueuedMail()
    expect(sent().map(({ to }) => to)).toEqual(['mot@caobang.gov.vn', 'three@caobang.gov.vn'])
    expect(sent()[1]!.text).toContain('xã Cô Ba')
  })

  it('leaves out who has submitted, and a commune that lacks nobody', async () => {
    await inTransaction(async (tx) =>
      tx.sql.run('DELETE FROM Invitee WHERE personId = ?', people[2]!.personId),
    )
    expect(await send()).toEqual({ communes: 1, messages: 2 })
    expect(await send({ codes: [coBa] })).toEqual({ communes: 0, messages: 0 })
  })

  it('lets a leader remind the own commune and no other; nobody of another province; nobody after closing', async () => {
    expect(await refusal(send({}, leader))).toBe('notAllowed')
    expect(await refusal(send({}, elsewhere))).toBe('notAllowed')
    expect(await send({ codes: [baoLac] }, leader)).toEqual({ communes: 1, messages: 2 })
    expect(viewReminders(leader, id, 'vi').rows.map(({ code }) => code)).toEqual([baoLac])
    await closeCampaign(planner, id)
    const closed = { noteId: randomUUID(), codes: [baoLac] }
    expect(await refusal(send())).toBe('campaignClosed')
    expect(await refusal(recordNudges(planner, id, closed, 'list'))).toBe('campaignClosed')
    expect(viewReminders(planner, id, 'vi')).toMatchObject({ campaign: { phase: 'closed' }, dueToday: false })
  })

  it('answers clearly when the campaign is gone, or does not take answers yet', async () => {
    const draft = await campaign({ provinceCode: '04', communeCodes: [baoLac], state: 'draft' })
    const chosen = { noteId: randomUUID(), codes: [baoLac] }
    expect(await refusal(recordNudges(planner, draft, chosen, 'list'))).toBe('notFound')
    await deleteDraft(planner, draft)
    expect(await refusal(recordNudges(planner, draft, chosen, 'list'))).toBe('notFound')
    const later = await campaign({ provinceCode: '04', communeCodes: [baoLac], opensOn: '2026-11-25' })
    expect(await refusal(recordNudges(planner, later, chosen, 'message'))).toBe('campaignNotOpen')
  })

  it('forgets the mail of a person who is erased', async () => {
    await send()
    await erasePerson(planner, people[0]!.personId)
    await sendQueuedMail()
    expect(sent().map(({ to }) => to)).toEqual(['ubnd@baolac.vn', 'three@caobang.gov.vn'])
  })
})

describe('reminding otherwise', () => {
  it('notes a list and a message, once each', async () => {
    const chosen = { noteId: randomUUID(), codes: [baoLac] }
    expect(await recordNudges(leader, id, chosen, 'list')).toBe(1)
    expect(await recordNudges(leader, id, chosen, 'list')).toBe(1)
    at('2026-11-21T10:00:00')
    await recordNudges(leader, id, { ...chosen, noteId: randomUUID() }, 'message')
    expect(reader.sql.all('SELECT via, people FROM Nudge ORDER BY at')).toEqual([
      { via: 'list', people: 2 },
      { via: 'message', people: 2 },
    ])
    expect(viewReminders(leader, id, 'vi').rows[0]!.last).toMatchObject({ via: 'message', byItself: false })
  })
})

describe('reminders by their date', () => {
  const nudges = () => reader.sql.all('SELECT communeCode, via, by FROM Nudge ORDER BY communeCode')

  it('go out once on the day, in working hours, and not after closing', async () => {
    await saveReminderDays(planner, id, [7, 3])
    expect(viewReminders(planner, id, 'vi')).toMatchObject({ daysBefore: [7, 3], dueToday: true })
    at('2026-11-21T07:30:00')
    await sendDueReminders()
    expect(nudges()).toEqual([])
    at('2026-11-21T09:00:00')
    await sendDueReminders()
    await sendDueReminders()
    await sendQueuedMail()
    expect(sent()).toHaveLength(3)
    expect(nudges()).toEqual([
      { communeCode: baoLac, via: 'mail', by: null },
      { communeCode: coBa, via: 'mail', by: null },
    ])
    expect(viewReminders(planner, id, 'vi').dueToday).toBe(false)
    at('2026-11-22T09:00:00')
    await sendDueReminders()
    expect(nudges()).toHaveLength(2)
    await closeCampaign(planner, id)
    at('2026-11-25T09:00:00')
    await sendDueReminders()
    expect(nudges()).toHaveLength(2)
  })

  it('without mail nothing goes out, and the day stays due until somebody reminds by hand', async () => {
    env.SMTP_URL = undefined
    await saveReminderDays(planner, id, [7])
    await sendDueReminders()
    expect(nudges()).toEqual([])
    expect(viewReminders(planner, id, 'vi')).toMatchObject({ mail: false, dueToday: true })
    expect(await refusal(send())).toBe('badRequest')
    await recordNudges(planner, id, { noteId: randomUUID(), codes: [baoLac] }, 'list')
    expect(viewReminders(planner, id, 'vi').dueToday).toBe(false)
  })

  it('are set by a planner of the province', async () => {
    for (const who of [leader, elsewhere])
      expect(await refusal(saveReminderDays(who, id, [1]))).toBe('notAllowed')
    await closeCampaign(planner, id)
    expect(await refusal(saveReminderDays(planner, id, [1]))).toBe('campaignClosed')
  })
})

describe('the page of mail', () => {
  it('counts by kind, lists what failed to who may manage it, and sends it again', async () => {
    box.answers.push(550)
    await send({ wordings: { office, person: null } })
    await sendQueuedMail()
    const { failed, counts, failedCount } = mailDesk(planner)
    expect(counts).toEqual([{ kind: 'reminder', queued: 0, sent: 0, failed: 1 }])
    expect(failed).toMatchObject([{ to: 'ubnd@baolac.vn', failure: 'smtp-550', again: true }])
    expect(failedCount).toBe(1)
    expect(mailDesk(elsewhere)).toMatchObject({ failed: [], counts: [] })
    expect(await refusal(sendAgain(elsewhere, failed[0]!.id))).toBe('notAllowed')
    expect(await refusal(() => mailDesk(leader))).toBe('notAllowed')
    expect(await sendAgain(planner, failed[0]!.id)).toBe(true)
    await sendQueuedMail()
    expect(await sendAgain(planner, failed[0]!.id)).toBe(false)
    expect(sent()).toHaveLength(1)
  })

  it('sends a test message and says at once what came of it, a few times in a row', async () => {
    expect(await sendTest(planner, 'toi@caobang.gov.vn', 'vi')).toBeNull()
    expect(sent()).toMatchObject([{ to: 'toi@caobang.gov.vn', subject: 'Thư thử của I Tờ Số' }])
    expect(mailDesk(planner).test).toMatchObject({ state: 'sent' })
    for (let i = 0; i < 4; i += 1) await sendTest(planner, 'toi@caobang.gov.vn', 'vi')
    expect(await sendTest(planner, 'toi@caobang.gov.vn', 'vi')).toBe(10)
  })
})
