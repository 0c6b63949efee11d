/**
 * The value-suppressing palette of the heat map (Correll, Moritz, Heer 2018): the less sure an estimate, the fewer
 * colours it can take, so that the eye goes only to what is both large and known.
 */
export type HeatClass = 'g0' | 'g1' | 'g2' | 'g3' | 'g4' | 'm0' | 'm1' | 'm2' | 'u0'

/** Half-widths of the 90 % interval, in percentage points, up to which an estimate is sure or fairly sure. */
export const surePoints = 9
export const fairPoints = 17

/** The palette from surest to weakest, each from small to large: the legend draws it, `heatClass` picks from it. */
export const palette: readonly [readonly HeatClass[], readonly HeatClass[], readonly HeatClass[]] = [
  ['g0', 'g1', 'g2', 'g3', 'g4'],
  ['m0', 'm1', 'm2'],
  ['u0'],
]

/**
 * The class of a cell from a share and half of its interval, both 0–1: `heatClass(0.85, 0.09)` gives `'g4'`.
 * Both are rounded to whole points first, as they are shown, so that figure and colour never disagree.
 */
export function heatClass(share: number, halfWidth: number): HeatClass {
  const points = wholePoints(halfWidth)
  const row = points <= surePoints ? palette[0] : points <= fairPoints ? palette[1] : palette[2]
  const step = Math.floor((wholePoints(share) / 100) * row.length)
  return row[Math.min(Math.max(step, 0), row.length - 1)] ?? 'u0'
}

/** A share as whole percentage points: `wholePoints(0.085)` gives 9. */
export function wholePoints(share: number): number {
  return Math.round(Number((share * 100).toFixed(6)))
}

/**
 * One row of the legend's wedge, the surest first: the corners of each class's piece in a drawing of its own,
 * wide and many where sure, narrow and one where weak. Rows drawn below one another make the wedge.
 */
export function wedgeRow(row: number, width: number, height: number): { heat: HeatClass; points: string }[] {
  const pieces = palette[row] ?? []
  const across = (part: number, edge: number) => {
    const inset = (width * 0.36 * edge) / palette.length
    return (inset + ((width - 2 * inset) * part) / pieces.length).toFixed(1)
  }
  return pieces.map((heat, i) => ({
    heat,
    points: [
      `${across(i, row)},0`,
      `${across(i + 1, row)},0`,
      `${across(i + 1, row + 1)},${height}`,
      `${across(i, row + 1)},${height}`,
    ].join(' '),
  }))
}
