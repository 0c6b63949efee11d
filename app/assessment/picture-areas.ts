/** A place on a picture in thousandths of its width and height, from the left and from the top. */
export type Point = [x: number, y: number]

/** In thousandths: left, top, right, bottom; centre and radius (of the width); or the points of a polygon. */
export type Shape = { shape: 'rectangle' | 'circle' | 'polygon'; at: readonly number[] }

/** A picture is divided into so many columns and rows: who does not point chooses a square. */
export const gridSide = 10

/** Names of the columns of the grid, from the left; rows are numbered from the top. */
export const columnLetters = [...'ABCDEFGHIJ']
export const rowNumbers = columnLetters.map((_, i) => String(i + 1))

/** The middle of a square, by column and row from 0. */
export function squareCentre(column: number, row: number): Point {
  const step = 1000 / gridSide
  return [(column + 0.5) * step, (row + 0.5) * step]
}

/** The square in which a point lies. @example squareOf([512, 40]) // 'F1' */
export function squareOf([x, y]: Point): string {
  const place = (value: number) => Math.min(gridSide - 1, Math.floor((value * gridSide) / 1000))
  return `${columnLetters[place(x)]!}${place(y) + 1}`
}

/** The middle of the square of a name, however it is typed; null where there is no such square. @example pointOfSquare('f 1') // [550, 50] */
export function pointOfSquare(name: string): Point | null {
  const found = /^([a-j])\s*(10|[1-9])$/i.exec(name.trim())
  return found ? squareCentre(columnLetters.indexOf(found[1]!.toUpperCase()), Number(found[2]) - 1) : null
}

/**
 * Whether a point lies in an area, its border included. `tall` is the picture's height as a share of its width: a radius
 * counts in widths. Polygons by the even-odd rule (HTML Standard, 4.8.14, image maps).
 */
export function liesIn({ shape, at }: Shape, [x, y]: Point, tall = 1): boolean {
  if (shape === 'rectangle') return x >= at[0]! && x <= at[2]! && y >= at[1]! && y <= at[3]!
  if (shape === 'circle') return Math.hypot(x - at[0]!, (y - at[1]!) * tall) <= at[2]!
  const corners = cornersOf(at)
  let inside = false
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + corners.length - 1) % corners.length]!
    if (onLine([ax, ay], [bx, by], [x, y])) return true
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Of areas that hold a point the first, as in an image map of a web page (HTML Standard, 4.8.14). */
export function areaAt<A extends Shape>(areas: readonly A[], point: Point, tall = 1): A | undefined {
  return areas.find((area) => liesIn(area, point, tall))
}

/** The squares whose middle lies in one of the areas, by name. */
export function squaresIn(areas: readonly Shape[], tall = 1): string[] {
  return columnLetters.flatMap((_, column) =>
    Array.from({ length: gridSide }, (__, row) => squareCentre(column, row))
      .filter((point) => areaAt(areas, point, tall))
      .map(squareOf),
  )
}

/** Whether an area has the numbers of its shape and lies within the picture. */
export function isWhole({ shape, at }: Shape): boolean {
  if (at.some((each) => !(each >= 0 && each <= 1000))) return false
  if (shape === 'rectangle') return at.length === 4 && at[0]! < at[2]! && at[1]! < at[3]!
  if (shape === 'circle') {
    if (at.length !== 3) return false
    const [x, , radius] = at as [number, number, number]
    return radius > 0 && x - radius >= 0 && x + radius <= 1000
  }
  return at.length >= 6 && at.length % 2 === 0
}

function cornersOf(at: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(at.length / 2) }, (_, i): Point => [at[2 * i]!, at[2 * i + 1]!])
}

function onLine(a: Point, b: Point, [x, y]: Point): boolean {
  const cross = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
  const within = x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0])
  return Math.abs(cross) < 1e-9 && within && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1])
}
