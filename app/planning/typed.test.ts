import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSpans, spansText } from './spans'
import { fieldReader } from './typed-fields'
import { dongField, numberText, parseDong, parseNumber, parsePercent, percentText } from './typed-number'

test.each([
  ['1.500.000', 1_500_000],
  ['1500000 đ', 1_500_000],
  ['1 500 000đ', 1_500_000],
  ['850 triệu', 850_000_000],
  ['1,5 tỷ', 1_500_000_000],
  ['1,5 triệu đồng', 1_500_000],
  ['0', 0],
  ['-5', null],
  ['mười triệu', null],
  ['1,5', null],
  ['', null],
  ['1.50.000', null],
])('%j is %j đồng', (text, value) => expect(parseDong(text)).toBe(value))

test.each([
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['1.500', 1500],
  ['12 000,25', 12000.25],
  ['1e5', null],
  ['∞', null],
])('%j is the number %j', (text, value) => expect(parseNumber(text)).toBe(value))

test('what a field shows is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 10_000 }), (dong, share) => {
      expect(parseDong(dongField(dong))).toBe(dong)
      expect(parsePercent(percentText(share / 10_000))).toBeCloseTo(share / 10_000, 10)
      expect(parseNumber(numberText(share / 100))).toBeCloseTo(share / 100, 10)
    }),
  )
  expect([parsePercent('12,5 %'), parsePercent('101'), parsePercent('x')]).toEqual([0.125, null, null])
})

test('days and spans are read a line each, with what they are for', () => {
  const { spans, wrong } = parseSpans(
    '30/04/2027 – 2/5/2027 Nghỉ lễ\n\n01/01/2027\n5-2-2027 đến 11-2-2027: Tết',
  )
  expect(wrong).toBeNull()
  expect(spans).toEqual([
    { span: ['2027-04-30', '2027-05-02'], name: 'Nghỉ lễ' },
    { span: ['2027-01-01', '2027-01-01'], name: '' },
    { span: ['2027-02-05', '2027-02-11'], name: 'Tết' },
  ])
  expect(parseSpans(spansText(spans)).spans).toEqual(spans)
})

test.each(['30/02/2027', '05/05/2027 – 01/05/2027', 'thứ hai'])('%j is no span', (line) => {
  expect(parseSpans(`01/01/2027\n${line}`)).toMatchObject({ wrong: 2 })
})

test('a reader of fields notes the first fault of each and reads on', () => {
  const field = fieldReader({ a: 'x', b: '3', c: '1,5', d: '32/01/2027', e: '  Một   hai ' })
  expect([
    field.whole('a', 1, 5),
    field.whole('b', 1, 5),
    field.whole('c', 1, 5),
    field.text('e', 9, 'm'),
  ]).toEqual([1, 3, 1, 'Một hai'])
  field.day('d')
  field.money('missing')
  expect(field.faults.errors).toEqual({
    a: 'typed.whole',
    c: 'typed.whole',
    d: 'typed.day',
    missing: 'typed.money',
  })
})
