import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyItem, items } from '../../../tests/builders/items'
import { scoreItem, type ItemAnswer } from './score'

const anyAnswer: fc.Arbitrary<ItemAnswer> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'zz'),
  fc.subarray(['a', 'b', 'c', 'd', 's1', 's2', 's3', 's4', 'zz']),
  fc.shuffledSubarray(['s1', 's2', 's3', 's4']),
  fc.dictionary(fc.constantFrom('p1', 'p2', 'p3'), fc.constantFrom('p1', 'p2', 'p3', 'x1')),
  fc.double({ noNaN: true }),
)

describe('scoreItem', () => {
  it('stays within 0 and 1, whatever is sent', () => {
    fc.assert(
      fc.property(anyItem, fc.option(anyAnswer), (item, answer) => {
        const score = scoreItem(item, answer)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('scores "I do not know" like a wrong answer, never worse', () => {
    fc.assert(
      fc.property(anyItem, anyAnswer, (item, answer) => scoreItem(item, null) <= scoreItem(item, answer)),
    )
    expect(Object.values(items).map((make) => scoreItem(make(), null))).toEqual([0, 0, 0, 0, 0])
  })

  it.each([
    ['single', 'b', 1],
    ['single', 'a', 0],
    ['multiple', ['a', 'b'], 1],
    ['multiple', ['a'], 0.5],
    ['multiple', ['a', 'b', 'c'], 0.5],
    ['multiple', ['a', 'b', 'c', 'd'], 0],
    ['multiple', [], 0],
    ['matching', { p1: 'p1', p2: 'p2', p3: 'p3' }, 1],
    ['matching', { p1: 'p1', p2: 'p3', p3: 'p2' }, 1 / 3],
    ['matching', { p1: 'x1' }, 0],
    ['ordering', ['s1', 's2', 's3', 's4'], 1],
    ['ordering', ['s2', 's1', 's3', 's4'], 2 / 3],
    ['ordering', ['s4', 's3', 's2', 's1'], 0],
    ['ordering', ['s1'], 0],
    ['numeric', 12, 1],
    ['numeric', 12.5, 1],
    ['numeric', 13, 0],
  ] as const)('%s answered %j scores %d', (kind, answer, score) => {
    expect(scoreItem(items[kind](), answer as unknown as ItemAnswer)).toBeCloseTo(score, 10)
  })

  it('does not depend on the order in which options were ticked', () => {
    const item = items.multiple()
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd']),
        (ticked) => scoreItem(item, ticked) === scoreItem(item, [...ticked].sort()),
      ),
    )
  })

  it('never falls when one more right option is ticked', () => {
    const item = items.multiple()
    fc.assert(
      fc.property(
        fc.subarray(['a', 'c', 'd']),
        (ticked) => scoreItem(item, [...ticked, 'b']) >= scoreItem(item, ticked),
      ),
    )
  })
})
