import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compareValues, countStates, heldKey } from './compare-values'
import { bareHeading, layoutOf } from './headings'
import { chanceRange } from './indicator'
import { codeFor } from './indicator-code'
import { indicatorTyped, readIndicator } from './indicator-form'
import { readNumber } from './read-number'
import { inPercent, scaleOf } from './scale'
import { orderOf, sortValues } from './sort-values'
import { daySummaries, usualDay } from './summary'

const value = (text: string | number, unit: 'percent' | 'count' | 'other' = 'percent') => {
  const read = readNumber(text, unit)
  return 'fault' in read ? read.fault : read.value
}

test.each([
  ['57,8', 57.8],
  ['57.8', 57.8],
  ['57,8%', 57.8],
  ['57,8 %', 57.8],
  ['57.812', 57.812],
  ['0,578', 0.578],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1 234,5', 1234.5],
  ['1.234.567', 1_234_567],
  ['-3', -3],
  ['\u22123', -3],
])('%s is read as %s percent', (text, number) => {
  expect(value(text)).toBe(number)
})

test('thousands are told from decimals by what is counted', () => {
  expect(value('1.234', 'count')).toBe(1234)
  expect(value('1,234', 'count')).toBe(1234)
  expect(value('1.234', 'percent')).toBe(1.234)
  expect(value('1.234', 'other')).toBe('numberUnclear')
  expect(value('0.234', 'other')).toBe(0.234)
  expect(value(1.234, 'other')).toBe(1.234)
})

test.each(['đang chờ', '57,8,9', '1.23.4', '5 7', 'NaN', '1e5', '=A1', '–', '%'])(
  '%s is no number',
  (text) => {
    expect(value(text)).toBe('number')
  },
)

test('cells that a spreadsheet could not work out say so', () => {
  expect(readNumber({ failed: true }, 'percent')).toEqual({ fault: 'formula' })
  expect(readNumber(Number.POSITIVE_INFINITY, 'percent')).toEqual({ fault: 'number' })
  expect(readNumber({ date: '2026-09-30' }, 'percent')).toEqual({ fault: 'number' })
})

describe('shares and percentages', () => {
  const numbers = (...values: number[]) => values.map((each) => ({ value: each, percent: false }))

  it('are told apart by all numbers at once, and asked about where they leave it open', () => {
    expect(scaleOf(numbers(57.8, 0, 100))).toEqual({ read: 'percent', asked: false, low: 0, example: null })
    expect(scaleOf(numbers(0.578, 0, 1))).toEqual({ read: 'share', asked: true, low: 0, example: 0.578 })
    expect(scaleOf(numbers(0.578, 1), 'percent')).toMatchObject({ read: 'percent', asked: true })
    expect(scaleOf(numbers(57.8, 0.5, 0.7))).toMatchObject({
      read: 'percent',
      asked: false,
      low: 2,
      example: 0.5,
    })
    expect(scaleOf(numbers(0, 0))).toMatchObject({ asked: false, read: 'percent' })
    expect(scaleOf([{ value: 0.5, percent: true }])).toMatchObject({ asked: false, read: 'percent' })
  })

  it('are made percentages without noise', () => {
    expect(inPercent({ value: 0.57, percent: false }, { read: 'share' })).toBe(57)
    expect(inPercent({ value: 0.57, percent: true }, { read: 'share' })).toBe(0.57)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(inPercent({ value: tenths / 1000, percent: false }, { read: 'share' })).toBe(tenths / 10)
      }),
    )
  })
})

describe('headings', () => {
  const layout = (...row: string[]) => layoutOf(row)

  it('are understood in any order, with units in brackets', () => {
    expect(bareHeading(' Hồ sơ nộp trực tuyến (%) ')).toBe('ho so nop truc tuyen')
    const wide = layout('STT', 'Tên xã', 'Nguồn', 'Hồ sơ đúng hạn (%)', 'Số hồ sơ', 'Kỳ số liệu', 'Ghi chú')
    expect(wide?.places).toMatchObject({ name: 1, source: 2, date: 5 })
    expect(wide?.columns).toEqual([{ at: 3, heading: 'Hồ sơ đúng hạn (%)', dossiersAt: 4 }])
  })

  it('give a named column of dossiers to its indicator and take any other for an indicator', () => {
    const wide = layout(
      'Mã xã',
      'Kỳ',
      'Nguồn',
      'A',
      'B (%)',
      'Số hồ sơ của: A',
      'Tổng số hồ sơ: B',
      'Số hồ sơ tiếp nhận',
    )
    expect(wide?.columns).toEqual([
      { at: 3, heading: 'A', dossiersAt: 5 },
      { at: 4, heading: 'B (%)', dossiersAt: 6 },
      { at: 7, heading: 'Số hồ sơ tiếp nhận', dossiersAt: null },
    ])
  })

  it('of a list name the indicator in a column of its own', () => {
    const long = layout('Mã xã', 'Chỉ số', 'Giá trị', 'Đơn vị tính', 'Số hồ sơ', 'Ngày', 'Nguồn')
    expect(long?.places).toMatchObject({ indicator: 1, value: 2, unit: 3, dossiers: 4, date: 5, source: 6 })
  })

  it('are none in a line of anything else', () => {
    expect(layout('Báo cáo quý III')).toBeNull()
    expect(layout('Dân số', 'Diện tích')).toBeNull()
    expect(layout('Tên xã', 'Dân số')).toBeNull()
  })
})

test('values of a file are new, changed or the same by number, dossiers and source', () => {
  const file = { column: 0, communeCode: '01273', date: '2026-09-30', value: 57.8, of: 100, source: 'A' }
  const key = heldKey('x', '01273', '2026-09-30')
  const state = (
    held: { value: number; of: number | null; source: string } | null,
    code: string | null = 'x',
  ) => compareValues([file], () => code, new Map(held ? [[key, held]] : []))[0]!.state
  expect(state(null)).toBe('new')
  expect(state({ value: 57.8, of: 100, source: 'A' })).toBe('same')
  expect(state({ value: 57.9, of: 100, source: 'A' })).toBe('changed')
  expect(state({ value: 57.8, of: null, source: 'A' })).toBe('changed')
  expect(state({ value: 57.8, of: 100, source: 'B' })).toBe('changed')
  expect(state({ value: 57.8, of: 100, source: 'A' }, null)).toBe('new')
  expect(countStates([{ state: 'new' }, { state: 'same' }, { state: 'new' }])).toEqual({
    new: 2,
    changed: 0,
    same: 1,
  })
})

describe('chance around a percentage', () => {
  it('is the interval of Wilson, within 0 to 100 and around the value', () => {
    expect(chanceRange(75, 20)!.low).toBeCloseTo(56.8, 1)
    expect(chanceRange(75, 20)!.high).toBeCloseTo(87.3, 1)
    expect(chanceRange(75, null)).toBeNull()
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (percent, of) => {
          const { low, high } = chanceRange(percent, of)!
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(100)
          expect(low).toBeLessThanOrEqual(percent + 1e-9)
          expect(high).toBeGreaterThanOrEqual(percent - 1e-9)
        },
      ),
    )
  })
})

describe('days of an indicator', () => {
  const at = (date: string, ...values: number[]) =>
    values.map((each, i) => ({ communeCode: String(i), date, value: each }))

  it('have their middle and the middle half', () => {
    const [newest, before] = daySummaries([...at('2026-06-30', 1, 2, 3, 4, 5), ...at('2026-09-30', 10)])
    expect(newest).toEqual({ date: '2026-09-30', communes: 1, median: 10, low: 10, high: 10 })
    expect(before).toEqual({ date: '2026-06-30', communes: 5, median: 3, low: 2, high: 4 })
    expect(usualDay([newest!, before!])).toBe(before)
    expect(usualDay([newest!])).toBe(newest)
    expect(usualDay([])).toBeNull()
  })

  it('are sorted with what is missing at the end', () => {
    const rows = [
      { name: 'b', value: { value: 2 } },
      { name: 'a', value: null },
      { name: 'c', value: { value: 1 } },
    ]
    const names = (sort: string | null, dir: string | null, better: 'higher' | 'lower') =>
      sortValues(rows, orderOf({ sort, dir }, better), (x, y) => (x < y ? -1 : 1)).map(({ name }) => name)
    expect(names(null, null, 'higher')).toEqual(['c', 'b', 'a'])
    expect(names(null, null, 'lower')).toEqual(['b', 'c', 'a'])
    expect(names('name', 'desc', 'lower')).toEqual(['c', 'b', 'a'])
    expect(names('value', 'desc', 'higher')).toEqual(['b', 'c', 'a'])
    expect(names('nonsense', 'desc', 'higher')).toEqual(['c', 'b', 'a'])
  })
})

describe('an indicator as typed', () => {
  const typed = {
    nameVi: ' Tài khoản ',
    nameEn: '',
    unit: 'count',
    unitVi: 'tài khoản',
    unitEn: '',
    better: 'higher',
  }

  it('is said in both languages, and stands in its fields as it was typed', () => {
    const { value: read } = readIndicator(typed)
    expect(read).toEqual({
      name: { vi: 'Tài khoản', en: 'Tài khoản' },
      unit: 'count',
      unitText: { vi: 'tài khoản', en: 'tài khoản' },
      better: 'higher',
    })
    expect(indicatorTyped(read!)).toMatchObject({ nameVi: 'Tài khoản', nameEn: '', unitEn: '' })
  })

  it('names each field that is wrong', () => {
    expect(readIndicator({}).errors).toEqual({
      nameVi: 'form.fault.name',
      unit: 'form.fault.unit',
      better: 'form.fault.better',
    })
    expect(readIndicator({ ...typed, unitVi: '' }).errors).toEqual({ unitVi: 'form.fault.unitText' })
    expect(readIndicator({ ...typed, nameVi: 'x'.repeat(161), unitVi: 'y'.repeat(41) }).errors).toEqual({
      nameVi: 'form.fault.nameLong',
      unitVi: 'form.fault.unitLong',
    })
    const second = readIndicator({ 'nameVi-3': 'A', 'unit-3': 'percent', 'better-3': 'x' }, '-3')
    expect(second.errors).toEqual({ 'better-3': 'form.fault.better' })
  })

  it('gets a code of its own', () => {
    expect(codeFor('Tài khoản VNeID mức 2', new Set())).toBe('tai-khoan-vneid-muc-2')
    expect(codeFor('A', new Set(['a', 'a-2']))).toBe('a-3')
    expect(codeFor('!!!', new Set())).toBe('indicator')
  })
})
