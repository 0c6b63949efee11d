import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { actorWith, learner } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { readZip, writeZip, zipPaths } = await import('~/formats/zip.server')
const { loadModules } = await import('~/learning/load-modules.server')
const { checkModules } = await import('~/learning/pack/check-modules')
const { knownFrom } = await import('~/learning/check-content.server')
const { latestFramework } = await import('~/competency/frameworks.server')
const { readContentPack } = await import('./read-content.server')
const { exportContent } = await import('./write-content-pack.server')
const { viewPacks } = await import('./view-packs.server')
const { startQuestionImport } = await import('../imports/start-import.server')
const { readingDone } = await import('../imports/reading.server')
const { viewQuestionImport } = await import('../imports/view-import.server')
const { chooseQuestions } = await import('../imports/choose-questions.server')
const { confirmImport } = await import('../imports/confirm-import.server')
const { startTask } = await import('~/authoring/practice/start-task.server')
const { saveDraft } = await import('~/authoring/drafts/save-draft.server')
const { draftById } = await import('~/authoring/drafts/find-draft.server')
const { sendToReview } = await import('~/authoring/review/send-to-review.server')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const nothing = { modules: [], forms: [], practice: [], items: 'none', drafts: [] } as const
const codes = (table: string) =>
  reader.sql.all<{ code: string }>(`SELECT DISTINCT code FROM ${table} ORDER BY code`).map(({ code }) => code)
const everything = () => ({
  ...{ modules: codes('ModuleVersion'), forms: codes('FormVersion'), practice: codes('PracticeVersion') },
  ...{ items: 'all', drafts: [] as string[] },
})

beforeAll(async () => {
  expect(await loadModules()).toEqual([])
})

async function imported(bytes: Uint8Array) {
  const { id } = await startQuestionImport(trainer, { fileName: 'goi.zip', file: bytes, language: 'vi' })
  await readingDone(id!)
  return id!
}

function preview(id: string, page = 1) {
  const view = viewQuestionImport(trainer, id, { show: 'all', page })
  if (view.state !== 'preview') throw new Error(JSON.stringify(view))
  return view
}

test('nobody but those who write packs or sees what there is to pack', () => {
  expect(() => viewPacks(learner, 'vi')).toThrow(expect.objectContaining({ status: 403 }))
  expect(() => exportContent(learner, { ...everything(), items: 'all' }, 'vi')).toThrow(
    expect.objectContaining({ status: 403 }),
  )
})

test('content/ exported and imported again changes nothing, and every part is read', async () => {
  const { bytes } = exportContent(trainer, { ...everything(), items: 'all' }, 'vi')
  expect(exportContent(trainer, { ...everything(), items: 'all' }, 'vi').bytes).toEqual(bytes)
  const id = await imported(bytes)
  const first = preview(id)
  const items = codes('ItemVersion').length
  const parts = everything()
  expect(first.format).toBe('content')
  expect(first.counts).toEqual({
    all: items + parts.modules.length + parts.forms.length + parts.practice.length,
    ...{ taken: 0, refused: 0, losses: 0 },
  })
  for (let page = 1; page <= first.pages; page++)
    for (const row of preview(id, page).content!)
      expect({ code: row.code, change: row.change, differences: row.differences }).toEqual({
        code: row.code,
        change: 'same',
        differences: null,
      })
  expect(await confirmImport(trainer, id, {})).toBe('noneTaken')
}, 120_000)

test('a module of a pack is whole for the loader of content/ too', () => {
  const modules = ['infosec', 'email-documents']
  const { bytes } = exportContent(
    trainer,
    { ...nothing, ...{ modules, forms: [], practice: [], drafts: [] } },
    'vi',
  )
  const files = readZip(Buffer.from(bytes), { unpackedBytes: 60_000_000 })
  const read = new Map(
    [...files]
      .filter(([path]) => path.startsWith('modules/'))
      .map(([path, content]) => {
        const text = content.toString('utf8')
        return [path.slice('modules/'.length), { kind: 'text' as const, text, size: content.length }]
      }),
  )
  const locals = new Set(
    [...read.values()].flatMap(({ text }) =>
      [...text.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, code]) => code!.trim()),
    ),
  )
  const known = knownFrom(latestFramework('its').framework, codes('PracticeVersion'), locals)
  const { whole, problems } = checkModules(read, known)
  const outside = new Set(['link.noLesson', 'requires.unknown'])
  expect(problems.filter(({ key }) => !outside.has(key))).toEqual([])
  if (problems.length === 0) expect([...whole.keys()].sort()).toEqual(modules.sort())
})

test('what is exported is read back unchanged, whatever is chosen', () => {
  const all = everything()
  fc.assert(
    fc.property(
      fc.subarray(all.modules, { maxLength: 2 }),
      fc.subarray(all.forms, { maxLength: 2 }),
      fc.subarray(all.practice, { maxLength: 4 }),
      (modules, forms, practice) => {
        fc.pre(modules.length + forms.length + practice.length > 0)
        const { bytes } = exportContent(trainer, { ...nothing, modules, forms, practice, drafts: [] }, 'vi')
        const read = readContentPack(Buffer.from(bytes))
        expect(read.problem).toBeNull()
        expect(read.parts.flatMap(({ losses }) => losses)).toEqual([])
        // A pack keeps its parts in the order of their files, in which commune-staff-short comes before commune-staff.
        const found = (kind: string) =>
          read.parts.flatMap((part) => (part.kind === kind ? [part.code] : [])).sort()
        expect([found('module'), found('form'), found('practice')]).toEqual(
          [modules, forms, practice].map((codes) => [...codes].sort()),
        )
        for (const { code, data } of read.parts.filter(({ kind }) => kind === 'practice')) {
          const row = reader.sql.get<{ data: string }>(
            'SELECT data FROM PracticeVersion WHERE code = ? ORDER BY version DESC',
            code,
          )
          expect(data).toEqual(JSON.parse(row!.data))
        }
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)

test('a changed part is told with its differences, and becomes a draft of the next version', async () => {
  const { bytes } = exportContent(
    trainer,
    { ...nothing, modules: [], forms: [], practice: ['share-file'], drafts: [] },
    'vi',
  )
  const [[path, content]] = [...readZip(Buffer.from(bytes), { unpackedBytes: 1e7 })] as [[string, Buffer]]
  const changed = content.toString('utf8').replace('minutes: 7', 'minutes: 9')
  const before = reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ContentDraft')!.n
  const id = await imported(writeZip([[path, Buffer.from(changed)]]))
  const [row] = preview(id).content!
  expect(row).toMatchObject({
    ...{ kind: 'practice', code: 'share-file', change: 'conflict', taken: true },
    differences: [{ name: 'minutes', before: '7', after: '9' }],
  })
  expect(reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ContentDraft')!.n).toBe(before)
  await chooseQuestions(trainer, id, { shown: [1], ticked: [1] })
  expect(await confirmImport(trainer, id, {})).toBe('done')
  const draft = reader.sql.get<{ id: string; baseId: string; state: string }>(
    "SELECT id, baseId, state FROM ContentDraft WHERE kind = 'practice' ORDER BY createdAt DESC LIMIT 1",
  )!
  expect(draft).toMatchObject({ baseId: 'share-file@1', state: 'writing' })
  expect(draftById(draft.id).data).toMatchObject({ minutes: '9' })
  expect(await confirmImport(trainer, id, {})).toBe('done')
})

test('a finished draft is packed in place of what is published; one that is not is left out', async () => {
  const whole = await startTask(trainer, 'teach')
  const data = { ...(draftById(whole).data as object), code: 'my-task' }
  await saveDraft(trainer, { id: whole, seen: 1, data })
  expect(await sendToReview(trainer, whole, 2)).toEqual({ kind: 'sent' })
  const unfinished = await startTask(trainer, 'teach')
  await saveDraft(trainer, { id: unfinished, seen: 1, data: { ...data, code: 'other', model: '' } })
  const listed = viewPacks(trainer, 'vi').drafts
  expect(listed.find(({ id }) => id === whole)?.whole).toBe(true)
  expect(listed.find(({ id }) => id === unfinished)?.whole).toBe(false)
  const choice = { ...nothing, modules: [], forms: [], practice: [], drafts: [whole, unfinished] }
  const { bytes } = exportContent(trainer, choice, 'vi')
  expect(zipPaths(Buffer.from(bytes))).toEqual(['practice/my-task.yaml'])
  const [row] = preview(await imported(bytes)).content!
  expect(row).toMatchObject({ code: 'my-task', change: 'new' })
})

test('a picture of a module comes along, and is told where it is none', async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#abc' } })
    .png()
    .toBuffer()
  const text = '::: aim\nA\n:::\n\n![Hình](figures/mail.png)\n'
  const manifest = `code: with-picture
version: 1
title: { vi: "Có hình", en: "With a picture" }
aim: { vi: "a", en: "a" }
for: [staff]
competencies: [{ code: "2.1", level: 1 }]
lessons: [{ code: one, minutes: 5, title: { vi: "Một", en: "One" }, aim: { vi: "a", en: "a" } }]
quiz: { pass: 80, items: [with-picture-q1] }
`
  const pack = (bytes: Uint8Array) =>
    writeZip([
      ['modules/with-picture/module.yaml', Buffer.from(manifest)],
      ['modules/with-picture/one.vi.md', Buffer.from(text)],
      ['modules/with-picture/one.en.md', Buffer.from(text)],
      ['modules/with-picture/figures/mail.png', bytes],
    ])
  const bad = preview(await imported(pack(Buffer.from('not a picture'))))
  expect(bad.content![0]!.losses).toEqual([{ key: 'loss.pictureBad', values: { src: 'figures/mail.png' } }])
  const id = await imported(pack(picture))
  expect(preview(id).content![0]).toMatchObject({ change: 'new', losses: [] })
  const figures = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM Figure')!.n
  const before = figures()
  expect(await confirmImport(trainer, id, {})).toBe('done')
  expect(figures()).toBe(before + 1)
  const draft = reader.sql.get<{ data: string }>("SELECT data FROM ContentDraft WHERE code = 'with-picture'")!
  expect(JSON.parse(draft.data)).toMatchObject({
    figures: { 'figures/mail.png': { vi: { kind: 'picture', width: 60, height: 40 } } },
  })
})

test('a drawing with a script is not taken', () => {
  const drawing =
    '<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const text = '![Hình](figures/bad.svg)\n'
  const manifest = `code: drawn
version: 1
title: { vi: "a", en: "a" }
aim: { vi: "a", en: "a" }
for: [staff]
competencies: [{ code: "2.1", level: 1 }]
lessons: [{ code: one, minutes: 5, title: { vi: "a", en: "a" }, aim: { vi: "a", en: "a" } }]
quiz: { pass: 80, items: [drawn-q1] }
`
  const { parts } = readContentPack(
    writeZip([
      ['modules/drawn/module.yaml', Buffer.from(manifest)],
      ['modules/drawn/one.vi.md', Buffer.from(text)],
      ['modules/drawn/one.en.md', Buffer.from(text)],
      ['modules/drawn/figures/bad.svg', Buffer.from(drawing)],
    ]),
  )
  expect(parts[0]!.losses).toEqual([{ key: 'loss.drawingBad', values: { path: 'figures/bad.svg' } }])
  expect(parts[0]!.data).toMatchObject({ figures: {} })
})

test('paths that lead out of the pack are not read, a bomb is refused, and no bytes break the reader', () => {
  const file = Buffer.from('x')
  const strange = readContentPack(
    writeZip([
      ['practice/../../evil.yaml', file],
      ['C:\\practice\\a.yaml', file],
      ['/forms/a.yaml', file],
      ['modules/a/../../b.md', file],
    ]),
  )
  expect(strange).toMatchObject({ parts: [], questions: [] })
  const bomb = writeZip([['practice/a.yaml', Buffer.alloc(70_000_000)]])
  expect(readContentPack(bomb).problem).toMatchObject({ key: 'upload.unpacksTooBig' })
  const { bytes } = exportContent(
    trainer,
    { ...nothing, modules: [], forms: [], practice: ['share-file'], drafts: [] },
    'vi',
  )
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
      const broken = Buffer.from(bytes)
      broken[at] = value
      expect(() => readContentPack(broken)).not.toThrow()
    }),
    { numRuns: 60 },
  )
})
