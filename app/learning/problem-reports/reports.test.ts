import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { actor, person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { readSubject, reportLimits, reportSchema } from './report'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { currentModule } = await import('../modules.server')
const { subjectOf } = await import('./subject.server')
const { ownReports, sendReport } = await import('./send-report.server')
const { handleReport, listReports, reopenReport } = await import('./handle-reports.server')

const trainer = actor({ grants: [{ role: 'trainer', provinceCode: null, communeCode: null }] })
const infosec = currentModule('infosec')!
const lesson = infosec.lessons[0]!
const about = () => subjectOf('lesson', `${infosec.id}/${lesson.code}`, 'vi')
const open = () => listReports(trainer, { handled: false, page: 1, locale: 'en' })
const report = (over: { id?: string; text?: string } = {}) => ({
  id: randomUUID(),
  what: 'wrong' as const,
  text: 'Đoạn hai đã cũ.',
  locale: 'vi' as const,
  ...over,
})
const learner = () => person({ provinceCode: '04', communeCode: '01321', positionCode: 'finance' })

test('an address names a thing of its kind with its version, or nothing', () => {
  expect(readSubject('lesson', 'infosec@2/phishing')).toEqual({
    kind: 'lesson',
    versionId: 'infosec@2',
    lesson: 'phishing',
  })
  expect(readSubject('item', '4.1-1a@2')).toEqual({ kind: 'item', versionId: '4.1-1a@2', lesson: null })
  for (const [kind, of] of [
    ['lesson', 'infosec@2'],
    ['item', '4.1-1a@2/x'],
    ['item', '4.1-1a'],
    ['person', 'x@1'],
    [null, null],
    ['item', "x' OR 1@1"],
  ] as const)
    expect(readSubject(kind, of)).toBeNull()
})

test('what there never was cannot be reported', async () => {
  expect(await refusal(() => subjectOf('item', '9.9-9z@1', 'vi'))).toBe('notFound')
  expect(await refusal(() => subjectOf('lesson', `${infosec.id}/nowhere`, 'vi'))).toBe('notFound')
  expect(subjectOf('practice', 'share-file@1', 'en')).toMatchObject({ subject: 'share-file', version: 1 })
})

test('a report reaches the authors with the version seen, and its answer the one who sent it', async () => {
  const sender = await learner()
  const sent = report()
  await sendReport(sender, about(), sent)
  await sendReport(sender, about(), { ...sent, text: 'pressed twice' })
  const { reports, count } = open()
  expect(count).toBe(1)
  expect(reports[0]).toMatchObject({ what: 'wrong', text: 'Đoạn hai đã cũ.', locale: 'vi', answer: null })
  expect(reports[0]!.about).toMatchObject({
    subject: `infosec/${lesson.code}`,
    version: infosec.version,
    title: `${infosec.title.en} · ${lesson.title.en}`,
  })
  expect(JSON.stringify(reports)).not.toContain(sender.accountId)
  expect(ownReports(sender, about())).toMatchObject([{ answer: null }])
  expect(ownReports(await learner(), about())).toEqual([])
  await handleReport(trainer, sent.id, 'Đã sửa ở bản 3.')
  expect(open().count).toBe(0)
  expect(ownReports(sender, about())).toMatchObject([{ answer: 'Đã sửa ở bản 3.' }])
  expect(listReports(trainer, { handled: true, page: 1, locale: 'vi' })).toMatchObject({ count: 1, open: 0 })
  await reopenReport(trainer, sent.id)
  expect(open().count).toBe(1)
})

test('only trainers read reports, and a stranger id is refused', async () => {
  const sender = await learner()
  expect(await refusal(() => listReports(sender, { handled: false, page: 1, locale: 'vi' }))).toBe(
    'notAllowed',
  )
  expect(await refusal(handleReport(sender, 'x', 'y'))).toBe('notAllowed')
  expect(await refusal(handleReport(trainer, 'no-such-report', 'y'))).toBe('notFound')
  expect(await refusal(sendReport(sender, about(), report({ id: 'short' })))).toBe('badRequest')
})

test('nobody floods the authors, and texts have a measure', async () => {
  const sender = await learner()
  for (let i = 0; i < reportLimits.aDay; i += 1) await sendReport(sender, about(), report())
  expect(await refusal(sendReport(sender, about(), report()))).toBe('tooMany')
  expect(reportSchema.safeParse({ what: 'wrong', text: '  ' }).success).toBe(false)
  expect(reportSchema.safeParse({ what: 'wrong', text: 'x'.repeat(reportLimits.text + 1) }).success).toBe(
    false,
  )
})

test('who is erased is no more in the reports, which stay', async () => {
  const sender = await learner()
  const sent = report()
  await sendReport(sender, about(), sent)
  const { inTransaction } = await import('~/platform/db/db.server')
  await inTransaction((tx) => tx.person.delete({ where: { id: sender.personId } }))
  expect(reader.sql.get('SELECT accountId FROM ProblemReport WHERE id = ?', sent.id)).toEqual({
    accountId: null,
  })
})
