import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { association, fisherError, ranks, spearman } from './association'
import { besideEach } from './beside'

const z95 = 1.959963984540054
const list = (n: number) =>
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: n, maxLength: n })

test('the interval is that of the reference implementation of its author (statpsych, ci.spear)', () => {
  const y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
  const x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
  const found = association(x, y, z95)!
  expect(found.rho).toBeCloseTo(0.8699639, 7)
  expect(found.low).toBeCloseTo(0.5840951, 7)
  expect(found.high).toBeCloseTo(0.9638297, 7)
  expect(fisherError(found.rho, 15) * (1 - found.rho ** 2)).toBeCloseTo(0.08241326, 7)
})

test('the coefficient is that of a published example without ties', () => {
  const intelligence = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
  const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
  expect(spearman(intelligence, hours)).toBeCloseTo(-29 / 165, 12)
})

describe('ranks', () => {
  it('are shared by equal values', () => {
    expect(ranks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3])
  })

  it('add up to the same whatever the ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }), (values) => {
        const n = values.length
        expect(ranks(values).reduce((sum, each) => sum + each, 0)).toBeCloseTo((n * (n + 1)) / 2, 9)
      }),
    )
  })
})

describe('association', () => {
  it('stays within -1 to 1, with the coefficient inside its interval, and turns with the sign', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }).chain((n) => fc.tuple(list(n), list(n))),
        ([x, y]) => {
          const found = association(x, y)
          fc.pre(found !== null)
          expect(found.low).toBeGreaterThanOrEqual(-1)
          expect(found.high).toBeLessThanOrEqual(1)
          expect(found.low - 1e-12).toBeLessThanOrEqual(found.rho)
          expect(found.high + 1e-12).toBeGreaterThanOrEqual(found.rho)
          const turned = association(
            x,
            y.map((each) => -each),
          )!
          expect(turned.rho).toBeCloseTo(-found.rho, 9)
          expect(turned.p).toBeCloseTo(found.p, 9)
        },
      ),
    )
  })

  it('leaves zero with its 90 % interval exactly where p is below 0.1', () => {
    fc.assert(
      fc.property(fc.tuple(list(20), list(20)), ([x, y]) => {
        const found = association(x, y)
        fc.pre(found !== null && Math.abs(found.p - 0.1) > 1e-9)
        expect(found.low > 0 || found.high < 0).toBe(found.p < 0.1)
      }),
    )
  })

  it('says nothing of few communes or of a figure that does not vary, and refuses unequal lists', () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    expect(association(nine, nine)).toBeNull()
    expect(association([...nine, 10], new Array<number>(10).fill(3))).toBeNull()
    expect(association([...nine, 10], [...nine, 10])).toMatchObject({ rho: 1, high: 1 })
    expect(() => association([1, 2], [1])).toThrow(RangeError)
  })
})

describe('what is said of indicators', () => {
  const places = (of: (i: number) => number | null) =>
    Array.from({ length: 30 }, (_, i) => ({
      value: i,
      skills: of(i),
      conditions: (i * 7) % 30 < 15 ? i % 5 : 30 - (i % 7),
    }))

  it('is a link where it is clear and never one that leaves zero inside', () => {
    const [clear] = besideEach([{ code: 'a', places: places((i) => 30 - i + (i % 3)) }])
    expect(clear!.skills).toMatchObject({ said: true, n: 30 })
    expect(clear!.skills!.high).toBeLessThan(0)
    expect(clear!.conditions!.said).toBe(clear!.conditions!.low > 0 || clear!.conditions!.high < 0)
  })

  it('counts only communes that show both', () => {
    const [some] = besideEach([{ code: 'a', places: places((i) => (i < 12 ? i : null)) }])
    expect(some!.skills!.n).toBe(12)
    const [few] = besideEach([{ code: 'a', places: places((i) => (i < 5 ? i : null)) }])
    expect(few!.skills).toBeNull()
  })

  it('asks for more where many are looked at', () => {
    const doubtful = { code: 'a', places: places((i) => (i % 2 ? i / 3 : 12 - i / 4)) }
    const alone = besideEach([doubtful])[0]!.skills!
    const noise = Array.from({ length: 40 }, (_, k) => ({
      code: `n${k}`,
      places: places((i) => ((i * (k + 11) * 13) % 31) + ((i * k) % 7)),
    }))
    const among = besideEach([doubtful, ...noise])[0]!.skills!
    expect(among.rho).toBe(alone.rho)
    expect(Number(among.said)).toBeLessThanOrEqual(Number(alone.said))
  })
})
