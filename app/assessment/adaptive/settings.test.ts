import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakSeconds, longestSeconds, secondsWorked } from './settings'

const minute = 60_000

describe('the time of a quiz', () => {
  it('runs from each item to the next, the last until now', () => {
    expect(secondsWorked([0, minute, 3 * minute], 4 * minute)).toBe(240)
    expect(secondsWorked([], minute)).toBe(0)
  })

  it('does not run on through a break', () => {
    expect(secondsWorked([0, 3 * 24 * 60 * minute], 3 * 24 * 60 * minute + minute)).toBe(breakSeconds + 60)
  })

  it('is never negative nor more than so much a question, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 })), fc.integer({ min: 0, max: 1e9 }), (at, now) => {
        const seconds = secondsWorked(at, now)
        expect(seconds).toBeGreaterThanOrEqual(0)
        expect(seconds).toBeLessThanOrEqual(at.length * longestSeconds)
      }),
    )
  })
})
