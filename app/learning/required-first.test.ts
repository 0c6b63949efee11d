import { expect, test } from 'vitest'
import { requiredFirst } from './required-first'

const known = (requires: Record<string, string[]>) => new Map(Object.entries(requires))

test('what is required stands before, and says for what', () => {
  expect(requiredFirst(['c', 'd'], known({ a: [], b: ['a'], c: ['b'], d: ['a'] }))).toEqual([
    { module: 'a', for: 'b' },
    { module: 'b', for: 'c' },
    { module: 'c', for: null },
    { module: 'd', for: null },
  ])
})

test('what there is not is left out, and a circle comes to an end', () => {
  expect(requiredFirst(['a'], known({ a: ['gone', 'b'], b: ['a'] })).map(({ module }) => module)).toEqual([
    'b',
    'a',
  ])
})
