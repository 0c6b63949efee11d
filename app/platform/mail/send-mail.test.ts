import { afterAll, beforeEach, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { smtpServer } from '../../../tests/builders/smtp'

const box = await smtpServer()
const secure = await smtpServer({ secure: true })
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${box.port}`,
  MAIL_FROM: 'Sở Nội vụ Cao Bằng <itoso@caobang.gov.vn>',
  APP_URL: 'https://itoso.caobang.gov.vn',
})
await freshDatabase({ content: false })
const { env, parseEnv } = await import('~/env.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { forgetAddress, mailIsConfigured, queueAgain, queueMail } = await import('./outbox.server')
const { sendQueuedMail } = await import('./send-mail.server')
afterAll(async () => {
  await box.stop()
  await secure.stop()
})

const start = Date.parse('2026-11-21T02:00:00Z')
const minutes = (n: number) => setClock(new Date(start + n * 60_000))
const mail = {
  kind: 'reminder',
  subject: 'campaign',
  to: 'ubnd.baolac@caobang.gov.vn',
  title: 'Nhắc trả lời: Khảo sát năng lực số của Ủy ban nhân dân xã, tháng 11 năm 2026',
  text: 'Kính gửi UBND xã Bảo Lạc,\n\nCòn 12 người chưa nộp phiếu. Ỷ, ễ, ẵ, Ấ, đ.\nhttps://itoso.caobang.gov.vn/campaigns/1/missing?commune=01321',
  createdBy: null,
} as const
const queue = (over: object = {}) => inTransaction(async (tx) => queueMail(tx, { ...mail, ...over }))
type Row = { state: string; attempts: number; failure: string | null; text: string | null; toAddress: string }
const row = (id: string) => reader.sql.get<Row>('SELECT * FROM MailMessage WHERE id = ?', id)!

beforeEach(async () => {
  minutes(0)
  box.got.length = 0
  box.answers.length = 0
  env.SMTP_URL = `smtp://127.0.0.1:${box.port}`
  await inTransaction(async (tx) => tx.sql.run('DELETE FROM MailMessage'))
})

it('delivers a message as it was written, once', async () => {
  const pdf = Buffer.from('%PDF-1.7 thử')
  const id = await queue({
    attachments: [{ name: 'Giấy triệu tập.pdf', type: 'application/pdf', base64: pdf.toString('base64') }],
  })
  await Promise.all([sendQueuedMail(), sendQueuedMail()])
  await sendQueuedMail()
  expect(box.got).toHaveLength(1)
  const [got] = box.got
  expect(got).toMatchObject({
    subject: mail.title,
    from: { value: [{ name: 'Sở Nội vụ Cao Bằng', address: 'itoso@caobang.gov.vn' }] },
    to: { value: [{ address: mail.to }] },
    messageId: `<${id}@caobang.gov.vn>`,
    date: new Date(start),
  })
  expect(got!.text!.trim()).toBe(mail.text)
  expect(got!.html).toBe(false)
  expect(got!.headers.get('auto-submitted')).toBe('auto-generated')
  expect(got!.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ['Giấy triệu tập.pdf', '%PDF-1.7 thử'],
  ])
  expect(row(id)).toMatchObject({ state: 'sent', attempts: 1, failure: null })
})

it('queues what is committed only, and the same id once', async () => {
  const failed = inTransaction(async (tx) => {
    queueMail(tx, mail)
    throw new Error('taken back')
  })
  await expect(failed).rejects.toThrow('taken back')
  await queue({ id: 'same' })
  await queue({ id: 'same', text: 'again' })
  await sendQueuedMail()
  expect(box.got.map(({ text }) => text?.trim())).toEqual([mail.text])
})

it('tries again later after a temporary answer, under the same id, and not before', async () => {
  box.answers.push(451, 450)
  const id = await queue()
  await sendQueuedMail()
  expect(row(id)).toMatchObject({ state: 'queued', attempts: 1, failure: 'smtp-451' })
  await sendQueuedMail()
  expect(row(id).attempts).toBe(1)
  minutes(1)
  await sendQueuedMail()
  expect(row(id)).toMatchObject({ attempts: 2, failure: 'smtp-450' })
  minutes(5)
  await sendQueuedMail()
  expect(row(id).attempts).toBe(2)
  minutes(6)
  await sendQueuedMail()
  expect(row(id)).toMatchObject({ state: 'sent', attempts: 3, failure: null })
  expect(box.got.map(({ messageId }) => messageId)).toEqual([`<${id}@caobang.gov.vn>`])
})

it('gives up at once after a permanent answer, and goes on with the others', async () => {
  box.answers.push(550)
  const gone = await queue()
  minutes(0.01)
  const other = await queue({ to: 'nguoi.khac@caobang.gov.vn' })
  await sendQueuedMail()
  expect(row(gone)).toMatchObject({ state: 'failed', attempts: 1, failure: 'smtp-550' })
  expect(row(other).state).toBe('sent')
  expect(JSON.stringify(row(gone))).not.toContain('nowhere.vn')
  expect(await inTransaction(async (tx) => queueAgain(tx, gone))).toBe(true)
  expect(await inTransaction(async (tx) => queueAgain(tx, other))).toBe(false)
  await sendQueuedMail()
  expect(row(gone).state).toBe('sent')
})

it('keeps everything while the server cannot be reached, and gives up after six attempts', async () => {
  const closed = await smtpServer()
  await closed.stop()
  env.SMTP_URL = `smtp://127.0.0.1:${closed.port}`
  const first = await queue()
  minutes(0.01)
  const second = await queue()
  await sendQueuedMail()
  expect(row(first)).toMatchObject({ state: 'queued', attempts: 1, failure: 'connection' })
  expect(row(second)).toMatchObject({ state: 'queued', attempts: 0 })
  await inTransaction(async (tx) => tx.sql.run('DELETE FROM MailMessage WHERE id = ?', second))
  for (const at of [1, 6, 36, 156, 516]) {
    minutes(at + 1)
    await sendQueuedMail()
  }
  expect(row(first)).toMatchObject({ state: 'failed', attempts: 6, failure: 'connection' })
})

it('hands nothing to a server whose certificate nobody vouches for', async () => {
  env.SMTP_URL = `smtps://user:secret@127.0.0.1:${secure.port}`
  const id = await queue()
  await sendQueuedMail()
  expect(row(id)).toMatchObject({ state: 'queued', failure: 'tls' })
  expect(secure.got).toEqual([])
})

it('lets no header be slipped in', async () => {
  await queue({ title: 'Nhắc\r\nBcc: ai.do@example.vn\r\n\r\nxin chào' })
  await expect(queue({ to: 'a@b.vn\r\nBcc: c@d.vn' })).rejects.toThrow('no e-mail address')
  await sendQueuedMail()
  expect(box.got[0]).toMatchObject({ subject: 'Nhắc Bcc: ai.do@example.vn xin chào' })
  expect(box.got[0]!.headers.has('bcc')).toBe(false)
})

it('drops texts and addresses 30 days after sending; erasing a person drops theirs at once', async () => {
  const id = await queue()
  await sendQueuedMail()
  minutes(29 * 24 * 60)
  await sendQueuedMail()
  expect(row(id).text).toBe(mail.text)
  minutes(30 * 24 * 60 + 1)
  await sendQueuedMail()
  expect(row(id)).toMatchObject({ state: 'sent', title: null, text: null, toAddress: '' })
  const waiting = await queue()
  await inTransaction(async (tx) => forgetAddress(tx, mail.to))
  expect(row(waiting)).toBeUndefined()
})

it('needs both settings and the address of links, and says which is wrong', () => {
  expect(mailIsConfigured()).toBe(true)
  const all = {
    SMTP_URL: 'smtps://u:p%40@mail.vn:465',
    MAIL_FROM: 'I Tờ Số <a@b.vn>',
    APP_URL: 'https://itoso.vn',
  }
  expect(parseEnv(all).SMTP_URL).toBe(all.SMTP_URL)
  expect(parseEnv({}).SMTP_URL).toBeUndefined()
  for (const [over, name] of [
    [{ MAIL_FROM: '' }, 'MAIL_FROM'],
    [{ SMTP_URL: '' }, 'SMTP_URL'],
    [{ APP_URL: '' }, 'APP_URL'],
    [{ SMTP_URL: 'mail.vn:465' }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://mail.vn' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'Sở Nội vụ' }, 'MAIL_FROM'],
  ] as const)
    expect(() => parseEnv({ ...all, ...over })).toThrow(`  ${name}: `)
})
