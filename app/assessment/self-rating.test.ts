import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedLevel, groupSelf, selfAgainstMeasured } from './self-rating'

const thresholds = [
  { level: 1, from: -1 },
  { level: 2, from: 0 },
  { level: 3, from: 1 },
]
const pair = (self: number, mean: number, sd: number) => ({ self, ability: { mean, sd }, thresholds })

describe('self-assessment beside measurement', () => {
  it('weighs levels by their probability', () => {
    // Φ(1) = 0.841345, Φ(0) = 0.5, Φ(−1) = 0.158655: together 1.5; squares 0.841345 + 3 · 0.5 + 5 · 0.158655.
    const { mean, sd } = expectedLevel(pair(0, 0, 1))
    expect(mean).toBeCloseTo(1.5, 9)
    expect(sd).toBeCloseTo(Math.sqrt(0.841344746 + 1.5 + 0.793276 - 2.25), 5)
    expect(expectedLevel(pair(0, 0, 0))).toEqual({ mean: 2, sd: 0 })
    expect(expectedLevel({ ability: { mean: 0, sd: 1 }, thresholds: [] })).toEqual({ mean: 0, sd: 0 })
  })

  it('claims only beyond a quarter of a level', () => {
    expect(selfAgainstMeasured([pair(3, -1.5, 0.2)])!.words).toBe('over')
    expect(selfAgainstMeasured([pair(0, 1.5, 0.2)])!.words).toBe('under')
    expect(selfAgainstMeasured([pair(2, 0.5, 0.1)])!.words).toBe('alike')
    expect(selfAgainstMeasured([pair(2, 0.5, 1)])!.words).toBe('unclear')
    expect(selfAgainstMeasured([])).toBeNull()
  })

  it('counts a level that no quiz can show as the highest that it can', () => {
    expect(selfAgainstMeasured([pair(4, 5, 0.1)])!.difference).toBeCloseTo(0, 9)
  })

  it('keeps the error of measurement where all answered, and adds that of who did not', () => {
    const people = [
      { self: 2, measured: 1, sd: 0.4 },
      { self: 3, measured: 1, sd: 0.4 },
    ]
    const all = groupSelf(people, 2)!
    expect(all.difference).toBe(1.5)
    expect(all.sd).toBeCloseTo(Math.sqrt((2 * 0.16) / 4), 12)
    expect(groupSelf(people, 4)!.sd).toBeCloseTo(Math.sqrt((2 * 0.16) / 4 + (0.5 * 0.5) / 2), 12)
    expect(groupSelf(people, null)!.sd).toBeGreaterThan(groupSelf(people, 4)!.sd)
    expect(groupSelf(people.slice(1), null)).toBeNull()
  })

  it('claims over or under exactly where p is below a tenth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (self, mean, sd) => {
          const { p, words } = selfAgainstMeasured([pair(self, mean, sd)])!
          expect(p < 0.1 - 1e-9).toBe((words === 'over' || words === 'under') && p < 0.1 - 1e-9)
          expect(p > 0.1 + 1e-9 && (words === 'over' || words === 'under')).toBe(false)
        },
      ),
    )
  })
})
