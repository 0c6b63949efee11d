import { describe, expect, test } from 'vitest'
import { drawResponse } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { normalDraw, seeded } from '../numeric/random'
import { differentialFunctioning, falseDiscovery } from './dif'
import { mantelHaenszel, mantelOrdinal } from './mantel'

const people = (right: number, wrong: number) => [
  ...Array.from({ length: right }, () => 1),
  ...Array.from({ length: wrong }, () => 0),
]

describe('Mantel–Haenszel', () => {
  // Two strata worked by hand: (a b; c d) = (30 20; 20 30) and (40 10; 30 20), n = 100 each.
  const statistic = mantelHaenszel([
    { reference: people(30, 20), focal: people(20, 30) },
    { reference: people(40, 10), focal: people(30, 20) },
  ])!

  test('odds ratio (9 + 8) / (4 + 3), delta, and the chi-square with continuity correction', () => {
    expect(statistic.oddsRatio).toBeCloseTo(17 / 7, 12)
    expect(statistic.delta).toBeCloseTo(-2.35 * Math.log(17 / 7), 12)
    // Σ(a − E) = 5 + 5; Σ Var = 50·50·50·50 / (100² · 99) + 50·50·70·30 / (100² · 99).
    const spread = (50 ** 4 + 50 * 50 * 70 * 30) / (100 ** 2 * 99)
    expect(statistic.chiSquare).toBeCloseTo(9.5 ** 2 / spread, 10)
  })

  test('standard error by Robins, Breslow and Greenland', () => {
    // P = (a + d)/n: 0.6, 0.6; R = 9, 8; S = 4, 3.
    const variance =
      (0.6 * 17) / (2 * 17 ** 2) + (0.6 * 7 + 0.4 * 17) / (2 * 17 * 7) + (0.4 * 7) / (2 * 7 ** 2)
    expect(statistic.deltaError).toBeCloseTo(2.35 * Math.sqrt(variance), 10)
  })

  test('a difference of two deltas is large when it is sure, moderate when it is not', () => {
    expect(Math.abs(statistic.delta!)).toBeGreaterThan(1.5)
    expect(statistic.class).toBe('B')
    const sure = mantelHaenszel([{ reference: people(600, 400), focal: people(370, 630) }])!
    expect(sure.class).toBe('C')
  })

  test('says nothing where no stratum holds both groups with different answers', () => {
    expect(mantelHaenszel([])).toBeNull()
    expect(mantelHaenszel([{ reference: [1, 1], focal: [1] }])).toBeNull()
    expect(mantelHaenszel([{ reference: [1, 0], focal: [] }])).toBeNull()
  })
})

test('Mantel’s test equals Mantel–Haenszel without correction where scores are 0 and 1', () => {
  const strata = [
    { reference: people(30, 20), focal: people(20, 30) },
    { reference: people(40, 10), focal: people(30, 20) },
  ]
  const spread = (50 ** 4 + 50 * 50 * 70 * 30) / (100 ** 2 * 99)
  expect(mantelOrdinal(strata)!.chiSquare).toBeCloseTo(10 ** 2 / spread, 10)
  expect(mantelOrdinal(strata)!.meanDifference).toBeCloseTo(-0.2, 12)
})

test('false discovery: Benjamini and Hochberg’s adjusted p, unknown ones left out', () => {
  const adjusted = falseDiscovery([0.01, null, 0.04, 0.03, 0.5])
  expect(adjusted[1]).toBeNull()
  expect(adjusted[0]).toBeCloseTo(0.04, 12)
  expect(adjusted[2]).toBeCloseTo((0.04 * 4) / 3, 12)
  expect(adjusted[3]).toBeCloseTo((0.04 * 4) / 3, 12)
  expect(adjusted[4]).toBeCloseTo(0.5, 12)
})

describe('items of a test', () => {
  const bank: ItemParameters[] = Array.from({ length: 20 }, (_, j) =>
    j === 19 ? { model: 'gpcm', a: 1, b: [-0.5, 0.5] } : { model: '2pl', a: 1.2, b: -1.8 + 0.2 * j },
  )
  const draw = (seed: string, missing: number) => {
    const random = seeded(seed)
    const groups = Array.from({ length: 1500 }, (_, i) => ['phường', 'xã'][i % 2]!)
    const abilities = groups.map((group) => normalDraw(random) - (group === 'xã' ? 0.5 : 0))
    const rows = groups.map((group, i) =>
      bank.map((p, j) => {
        // Items 5 and 19 are harder for one group by 0.8 and 0.6 logits.
        const by = group !== 'xã' ? 0 : j === 5 ? 0.8 : j === 19 ? 0.6 : 0
        return random() < missing ? null : drawResponse(p, abilities[i]! - by, random)
      }),
    )
    return { rows, groups, abilities: () => abilities }
  }

  test.each([0, 0.3])('those that differ are found, %d of the cells missing', (missing) => {
    const results = differentialFunctioning(draw('dif', missing), bank.length)
    expect(results.map(({ focal }) => focal)).toEqual(bank.map(() => 'xã'))
    expect(['B', 'C']).toContain(results[5]!.class)
    expect(results[5]!.statistic!.delta).toBeLessThan(-1)
    expect(['B', 'C']).toContain(results[19]!.class)
    expect(results[19]!.statistic).toMatchObject({ method: 'mantel', delta: null })
    const others = results.filter(({ item }) => item !== 5 && item !== 19)
    expect(others.filter((result) => result.class !== 'A').length).toBeLessThanOrEqual(1)
  })

  test('the items that differ leave the matching score', () => {
    const [, , , , , result] = differentialFunctioning(draw('dif', 0), bank.length)
    expect(result!.before).not.toEqual(result!.statistic)
  })

  test('three groups: each against the others; too few: not judged', () => {
    const input = draw('dif', 0)
    const groups = input.groups.map((group, i) => (i < 30 ? 'đặc khu' : group))
    const results = differentialFunctioning({ ...input, groups }, bank.length)
    expect(results).toHaveLength(3 * bank.length)
    const few = results.filter(({ focal }) => focal === 'đặc khu')
    expect(few.every((result) => result.tooFew && result.class === null)).toBe(true)
  })

  test('one group has nothing to be compared with', () => {
    const input = draw('dif', 0)
    expect(differentialFunctioning({ ...input, groups: input.groups.map(() => 'xã') }, bank.length)).toEqual(
      [],
    )
  })
})
