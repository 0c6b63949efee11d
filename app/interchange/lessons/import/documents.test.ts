import { expect, test } from 'vitest'
import type { Actor } from '~/platform/policy/actor'
import { actorWith, learner } from '../../../../tests/builders/actors'
import { freshDatabase } from '../../../../tests/builders/database'
import { png, richDocx, richPptx } from '../../../../tests/builders/documents'
import { docx, drawing, paragraph, run, styled } from '../../../../tests/builders/ooxml'

await freshDatabase()
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { startDocument } = await import('./start-document.server')
const { documentReading } = await import('./document-reading.server')
const { viewDocument, listDocuments, documentPicture } = await import('./view-document.server')
const { mendDocument } = await import('./mend-document.server')
const { confirmDocument } = await import('./confirm-document.server')
const { discardDocument, discardStaleDocuments } = await import('./discard-document.server')
const { mendingIn } = await import('./sent-document')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const count = (table: string) => reader.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n

async function sent(file: Uint8Array, actor: Actor = trainer, fileName = 'C:\\tập_huấn.docx') {
  const { id } = await startDocument(actor, { fileName, file, language: 'vi' })
  await documentReading.done(id!)
  return id!
}
async function preview(id: string, page = 1) {
  const view = viewDocument(trainer, id, page)
  if (view.state !== 'preview') throw new Error(JSON.stringify(view))
  return view
}
/** What the page would send back as it stands, with some of it changed. */
async function mending(
  id: string,
  change: Partial<Record<number, { markdown?: string; title?: string; taken?: boolean }>> = {},
) {
  const { title, lessons } = await preview(id)
  return {
    title,
    lessons: lessons.map(({ number, title: name, markdown, taken }) => ({
      ...{ number, title: name, markdown, taken },
      ...change[number],
    })),
  }
}

test('a document is looked at, mended beside its original and becomes a draft module at once', async () => {
  const before = count('ContentDraft')
  const id = await sent(richDocx())
  const view = await preview(id)
  expect(view).toMatchObject({
    fileName: 'tập_huấn.docx',
    kind: 'docx',
    title: 'Tài liệu tập huấn',
    all: 2,
    taken: 2,
  })
  expect(view.losses.length).toBeGreaterThan(5)
  expect(view.lessons[0]!.original[0]).toMatchObject({ kind: 'heading' })
  expect(view.pictures).toEqual({ 'figures/picture-1.webp': { width: 1, height: 1 } })
  expect(documentPicture(trainer, id, 'picture-1.webp')?.type).toBe('image/webp')
  expect(count('ContentDraft')).toBe(before)

  const made = await confirmDocument(
    trainer,
    id,
    await mending(id, { 2: { taken: false }, 1: { title: 'Mật khẩu tốt' } }),
  )
  expect(count('ContentDraft')).toBe(before + 1)
  const row = reader.sql.get<{ kind: string; data: string }>(
    'SELECT kind, data FROM ContentDraft WHERE id = ?',
    made.draftId!,
  )!
  expect(row.kind).toBe('module')
  const module = JSON.parse(row.data) as {
    title: object
    lessons: { title: object; text: { vi: string; en: string } }[]
    figures: Record<string, { vi: { hash: string } }>
  }
  expect(module.title).toEqual({ vi: 'Tài liệu tập huấn', en: '' })
  expect(module.lessons).toHaveLength(1)
  expect(module.lessons[0]!.title).toEqual({ vi: 'Mật khẩu tốt', en: '' })
  expect(module.lessons[0]!.text.vi).toContain('](figures/picture-1.webp)')
  const { hash } = module.figures['figures/picture-1.webp']!.vi
  expect(reader.sql.get('SELECT type FROM Figure WHERE hash = ?', hash)).toEqual({ type: 'image/webp' })

  expect(viewDocument(trainer, id, 1)).toMatchObject({
    state: 'confirmed',
    draftId: made.draftId,
    lessonCount: 1,
  })
  expect(await confirmDocument(trainer, id, { title: '', lessons: [] })).toEqual(made)
  expect([count('ContentDraft'), count('DocumentLesson'), count('DocumentPicture')]).toEqual([
    before + 1,
    0,
    0,
  ])
})

test('what was mended stays, whatever keeps the document from being confirmed', async () => {
  const before = count('ContentDraft')
  const id = await sent(richPptx())
  await mendDocument(trainer, id, await mending(id, { 1: { markdown: 'Sửa\n\n> trích' } }))
  const { lessons } = await preview(id)
  expect(lessons[0]).toMatchObject({ markdown: 'Sửa\n\n> trích', problems: [{ key: 'md.quote', line: 3 }] })
  const none = await mending(id, { 1: { taken: false }, 2: { taken: false } })
  expect(await confirmDocument(trainer, id, none)).toEqual({ fault: { key: 'confirm.noneTaken' } })
  expect((await preview(id)).taken).toBe(0)
  const key = async (given: Awaited<ReturnType<typeof mending>>) =>
    (await confirmDocument(trainer, id, given)).fault?.key
  expect(await key({ ...none, title: '' })).toBe('confirm.noTitle')
  expect(await key({ ...none, title: 'T', lessons: [{ ...none.lessons[0]!, taken: true, title: '' }] })).toBe(
    'confirm.noLessonTitle',
  )
  expect(
    await key({
      ...none,
      title: 'T',
      lessons: [{ ...none.lessons[0]!, taken: true, title: 'a', markdown: 'x'.repeat(60_001) }],
    }),
  ).toBe('confirm.tooLong')
  expect(count('ContentDraft')).toBe(before)
  await discardDocument(trainer, id)
  expect(viewDocument(trainer, id, 1).state).toBe('discarded')
  expect(await key(none)).toBe('confirm.notReady')
  await mendDocument(trainer, id, { title: 'khác', lessons: [] })
  expect(reader.sql.get('SELECT title FROM DocumentImport WHERE id = ?', id)).toEqual({ title: 'T' })
})

test('more lessons than a module holds: the first twelve are chosen, more are refused', async () => {
  const body = Array.from(
    { length: 14 },
    (_, at) => styled('Heading1', `Bài ${at + 1}`) + paragraph(run('a')),
  ).join('')
  const id = await sent(docx(body))
  expect(await preview(id)).toMatchObject({ all: 14, taken: 12, pages: 3 })
  const { title, lessons } = await preview(id, 3)
  const all = lessons.map(({ number, title: name, markdown }) => ({
    number,
    title: name,
    markdown,
    taken: true,
  }))
  expect(await confirmDocument(trainer, id, { title, lessons: all })).toEqual({
    fault: { key: 'confirm.tooMany', values: { taken: 14, limit: 12 } },
  })
})

test('a picture that is broken inside is left out of the text and told', async () => {
  const broken = new Uint8Array([...png.subarray(0, 40), 1, 2, 3])
  const id = await sent(
    docx(paragraph(run('trước') + drawing('rIdP', 'Hình')) + paragraph(run('sau')), {
      related: [{ id: 'rIdP', type: 'image', target: 'media/a.png' }],
      files: { 'word/media/a.png': broken },
    }),
  )
  const view = await preview(id)
  expect(view.lessons[0]!.markdown).toBe('trước\n\nsau\n')
  expect(view.losses.map(({ what }) => what.key)).toEqual(['loss.pictureBad'])
  expect(view.pictures).toEqual({})
})

test('what cannot be read says why, and nothing of it is kept', async () => {
  const id = await sent(new TextEncoder().encode('%PDF-1.4 …'), trainer, '')
  expect(viewDocument(trainer, id, 1)).toMatchObject({
    state: 'failed',
    fileName: 'tai_lieu',
    problem: { key: 'kind.pdf' },
  })
  expect(reader.sql.get('SELECT file FROM DocumentImport WHERE id = ?', id)).toEqual({ file: null })
  expect(await startDocument(trainer, { fileName: 'x', file: new Uint8Array(), language: 'vi' })).toEqual({
    fault: { key: 'fault.empty' },
  })
})

test("another trainer's document is not found, and others may not send any", async () => {
  const id = await sent(richDocx())
  const other = { ...trainer, accountId: 'other' }
  expect(() => viewDocument(other, id, 1)).toThrow()
  expect(() => documentPicture(other, id, 'picture-1.webp')).toThrow()
  await expect(confirmDocument(other, id, { title: 'x', lessons: [] })).rejects.toBeInstanceOf(Response)
  await expect(mendDocument(other, id, { title: 'x', lessons: [] })).rejects.toBeInstanceOf(Response)
  await expect(discardDocument(other, id)).rejects.toBeInstanceOf(Response)
  await expect(startDocument(learner, { fileName: 'x', file: png, language: 'vi' })).rejects.toBeInstanceOf(
    Response,
  )
  expect(listDocuments(other)).toEqual([])
})

test('what nobody confirmed is dropped after its days', async () => {
  const id = await sent(richDocx())
  await inTransaction((tx) =>
    Promise.resolve(
      tx.sql.run("UPDATE DocumentImport SET createdAt = '2020-01-01T00:00:00.000+00:00' WHERE id = ?", id),
    ),
  )
  await discardStaleDocuments()
  expect(viewDocument(trainer, id, 1).state).toBe('discarded')
  expect(reader.sql.all('SELECT 1 FROM DocumentPicture WHERE documentId = ?', id)).toEqual([])
})

test('a form says what was shown, ticked and typed, in lines of Markdown', () => {
  const form = new FormData()
  form.set('module', ' Tên ')
  form.set('shown', '1 2 x')
  form.append('take', '2')
  form.append('take', '9')
  form.set('text-2', 'a\r\nb')
  form.set('title-2', 'B')
  expect(mendingIn(form)).toEqual({
    title: 'Tên',
    lessons: [
      { number: 1, title: '', markdown: '', taken: false },
      { number: 2, title: 'B', markdown: 'a\nb', taken: true },
    ],
  })
})
