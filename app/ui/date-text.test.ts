import { describe, expect, test } from 'vitest'
import { dateToText, parseDateText } from './date-text'

describe('parseDateText', () => {
  test.each([
    '05/11/2025',
    '5/11/2025',
    '5-11-2025',
    '05.11.2025',
    '5 11 2025',
    ' 05112025 ',
    '5 / 11 / 2025',
  ])('reads %s', (text) => {
    expect(parseDateText(text)).toBe('2025-11-05')
  })

  test.each([
    '31/02/2025',
    '29/02/2025',
    '0/1/2025',
    '1/13/2025',
    '5/11/25',
    '2025-11-05',
    '5112025',
    'mai',
    '',
  ])('refuses %s', (text) => {
    expect(parseDateText(text)).toBeNull()
  })

  test('knows leap years', () => {
    expect(parseDateText('29/02/2024')).toBe('2024-02-29')
    expect(parseDateText('29/02/2000')).toBe('2000-02-29')
    expect(parseDateText('29/02/1900')).toBeNull()
  })
})

test('dateToText shows a day as it is written here and leaves what was typed', () => {
  expect(dateToText('2025-11-05')).toBe('05/11/2025')
  expect(dateToText('31/02/2025')).toBe('31/02/2025')
})
