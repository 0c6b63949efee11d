import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attemptScore,
  nextUnanswered,
  placeOf,
  reaches,
  shownPoints,
  wholePercent,
  type Given,
} from './attempt'

const given = (scores: Record<string, number>) =>
  new Map(Object.entries(scores).map(([id, score]): [string, Given] => [id, { value: 'a', score }]))

describe('the score of an attempt', () => {
  it('is the mean of its items, once every one is answered', () => {
    expect(attemptScore(['a', 'b', 'c'], given({ a: 1, b: 0.5, c: 0 }))).toBe(0.5)
    expect(attemptScore(['a', 'b', 'c'], given({ a: 1, b: 1 }))).toBeNull()
  })

  it('reaches the pass mark when what is shown does: it is never rounded up', () => {
    expect([0.8, 4 / 5, 0.1 + 0.7].map((score) => reaches(score, 80))).toEqual([true, true, true])
    expect(reaches(0.799, 80)).toBe(false)
    expect(wholePercent(0.799)).toBe(79)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 100 }),
        (n, k, pass) => {
          const right = Math.min(k, n)
          expect(reaches(right / n, pass)).toBe(Math.floor((right * 100) / n) >= pass)
        },
      ),
    )
  })
})

it('never shows more points than there are', () => {
  expect([3.96, 0.1 + 0.2, 4, 0].map(shownPoints)).toEqual([3.9, 0.3, 4, 0])
})

it('reads the number of a question, of which there are fewer than a hundred', () => {
  expect(['1', '30', '99', '0', '01', '100', '1e1', '1.0', '-1', 'x', undefined].map(placeOf)).toEqual([
    1,
    30,
    99,
    ...Array<null>(8).fill(null),
  ])
})

describe('the next question', () => {
  it('is the first one without an answer after the place, then from the start, then none', () => {
    const items = ['a', 'b', 'c', 'd']
    expect(nextUnanswered({ items, given: given({}) })).toBe(1)
    expect(nextUnanswered({ items, given: given({ a: 1, c: 1 }) }, 1)).toBe(2)
    expect(nextUnanswered({ items, given: given({ c: 1, d: 1 }) }, 3)).toBe(1)
    expect(nextUnanswered({ items, given: given({ a: 1, b: 1, c: 1, d: 1 }) }, 2)).toBeNull()
  })
})
