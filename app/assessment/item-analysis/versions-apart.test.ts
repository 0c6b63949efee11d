import { expect, test } from 'vitest'
import { actorWith, plannerOf } from '../../../tests/builders/actors'
import { answeredBank } from '../../../tests/builders/answered-bank'
import { freshDatabase } from '../../../tests/builders/database'
import { bankFilter } from '../catalogue/bank-filter'
import { itemQuery } from './item-sort'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { itemVersion } = await import('../content.server')
const { storeVersion } = await import('~/authoring/review/store-version.server')
const { listItems } = await import('../catalogue/list-items.server')
const { keepItemFigures } = await import('./keep-figures.server')
const { newestFigures, traceOf } = await import('./kept-figures.server')
const { viewItemAnalysis } = await import('./view-item-analysis.server')
const { viewItemFigures } = await import('./view-item-figures.server')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const code = '4.1-1a'

const before = reader.sql.get<{ id: string }>(
  'SELECT id FROM ItemVersion WHERE code = ? AND NOT retired',
  code,
)!.id
const campaign = await answeredBank({ people: 40, competencies: ['4.1'], state: 'open' })
const after = await inTransaction((tx) => {
  const { id: _id, ...item } = itemVersion(before)
  const stem = { vi: `${item.stem.vi} (sửa)`, en: `${item.stem.en} (revised)` }
  const revised = { ...item, stem }
  return Promise.resolve(storeVersion(tx, 'item', revised))
})
const later = await answeredBank({ people: 50, competencies: ['4.1'], shift: 1.5, seed: 'after' })
// The item was revised while the campaign took answers: both versions stand in one campaign.
await inTransaction((tx) => {
  tx.sql.run('UPDATE Sitting SET campaignId = ? WHERE campaignId = ?', campaign, later)
  tx.sql.run('UPDATE Campaign SET state = ? WHERE id = ?', 'closed', campaign)
  return Promise.resolve()
})
await keepItemFigures()
await keepItemFigures()

/** People of a campaign who answered a version, and the mean of their scores in percent, straight from the rows. */
function rawFigures(campaignId: string, id: string) {
  const row = reader.sql.get<{ people: number; facility: number }>(
    `SELECT count(*) AS people, 100 * avg(r.score) AS facility FROM Sitting s, json_each(s.plan) step
     JOIN Response r ON r.sittingId = s.id AND r.step = json_extract(step.value, '$.step')
     WHERE s.campaignId = ? AND json_extract(step.value, '$.ref') = ?`,
    campaignId,
    id,
  )
  return row!
}

test('answers before and after an edit are counted apart within one campaign', async () => {
  const { rows } = await viewItemAnalysis(trainer, campaign, itemQuery(new URLSearchParams('sort=code')))
  const both = rows.filter((row) => row.code === code)
  expect(both.map(({ id, version, people }) => ({ id, version, people }))).toEqual([
    { id: before, version: itemVersion(before).version, people: 40 },
    { id: after, version: itemVersion(after).version, people: 50 },
  ])
  for (const { id, people, facility } of both) {
    const raw = rawFigures(campaign, id)
    expect(people).toBe(raw.people)
    expect(facility).toBeCloseTo(raw.facility, 8)
    const { distractors, curves } = await viewItemFigures(trainer, campaign, id)
    expect(distractors.reduce((sum, { count }) => sum + count, 0)).toBe(people)
    expect(curves.every(({ shares }) => shares.length === 5)).toBe(true)
  }
  expect(both[0]!.facility).not.toBeCloseTo(both[1]!.facility!, 1)
})

test('the trace of an item has a row a version, and the bank shows the version in use alone', () => {
  const trace = traceOf(trainer, code)
  expect(trace.map(({ id, people }) => ({ id, people }))).toEqual([
    { id: after, people: 50 },
    { id: before, people: 40 },
  ])
  for (const { id, facility } of trace) expect(facility).toBeCloseTo(rawFigures(campaign, id).facility, 8)
  const { rows } = listItems(trainer, { ...bankFilter(new URLSearchParams(`q=${code}`)), page: 1 })
  expect(rows.find((row) => row.code === code)).toMatchObject({
    id: after,
    figures: { people: 50, campaignId: campaign },
  })
  expect(rows[0]!.figures!.facility).toBeCloseTo(rawFigures(campaign, after).facility, 8)
})

test('figures of another province stay there', () => {
  expect(traceOf(plannerOf('08'), code)).toEqual([])
  expect(newestFigures(plannerOf('08')).size).toBe(0)
  expect(newestFigures(plannerOf('04')).get(before)).toMatchObject({ people: 40 })
})

test('what is kept follows an open campaign, and a closed one is analysed once more and then left', async () => {
  const at = () =>
    reader.sql.all<{ campaignId: string; final: number; at: string }>('SELECT * FROM ItemAnalysis')
  const kept = at()
  expect(kept.every(({ final }) => final === 1)).toBe(true)
  await keepItemFigures()
  expect(at()).toEqual(kept)
  await inTransaction((tx) => {
    tx.sql.run('UPDATE ItemAnalysis SET final = 0 WHERE campaignId = ?', campaign)
    return Promise.resolve()
  })
  await keepItemFigures()
  expect(at().find(({ campaignId }) => campaignId === campaign)?.final).toBe(1)
})
