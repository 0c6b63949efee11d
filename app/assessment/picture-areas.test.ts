import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaAt,
  columnLetters,
  isWhole,
  liesIn,
  pointOfSquare,
  squareCentre,
  squareOf,
  squaresIn,
  type Point,
  type Shape,
} from './picture-areas'

const place = fc.integer({ min: 0, max: 1000 })
const point = fc.tuple(place, place) as fc.Arbitrary<Point>
const rectangle = fc
  .tuple(fc.integer({ min: 0, max: 899 }), fc.integer({ min: 0, max: 899 }))
  .chain(([left, top]) =>
    fc
      .tuple(fc.integer({ min: left + 101, max: 1000 }), fc.integer({ min: top + 101, max: 1000 }))
      .map(([right, bottom]): Shape => ({ shape: 'rectangle', at: [left, top, right, bottom] })),
  )

describe('liesIn', () => {
  it.each<[Shape['shape'], number[], Point, number, boolean]>([
    ['rectangle', [100, 100, 200, 300], [100, 300], 1, true],
    ['rectangle', [100, 100, 200, 300], [99, 200], 1, false],
    ['circle', [500, 500, 100], [500, 600], 1, true],
    ['circle', [500, 500, 100], [500, 601], 1, false],
    // A picture half as tall as wide: a radius of a tenth of the width is a fifth of the height.
    ['circle', [500, 500, 100], [500, 700], 0.5, true],
    ['circle', [500, 500, 100], [601, 500], 0.5, false],
    ['polygon', [0, 0, 1000, 0, 0, 1000], [300, 300], 1, true],
    ['polygon', [0, 0, 1000, 0, 0, 1000], [500, 500], 1, true],
    ['polygon', [0, 0, 1000, 0, 0, 1000], [600, 600], 1, false],
    // A notch.
    ['polygon', [0, 0, 1000, 0, 1000, 1000, 500, 200, 0, 1000], [500, 600], 1, false],
  ])('%s %j %j (%d): %s', (shape, at, where, tall, expected) => {
    expect(liesIn({ shape, at }, where, tall)).toBe(expected)
  })

  it('says of a rectangle drawn as a polygon the same', () => {
    fc.assert(
      fc.property(rectangle, point, (area, where) => {
        const [left, top, right, bottom] = area.at as [number, number, number, number]
        const polygon: Shape = { shape: 'polygon', at: [left, top, right, top, right, bottom, left, bottom] }
        expect(liesIn(polygon, where)).toBe(liesIn(area, where))
      }),
    )
  })
})

describe('the grid', () => {
  it.each<[Point, string]>([
    [[0, 0], 'A1'],
    [[1000, 1000], 'J10'],
    [[512, 40], 'F1'],
    [[99, 100], 'A2'],
  ])('%j lies in %s', (at, square) => {
    expect(squareOf(at)).toBe(square)
  })

  it('finds each square by its name again, however it is typed', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (column, row) => {
        const name = squareOf(squareCentre(column, row))
        expect(name).toBe(`${columnLetters[column]}${row + 1}`)
        expect(pointOfSquare(` ${name[0]!.toLowerCase()} ${name.slice(1)}`)).toEqual(
          squareCentre(column, row),
        )
      }),
    )
    expect(['K1', 'A0', 'A11', '5', '', 'AA1'].map(pointOfSquare)).toEqual(Array(6).fill(null))
  })

  it('holds for a whole rectangle larger than a square at least one square, and all of them lie in it', () => {
    fc.assert(
      fc.property(rectangle, (area) => {
        const squares = squaresIn([area])
        expect(squares.length).toBeGreaterThan(0)
        expect(squares.every((name) => areaAt([area], pointOfSquare(name)!) === area)).toBe(true)
      }),
    )
  })
})

it.each<[boolean, Shape['shape'], number[]]>([
  [true, 'rectangle', [0, 0, 1000, 1000]],
  [false, 'rectangle', [200, 0, 100, 1000]],
  [false, 'rectangle', [0, 0, 100]],
  [true, 'circle', [100, 100, 100]],
  [false, 'circle', [50, 100, 100]],
  [false, 'circle', [50, 100, 0]],
  [true, 'polygon', [0, 0, 10, 0, 10, 10]],
  [false, 'polygon', [0, 0, 10, 0]],
  [false, 'polygon', [0, 0, 10, 0, 10]],
  [false, 'polygon', [0, 0, 10, 0, 10, 1001]],
])('%s: %s %j is whole', (expected, shape, at) => {
  expect(isWhole({ shape, at })).toBe(expected)
})
