import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discoveries } from './fdr'
import { wilson } from './wilson'

const z95 = 1.959963984540054
const counts = fc
  .integer({ min: 1, max: 3000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('wilson', () => {
  it('agrees with the published 95 % intervals of Newcombe 1998, table I, method 3', () => {
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [below, n, low, high] of published) {
      const interval = wilson(below, n, z95)
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    }
  })

  it('stays within 0 and 1, holds the share and mirrors below and not below', () => {
    fc.assert(
      fc.property(counts, ([below, n]) => {
        const { low, high } = wilson(below, n)
        const mirror = wilson(n - below, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(below / n)
        expect(high).toBeGreaterThanOrEqual(below / n)
        expect(1 - mirror.high).toBeCloseTo(low, 12)
      }),
    )
  })

  it('rises with the number below and shrinks with the number of people', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ([below, n], times) => {
        const own = wilson(below, n)
        if (below < n) {
          const next = wilson(below + 1, n)
          expect(next.low).toBeGreaterThan(own.low)
          expect(next.high).toBeGreaterThan(own.high - 1e-15)
        }
        const more = wilson(below * times, n * times)
        expect(more.high - more.low).toBeLessThan(own.high - own.low)
      }),
    )
  })
})

describe('discoveries', () => {
  it('makes the four claims of the example of Benjamini and Hochberg 1995 at 5 %', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect(discoveries(p, 0.05).filter(Boolean)).toHaveLength(4)
  })

  it('leaves out what cannot be tested, keeps ties together and never claims above the rate', () => {
    expect(discoveries([null, null])).toEqual([false, false])
    expect(discoveries([0.001, 0.8, null, 0.03])).toEqual([true, false, false, true])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const made = discoveries(p)
        p.forEach((value, i) => {
          if (made[i]) expect(value).toBeLessThanOrEqual(0.1)
          p.forEach((other, j) => {
            if (made[i] && other <= value) expect(made[j]).toBe(true)
          })
        })
      }),
    )
  })
})
