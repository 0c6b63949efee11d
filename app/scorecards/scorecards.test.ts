import { beforeEach, describe, expect, test } from 'vitest'
import { leaderOf, plannerOf } from '../../tests/builders/actors'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { beginDraft, changeDraft, discardDraft, publishDraft } = await import('./edit/draft.server')
const { saveCriterion, saveSettings } = await import('./edit/save-criterion.server')
const { withCriterion, withRetired } = await import('./edit/edit-card')
const { criterionValues } = await import('./edit/criterion-form')
const { settingsValues } = await import('./edit/settings-form')
const { enterValue, decideEntry } = await import('./entry/enter.server')
const { takeSnapshot, setSnapshotRemoved } = await import('./snapshots/snapshots.server')
const { viewCommune } = await import('./views/view-commune.server')
const { viewCriteria } = await import('./views/view-criteria.server')
const { viewEntry } = await import('./views/view-entry.server')
const { viewProvince, ownCommune } = await import('./views/view-province.server')
const { draftOf, versionsOf } = await import('./versions.server')
const { scoresOf } = await import('./scores-of.server')
const { scorecardCsv, scorecardWorkbook } = await import('./export.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { addFirstSet, setIndicatorRemoved } = await import('~/gaps/indicators/edit-indicator.server')
const { indicatorsOf } = await import('~/gaps/indicators/indicator-values.server')

const province = '04'
const planner = plannerOf(province)
const codes = reader.sql
  .all<{ code: string }>(
    'SELECT code FROM Commune WHERE provinceCode = ? AND validTo IS NULL ORDER BY code LIMIT 4',
    province,
  )
  .map(({ code }) => code) as [string, string, string, string]
const [first, second, third, quiet] = codes
const { campaignId } = await closedCampaign(province, codes)
const leader = leaderOf(province, first)
const today = '2026-11-22'
const at = (day: string) => setClock(new Date(`${day}T03:00:00Z`))
const entry = { value: 1, date: '2026-11-01', evidence: 'Quy chế số 15/QC-UBND' }
const query = { snapshot: null, sort: 'name', direction: 'asc', filter: '' } as const

async function published(validFrom = '2026-11-01'): Promise<void> {
  await beginDraft(planner)
  const answer = await publishDraft(planner, validFrom)
  if (answer.fault) throw new Error(answer.fault)
}

const scoresIn = (commune: string) =>
  new Map(
    viewCommune(planner, commune, null).shown!.groups.flatMap(({ criteria }) =>
      criteria.map(({ score }) => [score.code, score] as const),
    ),
  )
const draftCard = () => draftOf(province)!.card
const criterionOf = (code: string) => draftCard().criteria.find((each) => each.code === code)!

beforeEach(async () => {
  at(today)
  await inTransaction(async (tx) => {
    for (const table of [
      'ScorecardVersion',
      'ScorecardEntry',
      'ScorecardSnapshot',
      'IndicatorValue',
      'IndicatorImport',
      'Indicator',
    ])
      tx.sql.run(`DELETE FROM ${table}`)
  })
})

describe('criteria', () => {
  test('a province takes the example, changes it and publishes it; what was published stays', async () => {
    await beginDraft(planner)
    expect(draftCard().example).toBe(true)
    expect(await changeDraft(planner, 1, 'criterion', (card) => withRetired(card, '6.3', true))).toEqual({})
    expect(await publishDraft(planner, today)).toMatchObject({ fault: 'publish.faults' })
    const more = { ...criterionValues(criterionOf('6.2')), max: '7', revision: '2' }
    expect(await saveCriterion(planner, '6.2', more)).toBeNull()
    expect(await publishDraft(planner, today)).toEqual({ number: 1 })
    expect(draftOf(province)).toBeNull()
    await beginDraft(planner)
    expect(await publishDraft(planner, today)).toMatchObject({ fault: 'publish.same' })
    await changeDraft(planner, null, 'criterion', (card) => withRetired(card, '6.3', false))
    await saveCriterion(planner, '6.2', { ...criterionValues(criterionOf('6.2')), max: '4', revision: '2' })
    expect(await publishDraft(planner, '2026-10-01')).toMatchObject({ fault: 'publish.early' })
    expect(await publishDraft(planner, '2026-12-01')).toEqual({ number: 2 })
    const view = viewCriteria(planner, { draft: false, number: null })
    expect(view.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'later'],
      [1, 'inForce'],
    ])
    expect(view.number).toBe(1)
    const later = viewCriteria(planner, { draft: false, number: 2 })
    expect(later.changes!.of.map(({ code, kind }) => [code, kind])).toEqual([
      ['6.2', 'changed'],
      ['6.3', 'added'],
    ])
  })

  test('a form that began from an older draft is not stored, and comes back as typed', async () => {
    await beginDraft(planner)
    const typed = { ...criterionValues(criterionOf('1.1')), nameVi: 'Tên sửa', revision: '1' }
    expect(await saveCriterion(planner, '1.1', typed)).toBeNull()
    const again = await saveCriterion(planner, '1.1', { ...typed, nameVi: 'Tên khác' })
    expect(again).toMatchObject({
      errors: { form: 'typed.changed' },
      typed: { nameVi: 'Tên khác', revision: '2' },
    })
    expect(criterionOf('1.1').name.vi).toBe('Tên sửa')
    expect(await saveCriterion(planner, '1.1', again!.typed)).toBeNull()
  })

  test('a code that is taken, also by a retired criterion, and a draft thrown away', async () => {
    await beginDraft(planner)
    await changeDraft(planner, null, 'retire', (card) => withRetired(card, '6.3', true))
    const typed = { ...criterionValues(criterionOf('1.1')), code: '6.3', revision: '2' }
    expect(await saveCriterion(planner, null, typed)).toMatchObject({ errors: { code: 'typed.taken' } })
    expect(
      await saveSettings(planner, { ...settingsValues(draftCard()), own: 'yes', revision: '2' }),
    ).toBeNull()
    expect(draftCard().example).toBe(false)
    await discardDraft(planner)
    expect(draftOf(province)).toBeNull()
  })

  test('only a planner of the province edits', async () => {
    expect(await refusal(beginDraft(leader))).toBe('notAllowed')
    await beginDraft(plannerOf('08'))
    expect(draftOf(province)).toBeNull()
    expect(await refusal(() => viewCriteria(leader, { draft: true, number: null }))).toBe('notAllowed')
  })
})

describe('scores', () => {
  test('measured skill carries its interval; what is hidden or not there is not nought', async () => {
    await published()
    const own = scoresIn(second)
    const skill = own.get('1.1')!
    expect(skill.reading).toMatchObject({ from: { kind: 'campaign', id: campaignId } })
    expect(skill.points!.low).toBeLessThan(skill.points!.high)
    expect(skill.points!.value).toBeGreaterThanOrEqual(skill.points!.low)
    expect(own.get('1.3')).toMatchObject({ points: { value: 4, low: 4, high: 4 }, reading: { value: 100 } })
    expect(own.get('2.3')!.points).toEqual({ value: 0, low: 0, high: 0 })
    const reasons = (code: string) =>
      [...scoresIn(code).values()].map(({ code: of, reading }) => [of, reading.missing])
    expect(new Map(reasons(third) as [string, string][]).get('1.1')).toBe('hidden')
    expect(new Map(reasons(quiet) as [string, string][]).get('1.3')).toBe('people')
    const view = viewCommune(planner, third, null).shown!
    expect(view.total.known).toBeLessThan(view.total.of)
    expect(JSON.stringify(scoresIn(third).get('1.1'))).not.toMatch(/"value"/)
  })

  test('an indicator that is not there, without a value, and removed again', async () => {
    await published()
    expect(scoresIn(first).get('3.1')!.reading).toEqual({ missing: 'indicator' })
    expect(viewCriteria(planner, { draft: false, number: null }).missingIndicators).toHaveLength(4)
    await addFirstSet(planner)
    expect(scoresIn(first).get('3.1')!.reading).toEqual({ missing: 'value' })
    const { id } = indicatorsOf(province).find(({ code }) => code === 'filed-online')!
    await value(id, first, 50, 200)
    const { points, reading } = scoresIn(first).get('3.1')!
    expect(points!.value).toBe(4)
    expect(points!.low).toBeLessThan(4)
    expect(reading).toMatchObject({
      value: 50,
      from: { kind: 'indicator', day: '2026-10-31', source: 'Báo cáo thử' },
    })
    await setIndicatorRemoved(planner, id, true)
    expect(scoresIn(first).get('3.1')!.reading).toEqual({ missing: 'indicator' })
  })

  test('an entry counts at once and says that it waits; returned it does not count; a planner confirms', async () => {
    await published()
    await enterValue(leader, first, '5.3', entry)
    expect(scoresIn(first).get('5.3')).toMatchObject({
      points: { value: 2 },
      reading: { from: { confirmed: false } },
    })
    expect(viewCommune(leader, first, null).shown!.unconfirmed).toBe(2)
    expect(viewProvince(planner, query).shown!.waiting).toMatchObject([
      { communeCode: first, criterion: '5.3' },
    ])
    const [waiting] = viewEntry(planner, first, '5.3').history
    await decideEntry(planner, waiting!.id, { state: 'returned', reason: 'Thiếu ngày ban hành' })
    expect(scoresIn(first).get('5.3')!.reading).toEqual({ missing: 'returned' })
    await enterValue(leader, first, '5.3', { ...entry, evidence: 'Quy chế số 15 ngày 01/11/2026' })
    expect(await refusal(decideEntry(planner, waiting!.id, { state: 'confirmed' }))).toBe('notFound')
    const [newest] = viewEntry(planner, first, '5.3').history
    expect(await refusal(decideEntry(leader, newest!.id, { state: 'confirmed' }))).toBe('notAllowed')
    await decideEntry(planner, newest!.id, { state: 'confirmed' })
    expect(viewCommune(leader, first, null).shown!.unconfirmed).toBe(0)
    expect(viewEntry(leader, first, '5.3').history).toHaveLength(2)
  })

  test('an entry is for criteria that are entered, and for the own commune', async () => {
    await published()
    expect(await refusal(enterValue(leader, second, '5.3', entry))).toBe('notAllowed')
    expect(await refusal(enterValue(leader, first, '1.1', entry))).toBe('notFound')
    expect(await refusal(() => viewCommune(leader, second, null))).toBe('notAllowed')
    expect(await refusal(() => viewProvince(leader, query))).toBe('notAllowed')
    expect(ownCommune(leader)).toBe(first)
    expect(ownCommune(planner)).toBeNull()
  })

  test('an entry for a criterion that asks for something else by now does not count', async () => {
    await published()
    await enterValue(planner, first, '5.3', entry)
    await beginDraft(planner)
    const changed = criterionOf('5.3')
    await changeDraft(planner, null, 'criterion', (card) =>
      withCriterion(card, '5.3', {
        ...changed,
        source: { kind: 'number', unit: { vi: 'lần', en: 'times' }, least: 0, most: 5 },
        rule: { kind: 'linear', floor: 0, goal: 2 },
      }),
    )
    await publishDraft(planner, today)
    expect(scoresIn(first).get('5.3')!.reading).toEqual({ missing: 'entry' })
  })
})

describe('snapshots', () => {
  test('criteria that change during the year: old scores keep their version, only what is scored alike is compared', async () => {
    await published()
    await enterValue(planner, first, '5.3', entry)
    at('2026-11-23')
    const id = (await takeSnapshot(planner, 'Quý III'))!
    const before = viewCommune(planner, first, id).shown!
    at('2026-11-24')
    await beginDraft(planner)
    await saveCriterion(planner, '5.3', { ...criterionValues(criterionOf('5.3')), max: '7', revision: '1' })
    await changeDraft(planner, null, 'retire', (card) => withRetired(card, '5.2', true))
    expect(await publishDraft(planner, '2026-11-22')).toMatchObject({ fault: 'publish.early' })
    expect(await publishDraft(planner, '2026-11-24')).toEqual({ number: 2 })
    await enterValue(planner, first, '6.2', { ...entry, value: 12 })
    const kept = viewCommune(planner, first, id).shown!
    expect(kept.version).toBe(1)
    expect(kept.total).toEqual(before.total)
    const now = viewCommune(planner, first, null).shown!
    expect(now.version).toBe(2)
    expect(now.total.points).toBeGreaterThan(kept.total.points + 5)
    const province = viewProvince(planner, query).shown!
    expect(province.before).toMatchObject({ criteria: 19, snapshot: { title: 'Quý III' } })
    // 5.3 is scored in another way, and 6.2 had no figure before: neither is a change.
    expect(province.rows.find(({ code }) => code === first)!.change).toMatchObject({
      points: 0,
      standing: 'unclear',
    })
    at('2026-11-25')
    await takeSnapshot(planner, 'Quý IV')
    const [later, earlier] = viewCommune(planner, first, null).shown!.history
    expect([later!.version, earlier!.version]).toEqual([2, 1])
    expect(later!.change).toMatchObject({ points: 0 })
    expect(earlier!.change).toBeNull()
  })

  test('one is taken by the criteria in force alone; it can be removed and come back', async () => {
    expect(await takeSnapshot(planner, 'Sớm quá')).toBeNull()
    await published()
    const id = (await takeSnapshot(planner, 'Quý III'))!
    await setSnapshotRemoved(planner, id, true)
    expect(scoresOf(province).snapshot).toBeNull()
    await setSnapshotRemoved(planner, id, false)
    const { snapshot, now } = scoresOf(province)
    expect(snapshot).toMatchObject({ id, name: 'Quý III', version: 1, criteria: 21 })
    expect(now!.communes.length).toBe(snapshot!.communes.length)
    expect(await refusal(setSnapshotRemoved(plannerOf('08'), id, true))).toBe('notFound')
    expect(await refusal(takeSnapshot(leader, 'Của xã'))).toBe('notAllowed')
  })
})

describe('exports', () => {
  test('hold every criterion of every commune, and say why a figure is missing', async () => {
    await published()
    const communes = viewProvince(planner, query).shown!.all
    const { name, body } = await scorecardWorkbook(planner, null, 'vi')
    expect(name).toMatch(/^bang-diem-.*\.xlsx$/)
    const read = await readWorkbook(body)
    if (!read.ok) throw new Error('the workbook cannot be read')
    const long = read.sheets[2]!.rows
    expect(long).toHaveLength(1 + communes * 21)
    const hidden = long.find((row) => row[0] === third && row[2] === '1.1')!
    expect(hidden.slice(4, 11)).toEqual([null, null, null, 10, null, null, null])
    expect(hidden[11]).toContain('quá ít người')
    expect(scorecardCsv(planner, null, 'en').body.split('\r\n')).toHaveLength(2 + communes * 21)
    expect(await refusal(() => scorecardCsv(leader, null, 'vi'))).toBe('notAllowed')
  })

  test('before criteria are in force there is nothing to export', async () => {
    expect(await refusal(() => scorecardCsv(planner, null, 'vi'))).toBe('notFound')
    await published('2026-12-01')
    expect(versionsOf(province)).toHaveLength(1)
    expect(viewProvince(planner, query)).toMatchObject({ shown: null, begins: '2026-12-01' })
    await enterValue(leader, first, '5.3', entry)
  })
})

async function value(indicatorId: string, communeCode: string, percent: number, of: number): Promise<void> {
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO IndicatorImport (id, provinceCode, fileName, at, "by", added, changed, same) VALUES ('i', ?, 'a.xlsx', '2026-11-01T00:00:00.000+00:00', 'test', 1, 0, 0)`,
      province,
    )
    tx.sql.run(
      `INSERT INTO IndicatorValue (indicatorId, communeCode, date, value, "of", source, importId) VALUES (?, ?, '2026-10-31', ?, ?, 'Báo cáo thử', 'i')`,
      ...[indicatorId, communeCode, percent, of],
    )
  })
}
