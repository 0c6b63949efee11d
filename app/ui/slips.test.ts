import { expect, test } from 'vitest'
import { sheets } from './slips'

test('sheets hold eight and the last what is left', () => {
  const numbers = Array.from({ length: 17 }, (_, i) => i)
  expect(sheets(numbers).map((sheet) => sheet.length)).toEqual([8, 8, 1])
  expect(sheets([])).toEqual([])
})
