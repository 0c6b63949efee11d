import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fifths, optionCurves } from './distractors'

const people = fc.array(
  fc.record({ chosen: fc.subarray(['a', 'b', 'c'], { maxLength: 1 }), rest: fc.float({ noNaN: true }) }),
  { maxLength: 60 },
)

test('fifths hold everybody once, in order, and differ by one at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (rows) => {
      const groups = fifths(rows)
      expect(groups.flat()).toEqual(rows)
      const sizes = groups.map((group) => group.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
  )
})

test('of a single choice the shares of a fifth add up to one', () => {
  fc.assert(
    fc.property(people, (attempts) => {
      const curves = optionCurves(attempts, ['a', 'b', 'c'])
      for (let i = 0; i < 5; i++) {
        const shares = curves.map(({ shares }) => shares[i]!)
        if (shares[0] === null) expect(shares.every((share) => share === null)).toBe(true)
        else expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
      }
    }),
  )
})

test('a key that only the strong choose rises from the first fifth to the last', () => {
  const attempts = Array.from({ length: 10 }, (_, rest) => ({ chosen: [rest < 5 ? 'a' : 'b'], rest }))
  expect(optionCurves(attempts, ['a', 'b'])).toEqual([
    { option: 'a', shares: [1, 1, 0.5, 0, 0] },
    { option: 'b', shares: [0, 0, 0.5, 1, 1] },
  ])
})
