import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CarriedCell } from './carried-table'
import { quarterEndBefore } from './quarter-end'
import { dateReader } from './read-date'

const today = '2026-11-22'
const read = (cell: CarriedCell, column: CarriedCell[] = [cell]) => {
  const found = dateReader(column, today)(cell)
  return found.fault ?? found.date
}

test.each([
  ['30/09/2026', '2026-09-30'],
  ['30-9-2026', '2026-09-30'],
  ['30.09.2026', '2026-09-30'],
  ['2026-09-30', '2026-09-30'],
  ['2026-09-30T00:00:00', '2026-09-30'],
  ['2026/9/30', '2026-09-30'],
  ['Quý III/2026', '2026-09-30'],
  ['Quý 3 năm 2026', '2026-09-30'],
  ['Q3/2026', '2026-09-30'],
  ['Quý I - 2026', '2026-03-31'],
  ['tháng 9/2026', '2026-09-30'],
  ['Tháng 02 năm 2024', '2024-02-29'],
  ['T9/2026', '2026-09-30'],
  ['9/2026', '2026-09-30'],
  ['2026-09', '2026-09-30'],
  ['6 tháng đầu năm 2026', '2026-06-30'],
  ['9 tháng năm 2026', '2026-09-30'],
  ['Sáu tháng cuối năm 2025', '2025-12-31'],
  ['năm 2025', '2025-12-31'],
  ['2025', '2025-12-31'],
  ['ngày 30 tháng 9 năm 2026', '2026-09-30'],
  ['tính đến hết ngày 30/09/2026', '2026-09-30'],
  ['Đến 30/9/2026', '2026-09-30'],
  ['05/09/2026', '2026-09-05'],
])('%s is read as %s', (text, date) => {
  expect(read(text)).toBe(date)
})

test.each([
  [null, 'dateMissing'],
  ['', 'dateMissing'],
  ['31/09/2026', 'dateNone'],
  ['29/02/2026', 'dateNone'],
  ['2026-30-09', 'dateNone'],
  ['13/13/2026', 'dateNone'],
  ['tháng 13/2026', 'dateNone'],
  ['30/09/26', 'dateYear'],
  [46_295, 'dateSerial'],
  ['46295', 'dateSerial'],
  ['Quý IV/2026', 'dateFuture'],
  ['23/11/2026', 'dateFuture'],
  ['30/09/1926', 'dateOld'],
  ['hôm qua', 'dateShape'],
  ['Quý V/2026', 'dateShape'],
  [true, 'dateShape'],
])('%s is refused: %s', (cell, fault) => {
  expect(read(cell)).toBe(fault)
})

test('numbers and dates of a spreadsheet', () => {
  expect(read(2025)).toBe('2025-12-31')
  expect(read({ date: '2026-09-30' })).toBe('2026-09-30')
  expect(read({ date: '2026-12-01' })).toBe('dateFuture')
})

describe('a day in another order', () => {
  it('is taken where no other reading is left, and says so', () => {
    expect(dateReader(['09/30/2026', '06/30/2026'], today)('09/30/2026')).toEqual({
      date: '2026-09-30',
      monthFirst: true,
    })
  })

  it('makes other days of its column unclear', () => {
    expect(read('03/04/2026', ['09/30/2026', '03/04/2026'])).toBe('dateAmbiguous')
    expect(read('04/04/2026', ['09/30/2026', '04/04/2026'])).toBe('2026-04-04')
  })

  it('is refused beside days in the usual order', () => {
    const column = ['09/30/2026', '30/06/2026', '05/06/2026']
    expect(read('09/30/2026', column)).toBe('dateOrder')
    expect(read('30/06/2026', column)).toBe('2026-06-30')
    expect(read('05/06/2026', column)).toBe('2026-06-05')
  })

  it('is suspected where a spreadsheet turned some days around and left others as text', () => {
    const column = [{ date: '2026-05-09' }, '30/09/2026']
    expect(read({ date: '2026-05-09' }, column)).toBe('dateMixed')
    expect(read({ date: '2026-09-30' }, column)).toBe('2026-09-30')
  })
})

test('every day that there is comes back as it was written, day first', () => {
  const days = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2026-11-22T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10)
      const text = day.split('-').reverse().join('/')
      expect(read(text, [text, '30/09/2025'])).toBe(day)
    }),
  )
})

test('what is read is never later than today and never a day that does not exist', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.nat(40), fc.nat(40), fc.nat(3000), (noise, a, b, c) => {
      for (const text of [noise, `${a}/${b}/${c}`, `${c}-${a}-${b}`, `tháng ${a}/${c}`]) {
        const found = dateReader([text], today)(text)
        if (found.date === undefined) continue
        expect(found.date <= today).toBe(true)
        expect(new Date(`${found.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.date)
      }
    }),
  )
})

test.each([
  ['2026-11-22', '2026-09-30'],
  ['2026-01-01', '2025-12-31'],
  ['2026-03-31', '2025-12-31'],
  ['2026-04-01', '2026-03-31'],
  ['2026-12-31', '2026-09-30'],
])('the last quarter over on %s ended on %s', (day, end) => {
  expect(quarterEndBefore(day)).toBe(end)
})
