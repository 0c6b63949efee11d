import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from './assignment'
import { mostTiles, tileLayout, tileLines, type Located } from './tile-layout'

const place = fc.record({
  latitude: fc.double({ min: 8, max: 24, noNaN: true }),
  longitude: fc.double({ min: 102, max: 118, noNaN: true }),
})
const places = fc
  .array(place, { minLength: 1, maxLength: 40 })
  .map((all): Located[] => all.map((each, i) => ({ ...each, key: `p${i}` })))

test('assign() finds the least sum of costs', () => {
  const least = (rows: number, columns: number, cost: (r: number, c: number) => number): number => {
    const go = (row: number, free: number[]): number =>
      row === rows
        ? 0
        : Math.min(
            ...free.map(
              (c) =>
                cost(row, c) +
                go(
                  row + 1,
                  free.filter((other) => other !== c),
                ),
            ),
          )
    return go(
      0,
      Array.from({ length: columns }, (_, c) => c),
    )
  }
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.integer({ min: rows, max: 6 }),
            fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 36, maxLength: 36 }),
          ),
        ),
      ([rows, columns, costs]) => {
        const cost = (r: number, c: number) => costs[6 * r + c]!
        const found = assign(rows, columns, cost)
        expect(new Set(found).size).toBe(rows)
        expect(found.reduce((sum, c, r) => sum + cost(r, c), 0)).toBe(least(rows, columns, cost))
      },
    ),
    { numRuns: 60 },
  )
  expect(() => assign(2, 1, () => 0)).toThrow(RangeError)
})

test('every place has a tile of its own inside the grid, whatever the order it comes in', () => {
  fc.assert(
    fc.property(places, (all) => {
      const layout = tileLayout(all)!
      expect(new Set(layout.tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(all.length)
      for (const { row, column } of layout.tiles) {
        expect(row).toBeGreaterThanOrEqual(0)
        expect(row).toBeLessThan(layout.rows)
        expect(column).toBeGreaterThanOrEqual(0)
        expect(column).toBeLessThan(layout.columns)
      }
      expect(layout.tiles.some(({ row }) => row === 0)).toBe(true)
      expect(layout.tiles.some(({ column }) => column === 0)).toBe(true)
      expect(tileLayout(all.toReversed())).toEqual(layout)
    }),
    { numRuns: 40 },
  )
})

test('a grid of places keeps its order: north stays above, west stays left', () => {
  const all = Array.from({ length: 36 }, (_, i): Located => {
    const [row, column] = [Math.floor(i / 6), i % 6]
    return { key: `p${i}`, latitude: 23 - row * 0.1, longitude: 105 + column * 0.11 }
  })
  const { tiles } = tileLayout(all)!
  const at = new Map(tiles.map((tile) => [tile.key, tile]))
  for (let i = 0; i < 36; i++) {
    const [here, right, below] = [at.get(`p${i}`)!, at.get(`p${i + 1}`), at.get(`p${i + 6}`)]
    if (i % 6 < 5) expect(right!.column).toBeGreaterThan(here.column)
    if (i < 30) expect(below!.row).toBeGreaterThan(here.row)
  }
})

test('places on one spot or one line, none, and too many', () => {
  const same = Array.from({ length: 7 }, (_, i): Located => ({ key: `p${i}`, latitude: 22, longitude: 106 }))
  expect(tileLayout(same)!.tiles).toHaveLength(7)
  const line = same.map((each, i) => ({ ...each, longitude: 105 + i }))
  const { tiles } = tileLayout(line)!
  expect(tiles.toSorted((a, b) => a.column - b.column).map(({ key }) => key)).toEqual(
    line.map(({ key }) => key),
  )
  expect(tileLayout([])).toBeNull()
  expect(
    tileLayout(Array.from({ length: mostTiles + 1 }, (_, i) => ({ ...same[0]!, key: `${i}` }))),
  ).toBeNull()
})

test('a name takes two lines at a word where one is too short for it', () => {
  expect(tileLines('Bảo Lạc')).toEqual(['Bảo Lạc'])
  expect(tileLines('Nguyễn Bỉnh Khiêm')).toEqual(['Nguyễn', 'Bỉnh Khiêm'])
  expect(tileLines('Krôngpawlong')).toEqual(['Krôngpawlong'])
})
