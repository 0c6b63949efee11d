import type { Of } from './write-body'

type Area = Of<'point'>['areas'][number]
type Size = { width: number; height: number }
/** A shape as HTML 4.01 and QTI say it (QTI 2.1, section 2: shape, coords), in pixels. */
export type Shape = { shape: string; coords: string }

const names = { rectangle: 'rect', circle: 'circle', polygon: 'poly' } as const

/** How many numbers each shape has. */
export const counts = {
  rectangle: (count: number) => count === 4,
  circle: (count: number) => count === 3,
  polygon: (count: number) => count >= 6 && count % 2 === 0,
}

/** An area in thousandths of a picture as a shape in its pixels. The radius of a circle is of the width, as here. */
export function shapeOf({ shape, at }: Pick<Area, 'shape' | 'at'>, { width, height }: Size): Shape {
  const scale = (value: number, i: number) =>
    Math.round((value / 1000) * (i % 2 === 0 || (shape === 'circle' && i === 2) ? width : height))
  return { shape: names[shape], coords: at.map(scale).join(',') }
}

/** A shape in pixels as an area in thousandths, to a tenth; null for a shape that is none of ours or has no sense. */
export function areaOf({ shape, coords }: Shape, { width, height }: Size): Pick<Area, 'shape' | 'at'> | null {
  const numbers = coords
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
  if (numbers.some((each) => !Number.isFinite(each)) || numbers.length > 400) return null
  const kind = (['rectangle', 'circle', 'polygon'] as const).find((each) => names[each] === shape)
  const fits = kind !== undefined && counts[kind](numbers.length)
  if (!fits || !(width > 0) || !(height > 0)) return null
  const at = numbers.map((value, i) => {
    const thousandths = (value * 1000) / (i % 2 === 0 ? width : height)
    return Math.round(Math.min(1000, Math.max(0, thousandths)) * 10) / 10
  })
  return { shape: kind, at }
}
