import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCluster, clusterFigure } from './cluster-sums'
import { isComparable, type Scaled } from './comparable'
import { levelShares } from './distribution'
import type { Figure, Shown } from './figures'
import { parseGapQuery } from './gap-query'
import { heatPage, type ProvinceRow } from './heat-rows'
import { overallChange, overallOf } from './overall'
import { trendDomain, trendMarks } from './trend'

const shown = (share: number, people = 10, half = 0.05): Shown => ({
  n: people,
  people,
  share,
  low: Math.max(0, share - half),
  high: Math.min(1, share + half),
  distance: 0,
  distanceSd: 0.1,
  distanceLow: -0.2,
  distanceHigh: 0.2,
  rank: null,
  higher: null,
  self: null,
})
const figure = fc.oneof(
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 5, max: 60 }))
    .map(([share, people]): Figure => shown(share, people)),
  fc.constantFrom<Figure>('hidden', 'uninformed', null),
)

describe('the sum of a cluster', () => {
  it('is the same whatever the hidden communes hold, and lies among those shown', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), (figures) => {
        const cells = figures.filter((each): each is Shown => each !== null && typeof each === 'object')
        const sum = clusterFigure(figures)
        if (cells.length < 2) {
          expect(sum).toBeNull()
          return
        }
        const alone = clusterFigure(cells)!
        expect(sum).toEqual({ ...alone, of: figures.length })
        expect(sum!.share).toBeGreaterThanOrEqual(Math.min(...cells.map(({ share }) => share)) - 1e-9)
        expect(sum!.share).toBeLessThanOrEqual(Math.max(...cells.map(({ share }) => share)) + 1e-9)
        expect(sum!.low).toBeLessThanOrEqual(sum!.share + 1e-9)
        expect(sum!.high).toBeGreaterThanOrEqual(sum!.share - 1e-9)
      }),
    )
  })

  it('weighs by people who need it and takes errors of communes as one', () => {
    const sum = clusterFigure([shown(0.2, 30), 'hidden', shown(0.8, 10)])!
    expect(sum).toMatchObject({ n: 40, shown: 2, of: 3 })
    expect(sum.share).toBeCloseTo(0.35)
    expect(sum.high - sum.low).toBeCloseTo(0.1)
  })

  it('puts rows under their cluster in its order, those of none last', () => {
    const rows = ['c', 'a', 'b', 'x'].map((code) => ({ code }))
    const clusters = [
      { id: '1', name: 'Một', communes: ['b'] },
      { id: '2', name: 'Hai', communes: ['a', 'c'] },
      { id: '3', name: 'Ba', communes: [] },
    ]
    expect(
      byCluster(rows, clusters).map((group) => [group.cluster?.id, group.rows.map(({ code }) => code)]),
    ).toEqual([
      ['1', ['b']],
      ['2', ['c', 'a']],
      [undefined, ['x']],
    ])
  })
})

describe('a page of the heat map', () => {
  const rows = Array.from({ length: 7 }, (_, i): ProvinceRow => ({
    code: `c${i}`,
    name: i === 3 ? 'Xã Hòa An' : `Xã Số ${i}`,
    asked: 10,
    submitted: i,
    cells: [i === 5 ? 'hidden' : shown(i / 10)],
  }))
  const column = {
    code: 'd:1',
    domain: '1',
    isDomain: true,
    name: { vi: '', en: '' },
    short: { vi: '', en: '' },
  }
  const clusters = [{ id: 'k', name: 'Cụm', communes: ['c6', 'c5', 'c4'] }]
  const page = (query: string, most = 3) =>
    heatPage(rows, [column], parseGapQuery(new URLSearchParams(query)), clusters, most)
  const codes = (made: ReturnType<typeof page>) => made.parts.map((part) => part.rows.map(({ code }) => code))

  it('cuts, orders and finds', () => {
    expect(codes(page('sort=d:1'))).toEqual([['c6', 'c4', 'c3']])
    expect(page('sort=d:1')).toMatchObject({ found: 7, page: 1, pages: 3 })
    expect(codes(page('sort=most&page=3'))).toEqual([['c5']])
    expect(codes(page('q=hoà'))).toEqual([['c3']])
    expect(page('q=zzz')).toMatchObject({ parts: [], found: 0, pages: 1 })
    expect(codes(page('page=99'))).toEqual([['c6']])
  })

  it('keeps the sum of a whole cluster on each page that shows a part of it', () => {
    const first = page('by=cluster&sort=d:1', 2)
    expect(codes(first)).toEqual([['c6', 'c4']])
    expect(first.parts[0]).toMatchObject({ asked: 30, sums: [{ shown: 2, of: 3 }] })
    const second = page('by=cluster&sort=d:1&page=2', 2)
    expect(codes(second)).toEqual([['c5'], ['c3']])
    expect(second.parts[0]!.sums).toEqual(first.parts[0]!.sums)
    expect(second.parts[1]).toMatchObject({ cluster: null, sums: [] })
  })
})

describe('all domains together', () => {
  it('is weighted by needs, over the domains that are shown', () => {
    expect(overallOf([shown(0.5, 30), 'hidden', shown(0.9, 10)])).toMatchObject({
      needs: 40,
      domains: 2,
      of: 3,
    })
    expect(overallOf([shown(0.5, 30), shown(0.9, 10)])!.share).toBeCloseTo(0.6)
    expect(overallOf(['hidden', null, 'uninformed'])).toBeNull()
  })

  it('tells a change over the domains of both, with one weight, and sure only off zero', () => {
    const change = overallChange([shown(0.7, 99), shown(0.1, 1)], [shown(0.5, 10), 'hidden'])!
    expect(change.share).toBeCloseTo(-0.2)
    expect(change.sure).toBe(true)
    expect(change.low).toBeCloseTo(-0.2 - Math.hypot(0.05, 0.05))
    expect(overallChange([shown(0.52)], [shown(0.5)])!.sure).toBe(false)
    expect(overallChange(['hidden'], [shown(0.5)])).toBeNull()
  })
})

describe('campaigns on one line', () => {
  const scale: Scaled = {
    provinceCode: '04',
    frameworkVersionId: 'its@1',
    standardId: 1,
    sample: false,
    positionCodes: ['a', 'b'],
  }

  it('are of one province, framework, standard, kind and set of positions', () => {
    expect(isComparable(scale, { ...scale, positionCodes: ['b', 'a'] })).toBe(true)
    for (const other of [
      { provinceCode: '08' },
      { frameworkVersionId: 'its@2' },
      { standardId: 2 },
      { sample: true },
      { positionCodes: ['a'] },
      { positionCodes: null },
    ])
      expect(isComparable(scale, { ...scale, ...other })).toBe(false)
  })

  it('stand at their moments, with a gap where a figure is not shown', () => {
    const campaigns = ['2025-01-01', '2025-07-02', '2026-01-01'].map((closedAt, i) => ({
      id: `${i}`,
      title: { vi: '', en: '' },
      closedAt,
    }))
    const measure = {
      code: 'd:1',
      domain: '1',
      isDomain: true,
      name: { vi: '', en: '' },
      short: { vi: '', en: '' },
    }
    const row = { measure, figures: [shown(0.62), 'hidden', shown(0.41)] as Figure[] }
    const marks = trendMarks({ campaigns }, row)
    expect(marks.map((mark) => mark?.at ?? null)).toEqual([0, null, 1])
    expect(trendDomain({ rows: [row] })).toEqual([0.3, 0.7])
    expect(trendDomain({ rows: [{ measure, figures: ['hidden'] }] })).toEqual([0, 1])
  })
})

describe('levels', () => {
  const thresholds = [
    { level: 1, from: -1 },
    { level: 2, from: 0 },
    { level: 3, from: 1 },
  ]

  it('are those of the normal curve, and their intervals hold them', () => {
    const levels = levelShares({ mean: 0, meanSd: 0.1, sd: 1 }, thresholds)
    expect(levels.map(({ level }) => level)).toEqual([0, 1, 2, 3])
    expect(levels.map(({ share }) => Number(share.toFixed(4)))).toEqual([0.1587, 0.3413, 0.3413, 0.1587])
    for (const { share, low, high } of levels) {
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
    }
  })

  it('come to one, and are exact where the mean is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        (mean, sd) => {
          const levels = levelShares({ mean, meanSd: 0, sd }, thresholds)
          expect(levels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
          for (const { share, low, high } of levels) {
            expect(low).toBeCloseTo(share)
            expect(high).toBeCloseTo(share)
          }
        },
      ),
    )
  })
})
