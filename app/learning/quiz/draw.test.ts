import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawItems } from './draw'

const pool = fc
  .array(fc.constantFrom('4.1', '4.2', '2.2', '5.1'), { minLength: 1, maxLength: 24 })
  .map((competencies) => competencies.map((competency, i) => ({ id: `q${i}`, competency })))
const count = fc.integer({ min: 1, max: 30 })
const seed = fc.string()
const asked = fc.dictionary(
  fc.nat(23).map((i) => `q${i}`),
  fc.integer({ min: 1, max: 5 }),
)
const timesOf = (before: Record<string, number>) => new Map(Object.entries(before))

describe('drawing the items of an attempt', () => {
  it('is the same for the same seed, without doubles, as many as wanted or all there are', () => {
    fc.assert(
      fc.property(pool, count, asked, seed, (items, wanted, before, from) => {
        const drawn = drawItems(items, wanted, timesOf(before), from)
        expect(drawItems(items, wanted, timesOf(before), from)).toEqual(drawn)
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn).toHaveLength(Math.min(wanted, items.length))
        expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn))
      }),
    )
  })

  it('covers the competencies as evenly as the pool allows', () => {
    fc.assert(
      fc.property(pool, count, asked, seed, (items, wanted, before, from) => {
        const drawn = new Set(drawItems(items, wanted, timesOf(before), from))
        const competencies = [...new Set(items.map(({ competency }) => competency))].map((competency) => {
          const own = items.filter((item) => item.competency === competency)
          const taken = own.filter(({ id }) => drawn.has(id)).length
          return { taken, left: own.length - taken }
        })
        const most = Math.max(...competencies.map(({ taken }) => taken))
        for (const { taken, left } of competencies)
          if (left > 0) expect(taken).toBeGreaterThanOrEqual(most - 1)
      }),
    )
  })

  it('takes of each competency what was asked least', () => {
    fc.assert(
      fc.property(pool, count, asked, seed, (items, wanted, before, from) => {
        const drawn = new Set(drawItems(items, wanted, timesOf(before), from))
        for (const { id, competency } of items) {
          if (!drawn.has(id)) continue
          const passedOver = items.filter((other) => other.competency === competency && !drawn.has(other.id))
          for (const other of passedOver)
            expect(before[other.id] ?? 0).toBeGreaterThanOrEqual(before[id] ?? 0)
        }
      }),
    )
  })

  it('asks everything in two attempts where half is asked each time', () => {
    const items = Array.from({ length: 8 }, (_, i) => ({ id: `q${i}`, competency: i < 4 ? '4.1' : '4.2' }))
    fc.assert(
      fc.property(seed, seed, (one, two) => {
        const first = drawItems(items, 4, new Map(), one)
        const second = drawItems(items, 4, new Map(first.map((id) => [id, 1])), two)
        expect(new Set([...first, ...second]).size).toBe(8)
      }),
    )
  })
})
