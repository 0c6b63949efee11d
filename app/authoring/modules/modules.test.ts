import { beforeAll, describe, expect, test } from 'vitest'
import { actorWith } from '../../../tests/builders/actors'
import { browser } from '../../../tests/builders/browser'
import { person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { fieldsOf } from '../form/form-tree'
import { actedOn } from './module-acts'
import { moduleTree } from './module-tree'
import { draftModuleSchema, storedFigures, type DraftModule } from './draft-module'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { loadModules } = await import('~/learning/load-modules.server')
const { currentModule, currentModules, moduleVersion } = await import('~/learning/modules.server')
const { progressOf, finishLesson } = await import('~/learning/progress.server')
const { startAttempt } = await import('~/learning/quiz/start-attempt.server')
const { saveDraft } = await import('../drafts/save-draft.server')
const { draftById } = await import('../drafts/find-draft.server')
const { editDraft } = await import('../editor/edit-draft.server')
const { sendToReview } = await import('../review/send-to-review.server')
const { reviewDraft } = await import('../review/review-draft.server')
const { publishDraft } = await import('../review/publish-draft.server')
const { viewReview } = await import('../review/view-review.server')
const { startModule, startModuleFromLessons, readLessonPictures } = await import('./start-module.server')
const { copyPublished, revise } = await import('../drafts/revise.server')
const { addFigure, restoreLesson } = await import('./change-module.server')
const { retire, rollBack } = await import('../review/roll-back.server')
const { wholeModule } = await import('./whole-module')
const { libraryFor } = await import('./library.server')
const { moduleAdvice, moduleFaults } = await import('./module-check')
const { viewPublished } = await import('./view-published.server')
const { default: sharp } = await import('sharp')

const trainer = (accountId: string) => ({
  ...actorWith({ role: 'trainer', provinceCode: null, communeCode: null }),
  accountId,
})
const [author, colleague] = [trainer('author'), trainer('colleague')]

beforeAll(async () => {
  await inTransaction(async (tx) => {
    for (const { accountId } of [author, colleague])
      await tx.account.create({
        data: { id: accountId, username: accountId, displayName: accountId, createdAt: new Date() },
      })
  })
})

const data = (id: string) => draftById(id).data as DraftModule
const draftOf = (code: string) => draftModuleSchema.parse(currentModule(code))

describe('the modules of content/', () => {
  test('each is a draft without faults and is stored as it was', () => {
    for (const module of currentModules()) {
      const draft = draftModuleSchema.parse(module)
      const library = libraryFor(draft)
      expect([module.code, moduleFaults(draft, library)]).toEqual([module.code, []])
      expect([module.code, moduleAdvice(draft, library)]).toEqual([module.code, []])
      const { id: _id, hash: _hash, ...stored } = module
      const { figures: _figures, ...rest } = stored
      expect(wholeModule(draft, library)).toMatchObject(rest)
      expect(Object.keys(storedFigures(draft)).every((path) => path in module.figures)).toBe(true)
    }
  })
})

/** A draft of the module that a trainer has changed, reviewed by a colleague and ready to publish. */
async function approved(code: string, change: (draft: DraftModule) => DraftModule): Promise<string> {
  const id = await revise(author, 'module', code)
  const { revision } = draftById(id)
  await saveDraft(author, { id, seen: revision, data: change(data(id)) })
  expect(await sendToReview(author, id, draftById(id).revision)).toEqual({ kind: 'sent' })
  const seen = draftById(id).revision
  expect(await reviewDraft(colleague, { id, seen, verdict: 'approved', text: '' })).toBe('done')
  return id
}

const publish = async (id: string) => publishDraft(author, { id, seen: draftById(id).revision })

const renamed = (draft: DraftModule): DraftModule => ({
  ...draft,
  title: { vi: `${draft.title.vi} mới`, en: `${draft.title.en} anew` },
})

test('a version of the studio takes over from content/, which loading leaves alone; it is rolled back and withdrawn', async () => {
  const [was] = currentModules()
  const { code, version } = was!
  const id = await approved(code, renamed)
  expect(await revise(colleague, 'module', code)).toBe(id)
  expect(await publish(id)).toEqual({ kind: 'published', id: `${code}@${version + 1}` })
  expect(currentModule(code)!.title.vi).toContain('mới')
  expect(await loadModules()).toEqual([])
  expect(currentModule(code)!.id).toBe(`${code}@${version + 1}`)
  const seen = `${code}@${version + 1}`
  expect(await rollBack(author, 'module', { code, to: was!.id, seen: was!.id })).toBe(null)
  expect(await rollBack(author, 'module', { code, to: was!.id, seen })).toBe(`${code}@${version + 2}`)
  expect(currentModule(code)).toMatchObject({ title: was!.title, version: version + 2 })
  expect(viewPublished(author, code, was!.id).compared?.rows).toEqual([])
  await retire(author, 'module', code, true)
  expect(await loadModules()).toEqual([])
  expect(currentModule(code)).toBe(null)
  await retire(author, 'module', code, false)
  expect(currentModule(code)!.version).toBe(version + 2)
})

test('withdrawing what content/ ships lasts over the next loading, and its questions are kept', async () => {
  const module = currentModules().at(-1)!
  await retire(author, 'module', module.code, true)
  expect(await loadModules()).toEqual([])
  expect(currentModule(module.code)).toBe(null)
  await retire(author, 'module', module.code, false)
  expect(currentModule(module.code)!.quiz).toEqual(module.quiz)
})

test('who began a module keeps what was read and the quiz begun, though a lesson goes and another comes', async () => {
  const module = currentModules()[3]!
  const at = browser(
    await person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' }),
  )
  const [first, second] = module.lessons
  await finishLesson(await at.learner(), module, first!.code, await at.context())
  await finishLesson(await at.learner(), module, second!.code, await at.context())
  const attempt = await startAttempt(await at.learner(), module, await at.context())
  const id = await approved(module.code, (draft) => {
    const changed = actedOn(actedOn(draft, `remove.${first!.code}`), `copy.${second!.code}`)
    // A question is asked once in a module: the copy asks none.
    const lessons = changed.lessons.map((lesson) =>
      lesson.code === ''
        ? { ...lesson, text: { vi: bare(lesson.text.vi), en: bare(lesson.text.en) }, minutes: null }
        : { ...lesson, text: { vi: unlinked(lesson.text.vi), en: unlinked(lesson.text.en) } },
    )
    return { ...changed, lessons }
  })
  expect(await publish(id)).toMatchObject({ kind: 'published' })
  const now = currentModule(module.code)!
  expect(now.lessons.map(({ code }) => code)).not.toContain(first!.code)
  expect(now.lessons.every(({ code }) => code !== '')).toBe(true)
  expect(progressOf(await at.learner(), module.code)!.read).toContain(second!.code)
  expect(moduleVersion(module.id)).toBe(module)
  const kept = reader.sql.get('SELECT moduleVersionId AS id FROM QuizAttempt WHERE id = ?', attempt.id)
  expect(kept).toEqual({ id: module.id })
})

const unlinked = (markdown: string) => markdown.replaceAll(/\(lesson:[^)]*\)/g, '(https://dichvucong.gov.vn)')
const bare = (markdown: string) => unlinked(markdown).replace(/^::: check .*\n:::\n?/gm, '')

test('a draft that lacks something is not sent and says where; a wrong link and an unknown check are told', async () => {
  const id = await startModule(author)
  const sent = await sendToReview(author, id, 1)
  expect(sent).toMatchObject({ kind: 'faults' })
  const keys = sent.kind === 'faults' ? sent.faults.map(({ key }) => key) : []
  expect(new Set(keys)).toEqual(new Set(['fault.empty', 'fault.competencies', 'fault.noQuestion']))
  const code = currentModules()[1]!.code
  const draft = draftOf(code)
  const broken = { ...draft.lessons[0]! }
  broken.text = {
    vi: `${broken.text.vi}\n[x](lesson:nowhere)\n\n::: check no-such-item\n:::\n`,
    en: `${broken.text.en}\n[x](lesson:nowhere)\n\n::: check no-such-item\n:::\n`,
  }
  const faults = moduleFaults(
    { ...draft, lessons: [broken, ...draft.lessons.slice(1)] },
    libraryFor({ ...draft, lessons: [broken] }),
  )
  expect(faults).toContainEqual(
    expect.objectContaining({ key: 'link.noLesson', path: `lessons.${broken.id}.text` }),
  )
  expect(faults.map(({ key }) => key)).toContain('check.unknown')
})

test('two people at different lessons both keep what they wrote; at the same one both versions are shown', async () => {
  const id = await revise(author, 'module', currentModules()[2]!.code)
  const { revision } = draftById(id)
  const [first, second] = data(id).lessons
  const form = (lesson: DraftModule['lessons'][number], vi: string) => {
    const sent = new FormData()
    const tree = moduleTree({ ...data(id), lessons: [{ ...lesson, title: { ...lesson.title, vi } }] })
    for (const [name, value] of fieldsOf(tree)) if (name.startsWith('lessons.')) sent.set(name, value)
    sent.set('only', 'lesson')
    sent.set('seen', String(revision))
    return sent
  }
  expect(await editDraft(author, id, form(first!, 'của tôi'))).toEqual({ kind: 'saved' })
  expect(await editDraft(colleague, id, form(second!, 'của bạn'))).toEqual({ kind: 'saved' })
  expect(
    data(id)
      .lessons.slice(0, 2)
      .map(({ title }) => title.vi),
  ).toEqual(['của tôi', 'của bạn'])
  const late = await editDraft(colleague, id, form(first!, 'của tôi hơn'))
  expect(late.kind).toBe('conflict')
  expect(data(id).lessons[0]!.title.vi).toBe('của tôi')
})

test('pictures are encoded, named after what they show and kept once; a lesson comes back from the revision that had it', async () => {
  const id = await startModule(author)
  const bytes = new Uint8Array(
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#446688' } })
      .png()
      .toBuffer(),
  )
  const alt = { vi: 'Thư có ba chỗ đáng ngờ', en: 'A mail with three odd places' }
  const path = 'figures/thu-co-ba-cho-dang-ngo.webp'
  expect(await addFigure(author, id, { bytes, alt })).toEqual({ path })
  expect(await addFigure(author, id, { bytes, alt })).toEqual({ path })
  expect(await addFigure(author, id, { bytes: new Uint8Array([1, 2, 3]), alt })).toEqual({
    fault: 'noPicture',
  })
  expect(data(id).figures[path]).toMatchObject({ alt, vi: { kind: 'picture', width: 30, height: 20 } })
  const saved = await saveDraft(author, { id, seen: draftById(id).revision, data: actedOn(data(id), 'add') })
  const at = saved.kind === 'saved' ? saved.revision : 0
  await saveDraft(author, { id, seen: at, data: actedOn(data(id), 'remove.b1') })
  await restoreLesson(colleague, id, { lesson: 'b1', at })
  expect(data(id).lessons.map((lesson) => lesson.id)).toEqual(['b1', 'b2'])
})

test('lessons of a document begin a module in their language, with the pictures that can be read', async () => {
  const bytes = new Uint8Array(
    await sharp({ create: { width: 3, height: 2, channels: 3, background: '#123' } })
      .jpeg()
      .toBuffer(),
  )
  const { pictures, lost } = await readLessonPictures([
    { name: 'figures/anh-1.jpg', bytes },
    { name: 'figures/anh-2.jpg', bytes: new Uint8Array(4) },
  ])
  expect(lost).toEqual(['figures/anh-2.jpg'])
  const lessons = [{ title: 'Bài một', markdown: '![Ảnh](figures/anh-1.jpg)' }]
  const id = await inTransaction((tx) =>
    startModuleFromLessons(tx, author, { title: 'Tài liệu', language: 'vi', lessons, pictures }),
  )
  expect(data(id)).toMatchObject({
    title: { vi: 'Tài liệu', en: '' },
    lessons: [{ title: { vi: 'Bài một', en: '' }, text: { vi: lessons[0]!.markdown, en: '' } }],
  })
  expect(Object.keys(data(id).figures)).toEqual(['figures/anh-1.jpg'])
})

test('a copy has a code of its own, and a reviewer reads every lesson in both languages', async () => {
  const { code, lessons } = currentModules()[1]!
  const id = await copyPublished(author, 'module', code)
  expect(data(id)).toMatchObject({ code: '', version: 1 })
  const { module } = viewReview(colleague, id, null)
  expect(module!.lessons.length).toBe(lessons.length)
  expect(module!.lessons[0]!.en.rendered.parts.length).toBeGreaterThan(1)
  expect(module!.lessons[0]!.vi.title).toBe(lessons[0]!.title.vi)
})

test('nobody but those who write may begin, change or withdraw', async () => {
  const stranger = actorWith({ role: 'planner', provinceCode: '04', communeCode: null })
  const refused = { status: 403 }
  await expect(startModule(stranger)).rejects.toMatchObject(refused)
  await expect(revise(stranger, 'module', 'infosec')).rejects.toMatchObject(refused)
  await expect(retire(stranger, 'module', 'infosec', true)).rejects.toMatchObject(refused)
  await expect(
    addFigure(stranger, 'x', { bytes: new Uint8Array(), alt: { vi: '', en: '' } }),
  ).rejects.toMatchObject(refused)
})
