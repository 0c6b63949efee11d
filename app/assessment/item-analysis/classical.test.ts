import { describe, expect, test } from 'vitest'
import { cronbachAlpha } from './alpha'
import { classicalAnalysis } from './classical'
import { distractorTable } from './distractors'

// Worked by hand: totals T = 4 3 2 2 0, mean 2.2, var(T) = 2.2; var(x) = 0.3 0.3 1; R = T − x.
const attempts = [
  [1, 1, 2],
  [1, 0, 2],
  [1, 1, 0],
  [0, 1, 1],
  [0, 0, 0],
]

describe('item analysis as Moodle defines it', () => {
  const result = classicalAnalysis(attempts, [1, 1, 2])

  test('facility and standard deviation', () => {
    expect(result.items.map(({ facility }) => facility)).toEqual([60, 60, 50])
    expect(result.items[2]!.standardDeviation).toBeCloseTo(1, 12)
  })

  test('discrimination index: cov(x, R) = 0.3, 0.05, 0.25 and var(R) = 1.3, 1.8, 0.7', () => {
    const index = result.items.map(({ discriminationIndex }) => discriminationIndex)
    expect(index[0]).toBeCloseTo((100 * 0.3) / Math.sqrt(0.3 * 1.3), 10)
    expect(index[1]).toBeCloseTo((100 * 0.05) / Math.sqrt(0.3 * 1.8), 10)
    expect(index[2]).toBeCloseTo((100 * 0.25) / Math.sqrt(0.7), 10)
  })

  test('discriminative efficiency: sorted pairs give 0.55, 0.55, 0.75', () => {
    const efficiency = result.items.map((item) => item.discriminativeEfficiency)
    expect(efficiency[0]).toBeCloseTo((100 * 0.3) / 0.55, 10)
    expect(efficiency[1]).toBeCloseTo((100 * 0.05) / 0.55, 10)
    expect(efficiency[2]).toBeCloseTo((100 * 0.25) / 0.75, 10)
  })

  test('effective weight: cov(x, T) = 0.6, 0.35, 1.25', () => {
    const sum = Math.sqrt(0.6) + Math.sqrt(0.35) + Math.sqrt(1.25)
    const weights = result.items.map(({ effectiveWeight }) => effectiveWeight)
    expect(weights[0]).toBeCloseTo((100 * Math.sqrt(0.6)) / sum, 10)
    expect(weights[1]).toBeCloseTo((100 * Math.sqrt(0.35)) / sum, 10)
    expect(weights[2]).toBeCloseTo((100 * Math.sqrt(1.25)) / sum, 10)
  })

  test('the test as a whole', () => {
    expect(result).toMatchObject({ attempts: 5, maximum: 4, median: 2 })
    expect(result.mean).toBeCloseTo(2.2, 12)
    expect(result.standardDeviation).toBeCloseTo(Math.sqrt(2.2), 12)
    // m3 = −0.864, k3 = −1.8; m4 = 6.8672, k4 = 4.2.
    expect(result.skewness).toBeCloseTo(-1.8 / 2.2 ** 1.5, 10)
    expect(result.kurtosis).toBeCloseTo(4.2 / 2.2 ** 2, 10)
    expect(result.internalConsistency).toBeCloseTo(150 * (1 - 1.6 / 2.2), 10)
    expect(result.errorRatio).toBeCloseTo(100 * Math.sqrt(1.3 / 2.2), 10)
    expect(result.standardError).toBeCloseTo(Math.sqrt(1.3), 10)
  })

  test('an item that goes against the total has no effective weight', () => {
    const { items } = classicalAnalysis(
      [
        [1, 0, 0],
        [0, 1, 1],
        [0, 2, 1],
      ],
      [1, 2, 1],
    )
    expect(items[0]!.effectiveWeight).toBeNull()
    expect(items[1]!.effectiveWeight! + items[2]!.effectiveWeight!).toBeCloseTo(100, 10)
    expect(items[0]!.discriminationIndex).toBeLessThan(0)
  })

  test('the consistency may be negative, the error ratio then exceeds 100', () => {
    const { internalConsistency, errorRatio } = classicalAnalysis(
      [
        [1, 0],
        [0, 1],
        [1, 0],
        [0, 0],
      ],
      [1, 1],
    )
    expect(internalConsistency).toBeLessThan(0)
    expect(errorRatio).toBeGreaterThan(100)
  })

  test('an item is judged over the attempts that contain it', () => {
    const { items } = classicalAnalysis([...attempts, [null, 1, 2]], [1, 1, 2])
    expect(items[0]).toEqual({ ...result.items[0], effectiveWeight: items[0]!.effectiveWeight })
    expect(items[1]!.attempts).toBe(6)
  })

  test.each([
    [[]],
    [[[1, 1]]],
    [
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      [
        [0.1, 0.2],
        [0.1, 0.2],
        [0.1, 0.2],
      ],
    ],
  ])('without spread there is null, never NaN: %j', (rows: number[][]) => {
    const numbers = JSON.stringify(classicalAnalysis(rows, [1, 1]), (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
    )
    expect(numbers).not.toContain('broken')
    expect(classicalAnalysis(rows, [1, 1]).items[0]!.discriminationIndex).toBeNull()
  })
})

test('a consistency above 100, which only missing marks can bring about, leaves no error ratio', () => {
  const rows = [
    [1, null, null],
    [1, null, null],
    [null, 3, 3],
    [null, 3, 3],
  ]
  const { internalConsistency, errorRatio, standardError } = classicalAnalysis(rows, [1, 3, 3])
  expect(internalConsistency).toBeGreaterThan(100)
  expect([errorRatio, standardError]).toEqual([null, null])
  const same = [0, 1, 2].map((x) => [x, x, x])
  expect(classicalAnalysis(same, [2, 2, 2]).errorRatio).toBeCloseTo(0, 5)
})

test('sums that differ by rounding alone do not vary', () => {
  const rows = [
    [0.1, 0.2, 0.3],
    [0.3, 0.2, 0.1],
    [0.2, 0.1, 0.3],
  ]
  expect(classicalAnalysis(rows, [1, 1, 1])).toMatchObject({
    internalConsistency: null,
    errorRatio: null,
    skewness: null,
  })
  const { items } = classicalAnalysis(
    [
      [0.1, 0.3],
      [0.2, 0.3],
      [0.7, 0.3],
    ],
    [1, 1],
  )
  expect(items.map(({ discriminationIndex }) => discriminationIndex)).toEqual([null, null])
})

describe('Cronbach’s alpha', () => {
  test('equals the coefficient of internal consistency on complete rows', () => {
    expect(cronbachAlpha(attempts, 3).alpha).toBeCloseTo(1.5 * (1 - 1.6 / 2.2), 12)
  })

  test('rows with a missing answer do not count', () => {
    expect(cronbachAlpha([...attempts, [1, null, 0]], 3)).toEqual(cronbachAlpha(attempts, 3))
  })

  test('is not there for one item, one row or a constant total', () => {
    expect(cronbachAlpha([[1], [0]], 1).alpha).toBeNull()
    expect(cronbachAlpha([[1, 0]], 2).alpha).toBeNull()
    expect(
      cronbachAlpha(
        [
          [1, 0],
          [0, 1],
          [0.5, 0.5],
        ],
        2,
      ).alpha,
    ).toBeNull()
  })
})

describe('distractor table', () => {
  const rows = distractorTable(
    [
      { chosen: ['a'], rest: 9 },
      { chosen: ['a'], rest: 8 },
      { chosen: ['b'], rest: 4 },
      { chosen: [], rest: 1 },
      { chosen: ['b'], rest: 1 },
    ],
    ['a', 'b', 'c'],
  )

  test('counts every option offered, and what was left empty', () => {
    expect(rows.map(({ option, count }) => [option, count])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 0],
      [null, 1],
    ])
    expect(rows[0]!.share).toBe(0.4)
  })

  test('compares the upper and the lower 27 %, ties together', () => {
    expect(rows.map(({ upper, lower }) => [upper, lower])).toEqual([
      [1, 0],
      [0, 0.5],
      [0, 0],
      [0, 0.5],
    ])
    expect(rows[0]!.restCorrelation).toBeGreaterThan(0.9)
    expect(rows[2]!.restCorrelation).toBeNull()
  })
})
