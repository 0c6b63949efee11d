import { beforeAll, expect, test } from 'vitest'
import type { DraftItem } from '~/assessment/item'
import { actorWith } from '../../tests/builders/actors'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { loadContent } = await import('~/assessment/load-content.server')
const { itemVersion } = await import('~/assessment/content.server')
const { startItem } = await import('./drafts/start-item.server')
const { copyPublished, revise } = await import('./drafts/revise.server')
const { saveDraft } = await import('./drafts/save-draft.server')
const { draftById } = await import('./drafts/find-draft.server')
const { viewStudio } = await import('./drafts/list-drafts.server')
const { takeBack, throwAway } = await import('./drafts/throw-away.server')
const { othersAt, notePresence } = await import('./drafts/presence.server')
const { sendToReview } = await import('./review/send-to-review.server')
const { reviewDraft } = await import('./review/review-draft.server')
const { publishDraft } = await import('./review/publish-draft.server')
const { retire, rollBack } = await import('./review/roll-back.server')

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

const both = (words: string) => ({ vi: `${words} vi`, en: `${words} en` })
const whole = (): DraftItem => ({
  ...{ code: '', version: 1, purpose: 'measure', competency: '4.1', level: 2, kind: 'single' },
  ...{ stem: both('stem'), explanation: both('because') },
  options: ['a', 'b', 'c'].map((id) => ({ id, ...both(id), correct: id === 'b' })),
})
const data = (id: string) => draftById(id).data as DraftItem

async function approved(item: DraftItem): Promise<string> {
  const id = await startItem(author, 'single', 'measure')
  const saved = await saveDraft(author, { id, seen: 1, data: item })
  expect(saved).toEqual({ kind: 'saved', revision: 2 })
  expect(await sendToReview(author, id, 2)).toEqual({ kind: 'sent' })
  const { revision } = draftById(id)
  expect(await reviewDraft(colleague, { id, seen: revision, verdict: 'approved', text: '' })).toBe('done')
  return id
}

test('nobody but those who write may save', async () => {
  const id = await startItem(author, 'single', 'teach')
  const stranger = actorWith({ role: 'planner', provinceCode: '04', communeCode: null })
  await expect(saveDraft(stranger, { id, seen: 1, data: whole() })).rejects.toMatchObject({ status: 403 })
})

test('who saves over what somebody else saved meanwhile gets theirs back, and nothing is written', async () => {
  const id = await startItem(author, 'single', 'teach')
  await saveDraft(author, { id, seen: 1, data: whole() })
  const late = await saveDraft(colleague, { id, seen: 1, data: { ...whole(), stem: both('other') } })
  expect(late).toMatchObject({ kind: 'conflict', current: { revision: 2, updatedBy: 'author' } })
  expect(data(id).stem).toEqual(both('stem'))
  expect(await saveDraft(colleague, { id, seen: 1, data: whole() })).toEqual({ kind: 'saved', revision: 2 })
})

test('a draft with empty texts is not sent, and says what lacks', async () => {
  const id = await startItem(author, 'single', 'measure')
  const sent = await sendToReview(author, id, 1)
  expect(sent).toMatchObject({ kind: 'faults' })
  expect('faults' in sent && sent.faults).toContainEqual({ key: 'fault.empty', path: 'stem' })
})

test('English that is older than the Vietnamese is not sent until somebody has looked at it', async () => {
  const id = await startItem(author, 'single', 'measure')
  await saveDraft(author, { id, seen: 1, data: whole() })
  await saveDraft(author, { id, seen: 2, data: { ...whole(), stem: { vi: 'Khác hẳn?', en: 'stem en' } } })
  const sent = await sendToReview(author, id, 3)
  expect(sent).toEqual({ kind: 'faults', faults: [{ key: 'fault.outdated', path: 'stem' }] })
  await saveDraft(author, { id, seen: 3, data: data(id), confirm: 'stem' })
  expect(await sendToReview(author, id, 4)).toEqual({ kind: 'sent' })
})

test('whoever edited last does not review; another does, and it becomes an immutable version', async () => {
  const id = await startItem(author, 'single', 'measure')
  await saveDraft(author, { id, seen: 1, data: whole() })
  await sendToReview(author, id, 2)
  const { revision, code } = draftById(id)
  expect(code).toMatch(/^4\.1-2[a-z]$/)
  expect(await reviewDraft(author, { id, seen: revision, verdict: 'approved', text: '' })).toBe('ownWork')
  expect(await reviewDraft(colleague, { id, seen: 1, verdict: 'approved', text: '' })).toBe('changed')
  expect(await publishDraft(author, { id, seen: revision })).toEqual({ kind: 'changed' })
  expect(await reviewDraft(colleague, { id, seen: revision, verdict: 'approved', text: '' })).toBe('done')
  expect(await publishDraft(author, { id, seen: revision })).toEqual({ kind: 'published', id: `${code}@1` })
  expect(itemVersion(`${code}@1`)).toMatchObject({ stem: both('stem'), competency: '4.1', version: 1 })
  expect(draftById(id)).toMatchObject({ state: 'published', publishedId: `${code}@1` })
})

test('an approved draft that is changed has to be reviewed again', async () => {
  const id = await approved(whole())
  const { revision } = draftById(id)
  await saveDraft(author, { id, seen: revision, data: { ...data(id), stem: both('new') } })
  expect(draftById(id).state).toBe('writing')
  expect(await publishDraft(author, { id, seen: revision + 1 })).toEqual({ kind: 'changed' })
})

const inUse = (code: string) =>
  reader.sql
    .all<{ id: string }>('SELECT id FROM ItemVersion WHERE code = ? AND NOT retired ORDER BY version', code)
    .map(({ id }) => id)

test('a version of the studio takes over from content/, is rolled back, retired and restored; loading changes none of it', async () => {
  const [was] = inUse('1.1-1a')
  const id = await revise(author, 'item', '1.1-1a')
  expect(await revise(colleague, 'item', '1.1-1a')).toBe(id)
  await saveDraft(author, { id, seen: 1, data: { ...data(id), stem: both('mended') } })
  expect(await sendToReview(author, id, 2)).toEqual({ kind: 'sent' })
  await reviewDraft(colleague, { id, seen: 2, verdict: 'approved', text: '' })
  expect(await publishDraft(author, { id, seen: 2 })).toEqual({ kind: 'published', id: '1.1-1a@3' })
  expect(inUse('1.1-1a')).toEqual(['1.1-1a@3'])
  expect(await loadContent()).toEqual([])
  expect(inUse('1.1-1a')).toEqual(['1.1-1a@3'])
  expect(await rollBack(author, 'item', { code: '1.1-1a', to: was!, seen: '1.1-1a@2' })).toBe(null)
  expect(await rollBack(author, 'item', { code: '1.1-1a', to: was!, seen: '1.1-1a@3' })).toBe('1.1-1a@4')
  expect(itemVersion('1.1-1a@4').stem).toEqual(itemVersion(was!).stem)
  await retire(author, 'item', '1.1-1a', true)
  await loadContent()
  expect(inUse('1.1-1a')).toEqual([])
  await retire(author, 'item', '1.1-1a', false)
  expect(inUse('1.1-1a')).toEqual(['1.1-1a@4'])
})

test('retiring what content/ ships lasts over the next loading', async () => {
  await retire(author, 'item', '1.1-1b', true)
  await loadContent()
  expect(inUse('1.1-1b')).toEqual([])
})

test('a version that was published meanwhile is told before it is passed over', async () => {
  const id = await copyPublished(author, 'item', '1.1-1c')
  const draft = data(id)
  await saveDraft(author, { id, seen: 1, data: { ...draft, stem: both('copy') } })
  await sendToReview(author, id, 2)
  const { revision, code } = draftById(id)
  expect(code).not.toBe('1.1-1c')
  await reviewDraft(colleague, { id, seen: revision, verdict: 'approved', text: '' })
  const other = await approved({ ...data(id), code: '' })
  await inTransaction((tx) => {
    tx.sql.run('UPDATE ContentDraft SET data = ? WHERE id = ?', JSON.stringify(data(id)), other)
    return Promise.resolve()
  })
  await publishDraft(author, { id, seen: revision })
  const seen = draftById(other).revision
  expect(await publishDraft(author, { id: other, seen })).toEqual({ kind: 'newer', newest: `${code}@1` })
  expect(await publishDraft(author, { id: other, seen, over: `${code}@1` })).toEqual({
    kind: 'published',
    id: `${code}@2`,
  })
})

test('what was deleted lies in the bin and comes back as it was', async () => {
  const id = await startItem(author, 'ordering', 'teach')
  await throwAway(author, id)
  expect(viewStudio(author).mine.some((draft) => draft.id === id)).toBe(false)
  expect(viewStudio(author).bin.some((draft) => draft.id === id)).toBe(true)
  await expect(saveDraft(author, { id, seen: 1, data: data(id) })).rejects.toMatchObject({ status: 400 })
  await takeBack(author, id)
  expect(viewStudio(author).mine.some((draft) => draft.id === id)).toBe(true)
})

test('others who have a draft open are named, oneself is not', async () => {
  const id = await startItem(author, 'single', 'teach')
  await notePresence(colleague, id)
  expect(othersAt(author, id).map(({ name }) => name)).toEqual(['colleague'])
  expect(othersAt(colleague, id).map(({ name }) => name)).toEqual(['author'])
})
