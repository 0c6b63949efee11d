import { assign } from './assignment'

/** A place on the earth, in degrees; a tile on a grid, counted from the top left corner. */
export type Located = { key: string; latitude: number; longitude: number }
export type Tile = { key: string; row: number; column: number }
export type TileLayout = { rows: number; columns: number; tiles: Tile[] }

/** More places than this are not laid out: no province has as many communes. */
export const mostTiles = 250
/** Cells for each place: the room that lets a province keep its shape. */
const room = 1.5

/**
 * One tile for each place on a grid of squares, near to where it lies: the sum of squared distances between places and
 * their tiles is the least that the grid allows, so that what lies north of or west of its neighbours mostly stays so.
 * Places of the same coordinates get tiles side by side. The same places always give the same layout, in whatever order
 * they come. Null without places or with more than `mostTiles`.
 */
export function tileLayout(places: readonly Located[]): TileLayout | null {
  if (places.length === 0 || places.length > mostTiles) return null
  const sorted = [...places].sort((a, b) => (a.key < b.key ? -1 : 1))
  const middle = sorted.reduce((sum, { latitude }) => sum + latitude, 0) / sorted.length
  const shrink = Math.cos((middle * Math.PI) / 180)
  const x = sorted.map(({ longitude }) => longitude * shrink)
  const y = sorted.map(({ latitude }) => -latitude)
  const [left, top] = [Math.min(...x), Math.min(...y)]
  const [width, height] = [Math.max(...x) - left, Math.max(...y) - top]
  const { columns, rows, step } = gridOf(sorted.length, width, height)
  // The places stand in the middle of the grid, whatever room it has over.
  const atX = x.map((each) => (each - left) / step + (columns - 1 - width / step) / 2)
  const atY = y.map((each) => (each - top) / step + (rows - 1 - height / step) / 2)
  const cells = assign(
    sorted.length,
    columns * rows,
    (place, cell) => (atX[place]! - (cell % columns)) ** 2 + (atY[place]! - Math.floor(cell / columns)) ** 2,
  )
  return trimmed(
    cells.map((cell, i) => ({
      key: sorted[i]!.key,
      row: Math.floor(cell / columns),
      column: cell % columns,
    })),
  )
}

/** A grid of about `room` cells a place, shaped like the ground; `step`: side of a cell in the units of the ground. */
function gridOf(places: number, width: number, height: number) {
  const wanted = Math.ceil(places * room)
  const long = Math.max(width, height)
  if (long === 0) {
    const side = Math.ceil(Math.sqrt(places))
    return { columns: side, rows: side, step: 1 }
  }
  // A strip thinner than a tile still has one row.
  const across = Math.max(width, long / wanted)
  const down = Math.max(height, long / wanted)
  const step = Math.sqrt((across * down) / wanted)
  return { columns: Math.ceil(across / step) + 1, rows: Math.ceil(down / step) + 1, step }
}

/** Without rows and columns at the edges that no place uses. */
function trimmed(tiles: Tile[]): TileLayout {
  const top = Math.min(...tiles.map(({ row }) => row))
  const left = Math.min(...tiles.map(({ column }) => column))
  const moved = tiles.map(({ key, row, column }) => ({ key, row: row - top, column: column - left }))
  return {
    rows: Math.max(...moved.map(({ row }) => row)) + 1,
    columns: Math.max(...moved.map(({ column }) => column)) + 1,
    tiles: moved,
  }
}

/** A short name in at most two lines of about `width` characters, at a word's end. */
export function tileLines(name: string, width = 11): string[] {
  if (name.length <= width) return [name]
  const words = name.split(' ')
  const cuts = words
    .slice(1)
    .map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const)
  const best = cuts.sort((a, b) => longest(a) - longest(b))[0]
  return best ? [...best] : [name]
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(({ length }) => length))
}
