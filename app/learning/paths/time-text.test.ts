import { expect, test } from 'vitest'
import { timeText } from './time-text'

test.each([
  ['vi', 45, '45 phút'],
  ['vi', 60, '1 giờ'],
  ['vi', 200, '3 giờ 20 phút'],
  ['en', 61, '1 hour 1 minute'],
  ['en', 120, '2 hours'],
] as const)('%s, %i minutes: %s', (locale, minutes, text) => {
  expect(timeText(locale, minutes)).toBe(text)
})
