import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Actor } from '~/platform/policy/actor'
import { freshDatabase } from '../../../tests/builders/database'
import { actorWith, learner } from '../../../tests/builders/actors'

await freshDatabase()
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { writeZip } = await import('~/formats/zip.server')
const { startQuestionImport } = await import('./start-import.server')
const { readingDone } = await import('./reading.server')
const { viewQuestionImport, listQuestionImports } = await import('./view-import.server')
const { chooseQuestions } = await import('./choose-questions.server')
const { confirmImport } = await import('./confirm-import.server')
const { discardQuestionImport, discardStaleQuestions } = await import('./discard-import.server')
const { exportQuestions } = await import('../questions/write-export.server')
const { exportFormats, exportChoice } = await import('../questions/export-choice')
const { readUpload } = await import('../questions/read-upload.server')
const { questionTemplate } = await import('../questions/sheet-template.server')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const text = (content: string) => new TextEncoder().encode(content)
const all = { show: 'all', page: 1 } as const
const drafts = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ContentDraft')!.n

async function sent(file: Uint8Array, actor: Actor = trainer, fileName = 'C:\\hỏi.txt') {
  const { id } = await startQuestionImport(actor, { fileName, file, language: 'vi' })
  await readingDone(id!)
  return id!
}
async function preview(id: string) {
  const view = viewQuestionImport(trainer, id, all)
  if (view.state !== 'preview') throw new Error(JSON.stringify(view))
  return view
}

const aiken = `1. Thủ đô của Việt Nam?\nA. Hà Nội\nB. Huế\nANSWER: A\n\n2. Ai ký?\nA. Chủ tịch\nB. Văn thư\nĐáp án: A\n`

test('a file is looked at, chosen from and becomes drafts at once', async () => {
  const before = drafts()
  const id = await sent(text(aiken))
  const view = await preview(id)
  expect(view).toMatchObject({ fileName: 'hỏi.txt', format: 'aiken', counts: { all: 2, taken: 2 } })
  expect(drafts()).toBe(before)
  await chooseQuestions(trainer, id, { shown: [1, 2], ticked: [2] })
  expect(await confirmImport(trainer, id, { competency: '7.3', level: 2, purpose: 'measure' })).toBe('done')
  expect(drafts()).toBe(before + 1)
  const made = reader.sql.get<{ data: string }>('SELECT data FROM ContentDraft ORDER BY createdAt DESC')!
  expect(JSON.parse(made.data)).toMatchObject({
    competency: '7.3',
    level: 2,
    purpose: 'measure',
    stem: { vi: 'Ai ký?', en: '' },
  })
  expect(viewQuestionImport(trainer, id, all)).toMatchObject({
    state: 'confirmed',
    summary: { made: 1, left: 1, refused: 0 },
  })
  expect(await confirmImport(trainer, id, {})).toBe('done')
  expect(drafts()).toBe(before + 1)
  expect(reader.sql.all('SELECT 1 FROM ImportQuestion')).toEqual([])
})

test('nothing chosen makes nothing; what is discarded or old is gone', async () => {
  const id = await sent(text(aiken))
  await chooseQuestions(trainer, id, 'none')
  expect(await confirmImport(trainer, id, {})).toBe('noneTaken')
  await discardQuestionImport(trainer, id)
  expect(viewQuestionImport(trainer, id, all).state).toBe('discarded')
  const old = await sent(text(aiken))
  await inTransaction((tx) =>
    Promise.resolve(
      tx.sql.run("UPDATE ImportBatch SET createdAt = '2020-01-01T00:00:00.000+00:00' WHERE id = ?", old),
    ),
  )
  await discardStaleQuestions()
  expect(viewQuestionImport(trainer, old, all).state).toBe('discarded')
  expect(await confirmImport(trainer, old, {})).toBe('notReady')
})

test("another trainer's import is not found, and others may not import", async () => {
  const id = await sent(text(aiken))
  const other = { ...trainer, accountId: 'other' }
  expect(() => viewQuestionImport(other, id, all)).toThrow()
  await expect(confirmImport(other, id, {})).rejects.toBeInstanceOf(Response)
  await expect(
    startQuestionImport(learner, { fileName: 'x', file: text('x'), language: 'vi' }),
  ).rejects.toBeInstanceOf(Response)
  expect(listQuestionImports(other)).toEqual([])
})

test('a workbook from the template: its examples are never read', async () => {
  const workbook = await questionTemplate(trainer, 'vi')
  const id = await sent(new Uint8Array(workbook))
  expect(viewQuestionImport(trainer, id, all)).toMatchObject({
    state: 'failed',
    problem: { key: 'fault.noQuestions' },
  })
})

test('every format gives the bank back: whole where it carries both languages', async () => {
  for (const format of exportFormats) {
    const choice = exportChoice(new URLSearchParams({ format, purpose: 'measure', competency: '7.3' }))
    const file = await exportQuestions(trainer, choice, 'vi')
    expect(file.count, format).toBeGreaterThan(3)
    expect(file.name).toMatch(/^cau-hoi-7-3-[a-z0-9]+\.[a-z.]+$/)
    const { found } = await readUpload(file.bytes, 'vi')
    expect(found.problem, format).toBeNull()
    const taken = found.questions.filter(({ item }) => item !== null)
    const lost = file.losses.filter(({ losses }) => losses.some(({ key }) => key === 'loss.kind')).length
    expect(taken.length, format).toBeGreaterThanOrEqual(file.count - lost)
  }
})

test('a pack brought back is the same; a changed item is told', async () => {
  const choice = exportChoice(new URLSearchParams({ format: 'pack', competency: '7.3' }))
  const { bytes, count, losses } = await exportQuestions(trainer, choice, 'vi')
  expect(losses).toEqual([])
  const view = await preview(await sent(bytes))
  expect(view.format).toBe('pack')
  expect(view.counts).toMatchObject({ all: count, taken: 0, refused: 0, losses: 0 })
  expect(view.questions.every(({ change }) => change === 'same')).toBe(true)

  const original = readFileSync('content/items/7.3.yaml', 'utf8')
  const raised = original.replace(/version: 1\n/, 'version: 9\n').replace(/(stem: \{ vi: ")/g, '$1Này: ')
  const changed = await preview(await sent(writeZip([['items/7.3.yaml', text(raised)]])))
  expect(new Set(changed.questions.map(({ change }) => change))).toEqual(new Set(['newer', 'conflict']))
})

test('one faulty item of a pack costs itself alone', async () => {
  const yaml = `competency: "7.3"\nitems:\n  - code: ok-1\n    version: 1\n    purpose: teach\n    level: 1\n    kind: single\n    stem: { vi: "Hỏi?", en: "Ask?" }\n    options:\n      - { id: a, vi: "A", en: "A", correct: true }\n      - { id: b, vi: "B", en: "B" }\n    explanation: { vi: "Vì", en: "As" }\n  - code: bad\n    kind: nothing\n`
  const { questions } = await preview(await sent(writeZip([['items/x.yaml', text(yaml)]])))
  expect(questions.map(({ item, line, losses }) => [item?.code ?? null, line, losses[0]?.key])).toEqual([
    ['ok-1', 3, undefined],
    [null, 13, 'upload.itemShape'],
  ])
})

test('a picture of Moodle XML is encoded anew and becomes a figure; what is none is told', async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const question = (
    name: string,
    base64: string,
  ) => `<question type="multichoice"><name><text>${name}</text></name>
    <questiontext format="html"><text><![CDATA[<p>Nhìn hình <img src="@@PLUGINFILE@@/${name}.png" alt="Màn hình"></p>]]></text>
    <file name="${name}.png" encoding="base64">${base64}</file></questiontext><single>true</single>
    <answer fraction="100"><text>Đúng</text></answer><answer fraction="0"><text>Sai</text></answer></question>`
  const broken = Buffer.concat([png.subarray(0, 40), Buffer.from('no picture at all')]).toString('base64')
  const xml = `<?xml version="1.0" encoding="UTF-8"?><quiz>${question('a', png.toString('base64'))}${question('b', broken)}</quiz>`
  const id = await sent(text(xml))
  const { questions } = await preview(id)
  const hash = questions[0]!.item!.picture!.figure!.hash
  expect(questions[1]!.losses.map(({ key }) => key)).toContain('loss.pictureBad')
  expect(questions[1]!.item!.picture?.figure).toBeUndefined()
  await confirmImport(trainer, id, {})
  expect(reader.sql.get('SELECT type, width FROM Figure WHERE hash = ?', hash)).toMatchObject({
    type: 'image/webp',
    width: 40,
  })
})
