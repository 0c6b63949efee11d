import { expect, test } from 'vitest'
import { certainty } from './certainty'

test.each([
  [1, 'almostCertain'],
  [0.95, 'almostCertain'],
  [0.9499, 'probably'],
  [0.8, 'probably'],
  [0.7999, 'notSure'],
  [0, 'notSure'],
  [Number.NaN, 'notSure'],
])('%d is said as %s', (probability, words) => {
  expect(certainty(probability)).toBe(words)
})
