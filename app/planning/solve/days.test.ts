import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadDays, type Meeting } from './days'

const weekOf = (drawn: Meeting[], days: number, rooms: number): Meeting[] => {
  const trainers = new Map<number, number>()
  const venues = new Map<number, number>()
  return drawn.filter((one) => {
    const taught = (trainers.get(one.trainer) ?? 0) + one.days
    const used = one.venue === null ? 0 : (venues.get(one.venue) ?? 0) + one.days
    if (taught > days || used > rooms * days || one.days > days) return false
    trainers.set(one.trainer, taught)
    if (one.venue !== null) venues.set(one.venue, used)
    return true
  })
}

describe('days of the classes of a week', () => {
  it('exist whenever no trainer and no venue has more days than fit', () => {
    const meeting = fc.record({
      trainer: fc.integer({ min: 0, max: 5 }),
      venue: fc.option(fc.integer({ min: 0, max: 3 })),
      days: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(meeting, { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (drawn, days, rooms) => {
          const meetings = weekOf(drawn, days, rooms)
          const spread = spreadDays(meetings, days, () => rooms)
          const taught = new Set<string>()
          const used = new Map<string, number>()
          meetings.forEach((one, i) => {
            expect(new Set(spread[i]).size).toBe(one.days)
            for (const day of spread[i]!) {
              expect(day).toBeGreaterThanOrEqual(0)
              expect(day).toBeLessThan(days)
              expect(taught.has(`${one.trainer} ${day}`)).toBe(false)
              taught.add(`${one.trainer} ${day}`)
              if (one.venue !== null)
                used.set(`${one.venue} ${day}`, (used.get(`${one.venue} ${day}`) ?? 0) + 1)
            }
          })
          for (const classes of used.values()) expect(classes).toBeLessThanOrEqual(rooms)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('follow each other where nothing is in the way', () => {
    expect(spreadDays([{ trainer: 0, venue: 0, days: 3 }], 5, () => 1)).toEqual([[0, 1, 2]])
  })

  it('are refused for a trainer with more days than the week', () => {
    expect(() => spreadDays([{ trainer: 0, venue: null, days: 3 }], 2, () => 1)).toThrow(RangeError)
  })
})
