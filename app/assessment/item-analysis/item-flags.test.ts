import { describe, expect, test } from 'vitest'
import type { DistractorRow } from './distractors'
import { itemFlags, type Flagged } from './item-flags'
import { sortByFigure } from './item-sort'

const option = (name: string, over: Partial<DistractorRow> = {}): DistractorRow => ({
  option: name,
  count: 10,
  share: 0.3,
  upper: 0.2,
  lower: 0.4,
  restCorrelation: 0,
  ...over,
})
const plain: Flagged = {
  people: 100,
  facility: 60,
  discriminationIndex: 40,
  residuals: { answers: 100, observed: 0.6, expected: 0.6, z: 0, infit: 1, outfit: 1 },
  distractors: [option('a', { upper: 0.8 }), option('b')],
  key: ['a'],
}
const flagged = (over: Partial<Flagged>) => itemFlags({ ...plain, ...over })
const fit = (over: Partial<Flagged['residuals']>) => ({ residuals: { ...plain.residuals, ...over } })

describe('what is remarkable about an item', () => {
  test('nothing about a plain one, and nothing is said of few people', () => {
    expect(flagged({})).toEqual([])
    expect(flagged({ people: 29, discriminationIndex: -30 })).toEqual([])
  })

  test.each<[string, Partial<Flagged>]>([
    ['negative', { discriminationIndex: -1 }],
    ['weak', { discriminationIndex: 10 }],
    ['harder', fit({ observed: 0.4, z: -4 })],
    ['easier', fit({ observed: 0.8, z: 4 })],
    ['erratic', fit({ infit: 1.4 })],
    ['allRight', { facility: 97 }],
    ['fewRight', { facility: 9 }],
    ['distractor', { distractors: [option('a', { upper: 0.3 }), option('b', { upper: 0.5 })] }],
    ['unchosen', { distractors: [option('a', { upper: 0.8 }), option('b', { share: 0.005 })] }],
  ])('%s', (name, over) => {
    expect(flagged(over)).toEqual([name])
  })

  test('a difference that is small, or may be chance, is none', () => {
    expect(flagged(fit({ observed: 0.55, z: -4 }))).toEqual([])
    expect(flagged(fit({ observed: 0.4, z: -2 }))).toEqual([])
  })

  test('“I do not know” is no distractor', () => {
    expect(
      flagged({ distractors: [option('a', { upper: 0.3 }), { ...option(''), option: null, upper: 0.7 }] }),
    ).toEqual([])
  })
})

test('rows without a figure come last in either direction', () => {
  const rows = [null, 2, 1, null, 3]
  expect(sortByFigure(rows, (row) => row, 'asc')).toEqual([1, 2, 3, null, null])
  expect(sortByFigure(rows, (row) => row, 'desc')).toEqual([3, 2, 1, null, null])
})
