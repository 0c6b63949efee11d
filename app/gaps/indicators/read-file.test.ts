import { describe, expect, it } from 'vitest'
import type { CommuneFinding } from '~/people/roster/commune-lookup'
import type { CarriedCell } from './carried-table'
import type { KnownIndicator } from './file-columns'
import { readFile } from './read-file'

const known = (code: string, vi: string, unit: KnownIndicator['unit'] = 'percent'): KnownIndicator => ({
  code,
  name: { vi, en: `${code} in English` },
  unit,
  unitText: unit === 'percent' ? { vi: '', en: '' } : { vi: 'tài khoản', en: 'accounts' },
  better: 'higher',
})
const indicators = [
  known('on-time', 'Đúng hạn'),
  known('online', 'Trực tuyến'),
  known('accounts', 'Tài khoản', 'count'),
]
const communes: Record<string, CommuneFinding> = {
  '01273': { found: 'one', code: '01273' },
  '01279': { found: 'one', code: '01279' },
  'Xã Gần': { found: 'none', nearest: { code: '01273', name: 'Xã Gân' } },
  'Xã Cũ': { found: 'former', successors: [{ code: '01279', name: 'Xã Mới' }] },
  'Xã Đôi': { found: 'several', candidates: [] },
}
const reference = {
  lookup: (text: string) => communes[text] ?? ({ found: 'none', nearest: null } as const),
  indicators,
  today: '2026-11-22',
}
const table = (...rows: CarriedCell[][]) => ({ sheet: 'A', line: 1, rows, others: [] })
const head = ['Mã xã', 'Kỳ số liệu', 'Nguồn', 'Đúng hạn (%)', 'Số hồ sơ']
const wide = (...rows: CarriedCell[][]) => readFile(table(head, ...rows), reference, {})
const faults = (...rows: CarriedCell[][]) =>
  wide(...rows).faults.map(({ at, key }) => `${at} ${key.slice(6)}`)

const day = '30/09/2026'

describe('values of a file with a column an indicator', () => {
  it('are read with their dossiers; lines and cells without a value are passed over', () => {
    const { values, faults: none } = wide(
      ['01273', day, 'Sở', 57.8, '1.204'],
      ['01279', day, 'Sở', '61,5%', null],
      ['99999', null, null, null, 12],
    )
    expect(none).toEqual([])
    expect(values).toEqual([
      { column: 0, communeCode: '01273', date: '2026-09-30', value: 57.8, of: 1204, source: 'Sở' },
      { column: 0, communeCode: '01279', date: '2026-09-30', value: 61.5, of: null, source: 'Sở' },
    ])
  })

  it('are all refused where one is wrong, each fault with its cell', () => {
    expect(
      faults(
        ['99999', day, 'Sở', 50, null],
        ['Xã Gần', day, 'Sở', 50, null],
        ['Xã Cũ', day, 'Sở', 50, null],
        ['Xã Đôi', day, 'Sở', 50, null],
        [null, day, 'Sở', 50, null],
        ['01273', '30/09/26', 'Sở', 50, null],
        ['01279', day, ' ', 50, null],
      ),
    ).toEqual([
      'A2 communeUnknown',
      'A3 communeNear',
      'A4 communeFormer',
      'A5 communeSeveral',
      'A6 communeMissing',
      'B7 dateYear',
      'C8 source',
    ])
    const rows: CarriedCell[][] = [
      ['01273', day, 'Sở', 'chưa có', null],
      ['01273', '30/06/2026', 'Sở', 104.2, null],
      ['01279', '30/06/2026', 'Sở', -1, null],
      ['01279', day, 'Sở', { failed: true }, null],
      ['01279', '31/03/2026', 'Sở', 50, 'nhiều'],
      ['01273', '31/03/2026', 'Sở', 50, 0],
    ]
    expect(faults(...rows)).toEqual([
      'D2 number',
      'D3 percentOver',
      'D4 negative',
      'D5 formula',
      'E6 dossiers',
      'E7 noDossiers',
    ])
    expect(wide(...rows).values).toEqual([])
  })

  it('stand once for a commune and a day', () => {
    const twice = wide(['01273', day, 'Sở', 50, null], ['01273', 'Quý III/2026', 'Sở', 51, null])
    expect(twice.faults).toEqual([{ at: 'A3', key: 'fault.twice', values: { line: '2' } }])
    expect(faults(['01273', day, 'Sở', 50, null], ['01273', '30/06/2026', 'Sở', 51, null])).toEqual([])
  })

  it('are shares where all are between 0 and 1, unless the reader says otherwise', () => {
    const rows = table(head, ['01273', day, 'Sở', 0.578, null], ['01279', day, 'Sở', 1, null])
    const read = readFile(rows, reference, {})
    expect(read.values.map(({ value }) => value)).toEqual([57.8, 100])
    expect(read.columns[0]!.scale).toMatchObject({ read: 'share', asked: true })
    expect(readFile(rows, reference, { 'scale-0': 'percent' }).values.map(({ value }) => value)).toEqual([
      0.578, 1,
    ])
  })

  it('tell of a month before the day', () => {
    expect(wide(['01273', '09/30/2026', 'Sở', 50, null])).toMatchObject({ monthFirst: true, faults: [] })
    expect(wide(['01273', day, 'Sở', 50, null]).monthFirst).toBe(false)
  })

  it('need columns of the period and the source, and some value', () => {
    const read = (...rows: CarriedCell[][]) =>
      readFile(table(...rows), reference, {}).faults.map(({ key }) => key.slice(6))
    expect(read(['Mã xã', 'Nguồn', 'Đúng hạn'], ['01273', 'Sở', 50])).toEqual(['noDate'])
    expect(read(['Mã xã', 'Ngày', 'Đúng hạn'], ['01273', day, 50])).toEqual(['noSource'])
    expect(read(['Mã xã', 'Ngày', 'Nguồn'], ['01273', day, 'Sở'])).toEqual(['noValues'])
    expect(read(head, ['01273', day, 'Sở', null, null])).toEqual(['nothing'])
    expect(read(['Dân số'])).toEqual(['noColumns'])
  })

  it('under two headings of one indicator are refused', () => {
    const rows = table([...head.slice(0, 4), 'on-time'], ['01273', day, 'Sở', 50, 51])
    expect(readFile(rows, reference, {}).faults[0]).toMatchObject({ at: 'E1', key: 'fault.columnTwice' })
  })
})

describe('a name that no indicator has', () => {
  const rows = table(
    [...head.slice(0, 3), 'Hộ có Internet', 'Trực tuyến', 'Nhận xét'],
    ['01273', day, 'Sở', 60, 40, 'tốt'],
  )

  it('is asked about and left out until then', () => {
    const { columns, values, faults: none } = readFile(rows, reference, {})
    expect(none).toEqual([])
    expect(columns.map(({ asked, numeric }) => [asked, numeric])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ])
    expect(values.map(({ column }) => column)).toEqual([1])
  })

  it('is taken as a new indicator or as one there is', () => {
    const asNew = { 'as-0': 'new', 'nameVi-0': 'Hộ có Internet', 'unit-0': 'percent', 'better-0': 'higher' }
    const added = readFile(rows, reference, asNew)
    expect(added.columns[0]!.text?.name.vi).toBe('Hộ có Internet')
    expect(added.values).toHaveLength(2)
    const other = readFile(rows, reference, { 'as-0': 'on-time' })
    expect(other.columns[0]).toMatchObject({ code: 'on-time', text: null })
    expect(other.values).toHaveLength(2)
  })

  it('is refused with a name that is taken, twice for one indicator, and with text for numbers', () => {
    const taken = { 'as-0': 'new', 'nameVi-0': 'đúng hạn', 'unit-0': 'percent', 'better-0': 'higher' }
    expect(readFile(rows, reference, taken).errors).toEqual({ 'nameVi-0': 'form.fault.taken' })
    expect(readFile(rows, reference, { 'as-0': 'new' }).errors).toHaveProperty('nameVi-0')
    expect(readFile(rows, reference, { 'as-0': 'online' }).faults[0]?.key).toBe('fault.columnTwice')
    expect(readFile(rows, reference, { 'as-2': 'on-time' }).faults[0]).toMatchObject({
      at: 'F2',
      key: 'fault.number',
    })
  })
})

describe('values of a file with a line an indicator', () => {
  const long = (...lines: CarriedCell[][]) =>
    readFile(
      table(['Mã xã', 'Chỉ số', 'Giá trị', 'Đơn vị tính', 'Số hồ sơ', 'Ngày', 'Nguồn'], ...lines),
      reference,
      {},
    )

  it('are read by the name in their line', () => {
    const {
      values,
      columns,
      faults: none,
    } = long(
      ['01273', 'Đúng hạn', '98,2', '%', 500, day, 'Sở'],
      ['01273', 'Tài khoản', '1.204', 'tài khoản', null, day, 'Sở'],
      ['01279', 'đúng hạn (%)', 97, 'phần trăm', null, day, 'Sở'],
    )
    expect(none).toEqual([])
    expect(columns.map(({ code }) => code)).toEqual(['on-time', 'accounts'])
    expect(values.map(({ column, value, of }) => [column, value, of])).toEqual([
      [0, 98.2, 500],
      [0, 97, null],
      [1, 1204, null],
    ])
  })

  it('are refused with another unit, a part of a thing that is counted, no name, or twice', () => {
    const { faults: found } = long(
      ['01273', 'Đúng hạn', 98, 'hồ sơ', null, day, 'Sở'],
      ['01273', 'Tài khoản', 12.5, null, null, day, 'Sở'],
      ['01279', 'Tài khoản', '12%', null, null, day, 'Sở'],
      ['01279', null, 5, null, null, day, 'Sở'],
      ['01279', 'Đúng hạn', 5, null, null, day, 'Sở'],
      ['01279', 'Đúng hạn', 5, null, null, day, 'Sở'],
    )
    expect(found.map(({ at, key }) => `${at} ${key.slice(6)}`)).toEqual([
      'D2 unit',
      'C3 whole',
      'C4 notPercent',
      'B5 indicatorMissing',
      'A7 twice',
    ])
  })
})
