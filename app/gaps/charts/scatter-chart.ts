import { scaleLinear } from 'd3-scale'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Place } from '../place-communes'
import {
  boxOf,
  colours,
  overlaps,
  sizes,
  text,
  type Box,
  type Mark,
  type Scene,
  type TextMark,
} from './scene'
import { shorten, textWidth } from './text-fit'

/** A commune on the two axes: what it lacks in skills and in conditions, both more to the right and upwards. */
export type PlacedPoint = { name: string; x: number; y: number; quadrant: Place['quadrant'] }

type Parts = {
  width: number
  height: number
  points: readonly PlacedPoint[]
  middle: { x: number; y: number }
}

const radius = 6.5
const longest = 190
/** Those of one kind are named first; rings are not told apart and stay without a name. */
const named: Place['quadrant'][] = ['both', 'conditions', 'skills']

/** Communes by skills and conditions around the province's middle, those that stand out by name where there is room. */
export function scatterChart(locale: Locale, { width, height, points, middle }: Parts): Scene {
  const t = getT(locale, 'gaps')
  const size = sizes.note
  const [top, bottom] = [2 * size + 14, height - 2 * size - 16]
  const x = scaleLinear(
    ends(
      points.map((point) => point.x),
      middle.x,
    ),
    [14, width - 14],
  )
  const y = scaleLinear(
    ends(
      points.map((point) => point.y),
      middle.y,
    ),
    [bottom - 12, top + 12],
  )
  const corner = (words: string, right: boolean, low: boolean, bold = false): TextMark =>
    text(right ? width - 10 : 10, low ? bottom - 8 : top + size + 4, words, {
      size,
      bold,
      fill: bold ? colours.gap : colours.muted,
      anchor: right ? 'end' : 'start',
    })
  const corners = [
    corner(t('scatter.conditions'), false, false),
    corner(t('scatter.both'), true, false, true),
    corner(t('scatter.neither'), false, true),
    corner(t('scatter.skills'), true, true),
  ]
  const dots = points.map((point) => ({ ...point, at: { x: x(point.x), y: y(point.y) } }))
  const names = placeNames(
    dots.toSorted((a, b) => rank(a.quadrant) - rank(b.quadrant)),
    corners.map(boxOf),
    { left: 2, right: width - 2, top, bottom },
  )
  return {
    width,
    height,
    marks: [
      text(0, size, t('scatter.y'), { size, fill: colours.muted }),
      arrow(textWidth(t('scatter.y'), size) + 10, size * 0.62, true),
      {
        kind: 'rect',
        x: 0.5,
        y: top,
        width: width - 1,
        height: bottom - top,
        fill: colours.sheet,
        stroke: colours.line,
      },
      dashed(x(middle.x), x(middle.x), top, bottom),
      dashed(0, width, y(middle.y), y(middle.y)),
      ...corners,
      ...dots
        .toSorted((a, b) => rank(b.quadrant) - rank(a.quadrant))
        .map(({ at, name, quadrant }): Mark => ({
          kind: 'dot',
          ...at,
          r: radius,
          ...lookOf(quadrant),
          title: `${name}: ${t(`quadrant.${quadrant}`)}`,
        })),
      ...names,
      text(width - 22, bottom + size + 6, t('scatter.x'), { size, fill: colours.muted, anchor: 'end' }),
      arrow(width - 10, bottom + size * 0.62 + 6, false),
    ],
  }
}

export function lookOf(quadrant: Place['quadrant']): { fill: string; stroke: string } {
  if (quadrant === 'both') return { fill: colours.gap, stroke: colours.sheet }
  if (quadrant === 'unclear') return { fill: colours.sheet, stroke: colours.axis }
  return { fill: colours.cham, stroke: colours.sheet }
}

function rank(quadrant: Place['quadrant']): number {
  const at = named.indexOf(quadrant)
  return at < 0 ? named.length + Number(quadrant === 'unclear') : at
}

/** Ends of an axis with the middle in the middle and every point inside. */
function ends(values: readonly number[], middle: number): [number, number] {
  const most = 1.05 * Math.max(...values.map((value) => Math.abs(value - middle)), 1e-6)
  return [middle - most, middle + most]
}

function dashed(x1: number, x2: number, y1: number, y2: number): Mark {
  return { kind: 'line', x1, x2, y1, y2, stroke: colours.axis, thick: 1, dashed: true }
}

/** Which way an axis grows: fonts may have no arrow. */
function arrow(x: number, y: number, up: boolean): Mark {
  const d = up
    ? `M${x - 4} ${y + 4}L${x} ${y - 5}L${x + 4} ${y + 4}z`
    : `M${x - 4} ${y - 4}L${x + 5} ${y}L${x - 4} ${y + 4}z`
  return { kind: 'path', d, fill: colours.muted }
}

type Dot = { name: string; quadrant: Place['quadrant']; at: { x: number; y: number } }

/** A name beside each dot that stands out: right, left, above or below it, or nowhere where it would touch something. */
function placeNames(dots: readonly Dot[], taken: readonly Box[], inside: Box): TextMark[] {
  const around = radius + 1
  const boxes = [
    ...taken,
    ...dots.map(({ at }) => ({
      left: at.x - around,
      right: at.x + around,
      top: at.y - around,
      bottom: at.y + around,
    })),
  ]
  const made: TextMark[] = []
  for (const { name, quadrant, at } of dots) {
    if (!named.includes(quadrant)) continue
    const words = shorten(name, 12.5, longest)
    const of = (dx: number, dy: number, anchor: TextMark['anchor']) =>
      text(at.x + dx, at.y + dy, words, { size: 12.5, anchor, title: words === name ? undefined : name })
    const tries = [
      of(10, 4.5, 'start'),
      of(-10, 4.5, 'end'),
      of(0, -11, 'middle'),
      of(0, 21, 'middle'),
      of(8, -8, 'start'),
      of(8, 17, 'start'),
      of(-8, -8, 'end'),
      of(-8, 17, 'end'),
    ]
    const free = tries.find((mark) => {
      const box = boxOf(mark)
      const within =
        box.left >= inside.left &&
        box.right <= inside.right &&
        box.top >= inside.top &&
        box.bottom <= inside.bottom
      return within && !boxes.some((other) => overlaps(box, other))
    })
    if (!free) continue
    made.push(free)
    boxes.push(boxOf(free))
  }
  return made
}
