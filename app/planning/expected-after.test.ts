import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemParts, testEffects } from '../../tests/builders/basis'
import { shareAfter } from './basis'
import { expectedAfter } from './expected-after'
import { makeProblem } from './make-problem'

const parts = problemParts()
const { problem } = makeProblem(parts)
const after = (seats: number[], effects = testEffects) =>
  expectedAfter(parts.basis, problem, effects, [
    { module: 0, delivery: 'class', seats: seats.map((count, group) => ({ group, seats: count })) },
  ])

test('nothing changes without classes, and the interval holds the share', () => {
  const { whole, domains, communes } = after([])
  expect(whole.after).toEqual(whole.before)
  expect(whole.before.share).toBeCloseTo(0.6, 3)
  expect(domains.map(({ domain }) => domain)).toEqual(['4', '7'])
  expect(communes.map(({ commune }) => commune)).toEqual(['01273', '01321'])
})

test('seats close the gap of who takes them and of nobody else', () => {
  const { whole, communes } = after([6, 0, 0, 0])
  const fall = 0.6 - shareAfter(0.2533471, 0.5, 1.25)
  expect(whole.before.share - whole.after.share).toBeCloseTo((12 * fall) / 28, 3)
  expect(communes[1]!.after.share).toBeCloseTo(communes[1]!.before.share, 10)
})

test('the fall is what the solver counts as gain, where all weights are 1', () => {
  const { whole } = after([3, 2, 1, 0])
  const gain = [3, 2, 1].reduce((sum, seats, group) => {
    const offer = problem.offers.find((each) => each.module === 0 && each.group === group)!
    return sum + seats * offer.gain.class!
  }, 0)
  expect((whole.before.share - whole.after.share) * 28).toBeCloseTo(gain, 3)
})

test('doubt about effects widens only the share after', () => {
  const sure = after(
    [6, 3, 4, 1],
    testEffects.map((each) => ({ ...each, error: 0 })),
  )
  const unsure = after([6, 3, 4, 1])
  expect(unsure.whole.before).toEqual(sure.whole.before)
  expect(unsure.whole.after.high - unsure.whole.after.low).toBeGreaterThan(
    sure.whole.after.high - sure.whole.after.low,
  )
})

test('shares and their intervals stay in 0–1, and more seats never leave more people below', () => {
  const counts = fc.array(fc.nat({ max: 8 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(counts, (seats) => {
      const less = after(seats)
      const more = after(seats.map((count) => count + 1))
      for (const { before, after: later } of [less.whole, ...less.domains, ...less.communes])
        for (const { share, low, high } of [before, later]) {
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(share)
          expect(high).toBeGreaterThanOrEqual(share)
          expect(high).toBeLessThanOrEqual(1)
        }
      expect(more.whole.after.share).toBeLessThanOrEqual(less.whole.after.share + 1e-12)
    }),
    { numRuns: 40 },
  )
})
