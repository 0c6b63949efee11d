import { beforeAll, expect, test } from 'vitest'
import { actorWith, learner } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import type { TaskDraft } from './task-draft'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { loadContent } = await import('~/assessment/load-content.server')
const { presentScenario, scenarioVersion } = await import('~/assessment/practice/versions.server')
const { beginRun, runsOf } = await import('~/assessment/practice/runs.server')
const { saveDraft } = await import('../drafts/save-draft.server')
const { draftById } = await import('../drafts/find-draft.server')
const { editDraft } = await import('../editor/edit-draft.server')
const { sendToReview } = await import('../review/send-to-review.server')
const { reviewDraft } = await import('../review/review-draft.server')
const { publishDraft } = await import('../review/publish-draft.server')
const { fieldsOf } = await import('../form/form-tree')
const { startTask } = await import('./start-task.server')
const { copyPublished, revise } = await import('../drafts/revise.server')
const { retire, rollBack } = await import('../review/roll-back.server')
const { viewContentVersions } = await import('../review/view-content-versions.server')
const { keepTry, tryMove, viewTaskTry } = await import('./try-task.server')
const { pageTree, treeOfTask } = await import('./task-form')

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

const data = (id: string) => draftById(id).data as TaskDraft
const form = (fields: [string, string][]) => {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, value)
  return sent
}

async function published(id: string): Promise<string> {
  const { revision } = draftById(id)
  expect(await sendToReview(author, id, revision)).toEqual({ kind: 'sent' })
  const sent = draftById(id).revision
  expect(await reviewDraft(colleague, { id, seen: sent, verdict: 'approved', text: '' })).toBe('done')
  const outcome = await publishDraft(author, { id, seen: sent })
  if (outcome.kind !== 'published') throw new Error(outcome.kind)
  return outcome.id
}

test('nobody but those who write begins, tries or retires a task', async () => {
  await expect(startTask(learner, 'teach')).rejects.toMatchObject({ status: 403 })
  const id = await startTask(author, 'teach')
  expect(() => viewTaskTry(learner, id)).toThrow(expect.objectContaining({ status: 403 }))
  await expect(retire(learner, 'practice', 'share-file', true)).rejects.toMatchObject({ status: 403 })
})

test('a new task is published under a code of its title, is given, and loading content/ leaves it', async () => {
  const id = await startTask(author, 'teach')
  await saveDraft(author, { id, seen: 1, data: { ...data(id), title: { vi: 'Gửi giấy mời', en: 'Invite' } } })
  expect(await published(id)).toBe('gui-giay-moi@1')
  expect(presentScenario('teach', 'gui-giay-moi')).toMatchObject({ version: 1, title: { en: 'Invite' } })
  expect(await loadContent()).toEqual([])
  expect(presentScenario('teach', 'gui-giay-moi')?.id).toBe('gui-giay-moi@1')
})

test('a revised task is the next version; a try that has begun keeps its own, and loading content/ changes nothing', async () => {
  const before = presentScenario('teach', 'share-file')!
  await inTransaction((tx) => {
    beginRun(tx, { accountId: 'author' }, before, 1, new Date())
    return Promise.resolve()
  })
  const id = await revise(author, 'practice', 'share-file')
  expect(await revise(colleague, 'practice', 'share-file')).toBe(id)
  const changed = { vi: 'Chia sẻ tệp cho đúng người', en: 'Share a file' }
  await saveDraft(author, { id, seen: 1, data: { ...data(id), title: changed } })
  const version = await published(id)
  expect(version).toBe(`share-file@${before.version + 1}`)
  expect(presentScenario('teach', 'share-file')).toMatchObject({ id: version, title: changed })
  const [run] = runsOf(reader.sql, { accountId: 'author' }, 'share-file')
  expect(run?.scenario.id).toBe(before.id)
  expect(await loadContent()).toEqual([])
  expect(presentScenario('teach', 'share-file')?.id).toBe(version)
  const view = viewContentVersions(author, 'practice', 'share-file', before.id)
  expect(view.compared?.rows.map(({ name }) => name)).toEqual(['title.vi', 'title.en'])
  const back = await rollBack(author, 'practice', { code: 'share-file', to: before.id, seen: version })
  expect(scenarioVersion(back!)).toMatchObject({ title: before.title, scoring: before.scoring })
  expect(await rollBack(author, 'practice', { code: 'share-file', to: before.id, seen: version })).toBeNull()
})

test('a task that ships and is taken out of use stays out when content/ is loaded again', async () => {
  await retire(author, 'practice', 'coach-filing', true)
  await loadContent()
  expect(presentScenario('teach', 'coach-filing')).toBeNull()
  await retire(author, 'practice', 'coach-filing', false)
  expect(presentScenario('teach', 'coach-filing')).not.toBeNull()
})

test('a copy is another task with the same texts', async () => {
  const id = await copyPublished(author, 'practice', 'receive-dossier')
  expect(draftById(id)).toMatchObject({ code: '', baseId: null })
  expect(data(id).screens.length).toBeGreaterThan(3)
  await saveDraft(author, { id, seen: 1, data: { ...data(id), title: { vi: 'Bản chép', en: 'A copy' } } })
  expect(await published(id)).toBe('ban-chep@1')
})

test('a page of the editor saves its part; two people at two screens do not disturb each other', async () => {
  const id = await copyPublished(author, 'practice', 'receive-dossier')
  const [one, other] = data(id).screens
  const page = (screen: string) => fieldsOf(pageTree(treeOfTask(data(id)), 'screen', screen))
  const [mine, theirs] = [page(one!.id), page(other!.id)]
  const change = (fields: [string, string][], title: string) =>
    form([
      ['intent', 'save'],
      ['seen', '1'],
      ...fields.map(([name, value]): [string, string] => [
        name,
        name === 'screens.0.title.vi' ? title : value,
      ]),
    ])
  expect(await editDraft(author, id, change(mine, 'Màn một'))).toEqual({ kind: 'saved' })
  expect(await editDraft(colleague, id, change(theirs, 'Màn hai'))).toEqual({ kind: 'saved' })
  expect(
    data(id)
      .screens.map(({ title }) => title.vi)
      .slice(0, 2),
  ).toEqual(['Màn một', 'Màn hai'])
  const late = await editDraft(colleague, id, change(mine, 'Khác'))
  expect(late).toMatchObject({ kind: 'conflict', conflict: { by: 'colleague' } })
  expect(data(id).screens[0]!.title.vi).toBe('Màn một')
})

test('a task that cannot be done to its end is not sent, and says where', async () => {
  const id = await startTask(author, 'teach')
  const broken = structuredClone(data(id))
  broken.screens[1]!.actions = []
  await saveDraft(author, { id, seen: 1, data: broken })
  const sent = await sendToReview(author, id, 2)
  expect(sent.kind === 'faults' && sent.faults).toContainEqual({
    key: 'practice.noAction',
    path: 'screens.look',
    values: { screen: 'look' },
  })
})

test('a draft is tried without a record, and a try becomes the model solution or a mistake', async () => {
  const id = await startTask(author, 'teach')
  const runs = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM PracticeRun')!.n
  const before = runs()
  const missing = tryMove(author, id, form([['action', 'send']]), false)
  expect(missing).toMatchObject({ written: '', faults: [{ kind: 'needed', field: 'people' }] })
  const wrong = tryMove(
    author,
    id,
    form([
      ['action', 'send'],
      ['f.people', 'all'],
    ]),
    false,
  )
  expect(wrong.written).toBe('write > send: people = all')
  const end = tryMove(
    author,
    id,
    form([
      ['moves', wrong.written],
      ['action', 'finish'],
    ]),
    false,
  )
  expect(end.written).toBe('write > send: people = all\nlook > finish')
  expect(runs()).toBe(before)
  const kept = { seen: 1, written: end.written, as: { vi: 'Gửi cả danh bạ', en: 'All' } }
  expect(await keepTry(author, id, kept)).toBe(true)
  expect(data(id).mistakes.at(-1)).toMatchObject({ moves: end.written, scores: 'people = 0' })
  expect(await sendToReview(author, id, 2)).toEqual({ kind: 'sent' })
  expect(await keepTry(author, id, { ...kept, seen: 1 })).toBe(false)
})
