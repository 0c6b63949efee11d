import { expect, test } from 'vitest'
import { classes } from './classes'
import { describedBy } from './field-parts'

test('describedBy names only what is there', () => {
  expect(describedBy('ten', 'hint', undefined)).toBe('ten-hint')
  expect(describedBy('ten', 'hint', 'error')).toBe('ten-hint ten-error')
  expect(describedBy('ten', undefined, '')).toBeUndefined()
})

test('classes joins what applies', () => {
  expect(classes('btn', false, 'quiet', undefined)).toBe('btn quiet')
  expect(classes(false)).toBeUndefined()
})
