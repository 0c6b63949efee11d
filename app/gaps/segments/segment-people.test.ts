import { describe, expect, it } from 'vitest'
import { normalDraw, seeded } from '~/assessment/numeric/random'
import { segmentPeople, type SegmentInput } from './segment-people'

const centres = [
  [-2, -2, -2, -2],
  [-0.5, -0.5, -2.5, -0.5],
  [1, 1, 1, 1],
]

function clear(seed: string, each = 60): SegmentInput {
  const random = seeded(seed)
  return centres.flatMap((centre) =>
    Array.from({ length: each }, () =>
      centre.map((mean) => (random() < 0.15 ? null : mean + 0.4 * normalDraw(random))),
    ),
  )
}

/** Agreement of two groupings, 0 by chance and 1 when the same: Hubert and Arabie 1985, J. Classif. 2:193. */
function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairs = (n: number) => (n * (n - 1)) / 2
  const count = (keys: string[]) => {
    const table = new Map<string, number>()
    for (const key of keys) table.set(key, (table.get(key) ?? 0) + 1)
    return [...table.values()].reduce((sum, n) => sum + pairs(n), 0)
  }
  const both = count(Array.from(a, (value, i) => `${value}:${b[i]}`))
  const [inA, inB] = [count(Array.from(a, String)), count(Array.from(b, String))]
  const expected = (inA * inB) / pairs(a.length)
  return (both - expected) / ((inA + inB) / 2 - expected)
}

describe('segments', () => {
  const people = clear('a')
  const found = segmentPeople(people, '1')

  it('finds clear groups, largest gap first, and names them in words', () => {
    expect(found.segments.map(({ n }) => n)).toEqual([60, 60, 60])
    expect(found.segments.map(({ name }) => name)).toEqual([
      { key: 'name.veryLarge', domains: [] },
      { key: 'name.largeIn', domains: [2] },
      { key: 'name.none', domains: [] },
    ])
    expect(Array.from(found.of.slice(0, 60)).every((of) => of === 0)).toBe(true)
  })

  it('is the same whatever the seed on clear data', () => {
    for (const seed of ['2', '3', '4', '5', '6'])
      expect(adjustedRand(segmentPeople(people, seed).of, found.of)).toBeGreaterThanOrEqual(0.95)
    expect(segmentPeople(people, '1')).toEqual(found)
  })

  it('says one group where there is no structure', () => {
    const random = seeded('cloud')
    const cloud = Array.from({ length: 300 }, () => Array.from({ length: 6 }, () => normalDraw(random)))
    const { segments, criterion } = segmentPeople(cloud, '1')
    expect(segments).toHaveLength(1)
    expect(segments[0]!.name.key).toBe('name.everybody')
    expect(criterion.tried.every(({ refused }) => refused !== null)).toBe(true)
  })

  it.each([
    ['nobody', []],
    ['one person', [[-1, null]]],
    ['everybody alike', Array.from({ length: 100 }, () => [0, 0])],
    ['people who need nothing', Array.from({ length: 30 }, () => [null, null])],
  ])('stays finite with %s', (_, input) => {
    const { segments, of } = segmentPeople(input, '1')
    expect(segments.length).toBeLessThanOrEqual(1)
    expect(of).toHaveLength(input.length)
    for (const segment of segments) expect(Number.isFinite(segment.meanDistance)).toBe(true)
  })

  it('leaves out who needs no domain', () => {
    const { of } = segmentPeople([...people, [null, null, null, null]], '1')
    expect(of.at(-1)).toBe(-1)
  })
})
