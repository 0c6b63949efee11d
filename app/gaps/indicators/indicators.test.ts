import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { closedCampaign } from '../../../tests/builders/closed-campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { addFirstSet, saveIndicator, setIndicatorRemoved } = await import('./edit-indicator.server')
const { carriedFile, previewIndicators, setImportUndone, storeIndicators, uploadIndicators } =
  await import('./import-indicators.server')
const { indicatorsOf, indicatorValues } = await import('./indicator-values.server')
const { indicatorsTemplate } = await import('./indicators-template.server')
const { indicatorCsv, viewIndicator } = await import('./indicator-page.server')
const { viewIndicatorForm, viewIndicators } = await import('./indicators-page.server')
const { indicatorsReport } = await import('./indicators-report.server')
const { communeIndicators } = await import('./commune-indicators.server')
const { communesIn } = await import('~/people/places/places.server')

const planner = plannerOf('04')
const communes = communesIn('04').toSorted((x, y) => (x.code < y.code ? -1 : 1))
const [a, b, c, d] = communes.map(({ code }) => code) as [string, string, string, string]
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const head = 'Mã xã;Kỳ số liệu;Nguồn;Hồ sơ nộp trực tuyến (%);Số hồ sơ;Hồ sơ giải quyết đúng hạn'
const nothingAsked = { remove: null, removed: null, undo: null }

async function previewed(...lines: string[]) {
  const read = await uploadIndicators(planner, bytes(head, ...lines), 'chi_so.csv')
  if (read.kind !== 'preview') throw new Error(JSON.stringify(read))
  return read.preview
}

async function stored(...lines: string[]): Promise<string> {
  const preview = await previewed(...lines)
  const answer = await storeIndicators(planner, preview, {}, preview.seen)
  if (!('id' in answer)) throw new Error('not stored')
  return answer.id
}

const held = (communeCode: string) =>
  indicatorValues('04')
    .filter((each) => each.communeCode === communeCode)
    .map(({ date, value, of }) => `${date} ${value} ${of}`)

describe('a file of indicators', () => {
  it('is shown before it is stored, and brings the first set into an empty province', async () => {
    const preview = await previewed(`${a};30/09/2026;Sở;57,8;1204;98,1`, `${b};30/09/2026;Sở;61,5;;97`)
    expect(preview.counts).toEqual({ new: 4, changed: 0, same: 0 })
    expect(indicatorsOf('04')).toEqual([])
    const answer = await storeIndicators(planner, preview, {}, preview.seen)
    expect(answer).toMatchObject({ stored: 4 })
    expect(indicatorsOf('04').map(({ code }) => code)).toEqual(['filed-online', 'on-time'])
    const [first] = indicatorValues('04')
    expect(first).toMatchObject({ communeCode: a, date: '2026-09-30', value: 57.8, of: 1204, source: 'Sở' })
    expect(first!.low).toBeGreaterThan(55)
    expect(first!.high).toBeLessThan(61)
    expect(indicatorValues('04')[1]).toMatchObject({ communeCode: b, of: null, low: null, high: null })
  })

  it('changes what it names again; undone, what was before is in force, and it can be used again', async () => {
    const preview = await previewed(`${a};Quý III/2026;Sở;58,8;1204;98,1`, `${c};2026-09-30;Sở;10;;`)
    expect(preview.counts).toEqual({ new: 1, changed: 1, same: 1 })
    const changed = preview.compared.find(({ state }) => state === 'changed')
    expect(changed).toMatchObject({ value: 58.8, before: { value: 57.8, of: 1204, source: 'Sở' } })
    const answer = await storeIndicators(planner, preview, {}, preview.seen)
    if (!('id' in answer)) throw new Error('not stored')
    expect(held(a)).toEqual(['2026-09-30 58.8 1204', '2026-09-30 98.1 null'])
    await setImportUndone(planner, answer.id, true)
    expect(held(a)).toEqual(['2026-09-30 57.8 1204', '2026-09-30 98.1 null'])
    expect(held(c)).toEqual([])
    await setImportUndone(planner, answer.id, false)
    expect(held(c)).toEqual(['2026-09-30 10 null'])
    expect(
      viewIndicators(planner, nothingAsked).imports.map(({ added, changed: n, same }) => [added, n, same]),
    ).toEqual([
      [1, 1, 1],
      [4, 0, 0],
    ])
  })

  it('is not stored where something changed since it was seen', async () => {
    const preview = await previewed(`${d};30/09/2026;Sở;20;;`)
    await stored(`${d};30/09/2026;Sở khác;21;;`)
    const answer = await storeIndicators(planner, preview, {}, preview.seen)
    expect(answer).toMatchObject({ again: { counts: { new: 0, changed: 1 } } })
    expect(held(d)).toEqual(['2026-09-30 21 null'])
    const other = await storeIndicators(planner, preview, { 'scale-0': 'percent' }, 'another')
    expect('again' in other).toBe(true)
  })

  it('is refused with unknown communes, doubled lines, text for numbers and days in another order, each told by cell', async () => {
    const faults = async (...lines: string[]) => {
      const read = await uploadIndicators(planner, bytes(head, ...lines), 'a.csv')
      return read.kind === 'faults' ? read.faults.map(({ at, key }) => `${at} ${key.slice(6)}`) : read.kind
    }
    const name = communes[0]!.name
    expect(await faults('99999;30/09/2026;Sở;1;;', `${name}x;30/09/2026;Sở;50;;`)).toEqual([
      'A2 communeUnknown',
      'A3 communeNear',
    ])
    expect(await faults(`${a};30/09/2026;Sở;50;;`, `${name};30/09/2026;Sở;51;;`)).toEqual(['A3 twice'])
    expect(await faults(`${a};30/09/2026;Sở;năm mươi;;`)).toEqual(['D2 number'])
    expect(await faults(`${a};09/30/2026;Sở;50;;`, `${b};30/06/2026;Sở;50;;`)).toEqual(['B2 dateOrder'])
    expect(await faults(`${a};31/12/2999;Sở;50;;`)).toEqual(['B2 dateFuture'])
    expect(await faults(`${a};30/09/2026;;120;;`)).toEqual(['C2 source', 'D2 percentOver'])
    const noColumns = await uploadIndicators(planner, bytes('Tên;Dân số', 'Bảo Lạc;5'), 'a.csv')
    expect(noColumns).toMatchObject({ kind: 'faults', faults: [{ key: 'fault.noColumns' }] })
    expect((await uploadIndicators(planner, new Uint8Array([1, 2, 3]), 'a.xlsx')).kind).toBe('file')
  })

  it('names an indicator that is new', async () => {
    const lines = ['Mã xã;Ngày;Nguồn;Tổ công nghệ số', `${a};30/09/2026;Sở;12`]
    const read = await uploadIndicators(planner, bytes(...lines), 'a.csv')
    if (read.kind !== 'preview') throw new Error(JSON.stringify(read))
    const choices = {
      'as-0': 'new',
      'nameVi-0': 'Tổ công nghệ số',
      'unit-0': 'count',
      'unitVi-0': 'tổ',
      'better-0': 'neither',
    }
    const { seen, counts } = previewIndicators(planner, read.preview, choices)
    expect(counts.new).toBe(1)
    expect(await storeIndicators(planner, read.preview, choices, seen)).toMatchObject({ stored: 1 })
    expect(indicatorsOf('04').at(-1)).toMatchObject({
      code: 'to-cong-nghe-so',
      unit: 'count',
      unitText: { vi: 'tổ' },
    })
  })

  it('that a forged form carries is read anew or refused', async () => {
    const preview = await previewed(`${a};30/09/2026;Sở;57,8;1204;98,1`)
    const form = (table: unknown) => {
      const data = new FormData()
      data.set('table', JSON.stringify(table))
      return data
    }
    expect(carriedFile(form(preview.table)).table).toEqual(preview.table)
    expect(await refusal(() => carriedFile(form({ ...preview.table, rows: [[{ nested: 1 }]] })))).toBe(
      'badRequest',
    )
    expect(await refusal(() => carriedFile(form(null)))).toBe('badRequest')
    const forged = {
      ...preview,
      table: { ...preview.table, rows: [preview.table.rows[0]!, ['99999', '30/09/2026', 'Sở', '50']] },
    }
    expect(previewIndicators(planner, forged, {}).read.faults[0]?.key).toBe('fault.communeUnknown')
    const answer = await storeIndicators(planner, forged, {}, previewIndicators(planner, forged, {}).seen)
    expect('again' in answer).toBe(true)
  })

  it('comes from the template, filled in, in both layouts', async () => {
    for (const long of [false, true]) {
      const workbook = await indicatorsTemplate(planner, long)
      const [sheet] = await readXlsx(workbook)
      const rows = sheet!.data as unknown as (string | number | Date | null)[][]
      const at = (heading: string) => rows[0]!.findIndex((cell) => String(cell).startsWith(heading))
      expect(rows.length - 1).toBe(communes.length * (long ? indicatorsOf('04').length : 1))
      expect(rows[1]![at('Kỳ số liệu')]).toBeInstanceOf(Date)
      const lines = rows
        .slice(0, 2)
        .map((row) => row.map((cell) => (cell instanceof Date ? '30/09/2026' : (cell ?? ''))))
      lines[1]![at('Nguồn')] = 'Sở'
      lines[1]![at(long ? 'Giá trị' : 'Hồ sơ nộp trực tuyến')] = '44,5'
      lines[1]![at(long ? 'Số hồ sơ' : 'Số hồ sơ: Hồ sơ nộp trực tuyến')] = '200'
      const read = await uploadIndicators(planner, bytes(...lines.map((line) => line.join(';'))), 'mau.csv')
      expect(read).toMatchObject({ kind: 'preview', preview: { compared: [{ value: 44.5, of: 200 }] } })
    }
  })
})

describe('the list of indicators', () => {
  it('is added to, edited and taken from, with the way back; values stay', async () => {
    await addFirstSet(planner)
    expect(indicatorsOf('04')).toHaveLength(5)
    const [online] = indicatorsOf('04')
    const text = { ...online!, name: { vi: 'Nộp trực tuyến', en: 'Filed online' } }
    expect(await saveIndicator(planner, online!.id, text)).toEqual({ id: online!.id })
    expect(await saveIndicator(planner, online!.id, { ...text, unit: 'count' })).toEqual({
      fault: 'unitKept',
    })
    expect(await saveIndicator(planner, null, { ...text, name: { vi: 'NỘP trực tuyến', en: 'x' } })).toEqual({
      fault: 'taken',
    })
    expect(viewIndicatorForm(planner, online!.id)).toMatchObject({
      edited: { name: text.name },
      hasValues: true,
    })
    expect(viewIndicatorForm(planner, null)).toMatchObject({ edited: null, hasValues: false })
    const before = indicatorValues('04').length
    await setIndicatorRemoved(planner, online!.id, true)
    expect(indicatorsOf('04').map(({ code }) => code)).not.toContain('filed-online')
    expect(indicatorValues('04').length).toBeLessThan(before)
    expect(viewIndicators(planner, { ...nothingAsked, removed: online!.id }).removed?.name).toBe(
      'Nộp trực tuyến',
    )
    await setIndicatorRemoved(planner, online!.id, false)
    expect(indicatorValues('04')).toHaveLength(before)
    await saveIndicator(planner, online!.id, online!)
  })

  it('shows one of them by commune with the days before, and as CSV', async () => {
    await stored(`${a};30/06/2026;Sở;40;;`, `${b};30/06/2026;Sở;41;;`)
    const { id } = indicatorsOf('04')[0]!
    const view = viewIndicator(planner, id, { date: null, sort: 'value', dir: 'desc' })
    expect(view.days.map(({ date }) => date)).toEqual(['2026-09-30', '2026-06-30'])
    expect(view.rows[0]).toMatchObject({ code: b, value: { value: 61.5 }, before: [{ value: 41 }] })
    const { body, name } = indicatorCsv(planner, id, { locale: 'vi', sample: true })
    expect(name).toBe('ho-so-nop-truc-tuyen.csv')
    expect(body.charCodeAt(0)).toBe(0xfeff)
    expect(body).toContain(`${a},`)
    expect(body.split('\r\n')[1]).toContain('Dữ liệu mẫu')
  })

  it('is for the planner of the province', async () => {
    const leader = leaderOf('04', a)
    expect(await refusal(() => viewIndicators(leader, nothingAsked))).toBe('notAllowed')
    expect(await refusal(() => uploadIndicators(leader, bytes(head), 'a.csv'))).toBe('notAllowed')
    expect(await refusal(() => indicatorsTemplate(leader, false))).toBe('notAllowed')
    const { id } = indicatorsOf('04')[0]!
    const stranger = plannerOf('08')
    expect(await refusal(() => viewIndicator(stranger, id, { date: null, sort: null, dir: null }))).toBe(
      'notFound',
    )
    expect(await refusal(() => setIndicatorRemoved(stranger, id, true))).toBe('notFound')
    expect(await refusal(() => viewIndicatorForm(stranger, id))).toBe('notFound')
    const { imports } = viewIndicators(planner, nothingAsked)
    expect(await refusal(() => setImportUndone(stranger, imports[0]!.id, true))).toBe('notFound')
  })

  it('shows a leader the own commune beside the middle of the province, and no other', () => {
    const own = communeIndicators(leaderOf('04', a), '04', a)
    expect(own.find(({ indicator }) => indicator.code === 'filed-online')).toMatchObject({
      newest: { value: 57.8 + 1, date: '2026-09-30' },
      before: [{ value: 40 }],
      province: { communes: 4 },
    })
    expect(communeIndicators(leaderOf('04', b), '04', a)).toEqual([])
    expect(communeIndicators(plannerOf('04'), '04', 'none')).toEqual([])
  })
})

describe('indicators beside skills and conditions', () => {
  let campaignId = ''
  beforeAll(async () => {
    ;({ campaignId } = await closedCampaign('04', [a, b, c, d]))
  })
  const asked = { indicator: null, date: null, sort: null, dir: null }

  it('stand in one table, without what is hidden', () => {
    const { rows, chosen, beside } = indicatorsReport(planner, campaignId, {
      ...asked,
      indicator: 'filed-online',
    })
    expect(chosen).toMatchObject({ code: 'filed-online', day: { date: '2026-09-30', communes: 4 } })
    const at = (code: string) => rows.find((row) => row.code === code)!
    expect(at(a).value?.value).toBeCloseTo(58.8)
    expect(at(b).skills!.low).toBeLessThan(at(b).skills!.share)
    expect(at(b).conditions!.low).toBeLessThan(at(b).conditions!.value)
    expect(at(a)).toMatchObject({ skills: null, hidden: true })
    expect(at(c)).toMatchObject({ skills: null, hidden: true })
    expect(at(d)).toMatchObject({ skills: null, hidden: false })
    expect(beside.every(({ skills, conditions }) => skills === null && conditions === null)).toBe(true)
  })

  it('can be looked at on another day and in another order', () => {
    const { rows, chosen } = indicatorsReport(planner, campaignId, {
      indicator: 'filed-online',
      date: '2026-06-30',
      sort: 'value',
      dir: 'desc',
    })
    expect(chosen!.day).toMatchObject({ date: '2026-06-30', communes: 2 })
    expect(rows.map(({ value }) => value?.value ?? null)).toEqual([41, 40, null, null])
  })

  it('are for the planner of the province', async () => {
    expect(await refusal(() => indicatorsReport(leaderOf('04', a), campaignId, asked))).toBe('notAllowed')
    expect(await refusal(() => indicatorsReport(plannerOf('08'), campaignId, asked))).toBe('notAllowed')
  })
})
