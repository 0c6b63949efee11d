import { scaleLinear } from 'd3-scale'
import { formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { colours, hatched, line, lines, ruled, sizes, text, type Mark, type Scene } from './scene'
import { shorten, textWidth, wrapText } from './text-fit'

/** A share 0–1 with its interval, or why it is not drawn. */
export type Drawable = { value: number; low: number; high: number } | { missing: string; vague?: boolean }

export type EstimateRow = {
  label: string
  drawn: Drawable
  /** The share and what else is said beside the marks, in columns. */
  beside: string[]
}

export type EstimateRowsParts = {
  width: number
  rows: readonly EstimateRow[]
  /** Drawn as a dashed line through all rows. */
  compare?: { name: string; value: number }
  /** Said over the axis: what the share is of. */
  axis: string
  /** Rows stand close, each on one line. */
  dense?: boolean
  /** The least height of a row that is not dense. */
  row?: number
  /** From nothing to the value as a bar, for shares that are counted. */
  bars?: boolean
}

const gap = 18
const half = 10

/** Estimates in rows: the name, a dot on its interval between 0 and 100 %, and the figures beside it. */
export function estimateRows(locale: Locale, parts: EstimateRowsParts): Scene {
  const { width, rows, compare, axis, dense = false, row: least = 40 } = parts
  const size = dense ? sizes.note : sizes.label
  const columns = Math.max(0, ...rows.map(({ beside }) => beside.length))
  const besides = Array.from({ length: columns }, (_, i) =>
    Math.max(
      0,
      ...rows
        .filter(({ drawn }) => !('missing' in drawn))
        .map(({ beside }) => textWidth(beside[i] ?? '', size, i === 0)),
    ),
  )
  // What is said of a row without a figure stands across all columns.
  const missing = Math.max(
    0,
    ...rows.map(({ beside, drawn }) => ('missing' in drawn ? textWidth(beside[0] ?? '', size) + gap : 0)),
  )
  const right = Math.max(
    besides.reduce((sum, each) => sum + each + gap, 0),
    missing,
  )
  const wanted = Math.max(...rows.map(({ label }) => textWidth(label, size)), 40)
  const left = Math.min(wanted, width * (dense ? 0.32 : 0.42), Math.max(width - right - 220, width * 0.2))
  const x = scaleLinear([0, 1], [left + gap, width - right - half])
  const labels = rows.map(({ label }) =>
    dense ? [shorten(label, size, left)] : wrapText(label, size, left, false, 2),
  )
  const rowHeight = dense
    ? 23
    : Math.max(least, 11 + Math.max(...labels.map((each) => each.length)) * size * line)
  const top = sizes.note * line * (compare ? 2 : 1) + 12
  const height = top + rows.length * rowHeight + 30
  const [first, last] = [top, top + rows.length * rowHeight]
  const marks: Mark[] = [
    text(x(0), sizes.note, shorten(axis, sizes.note, width - x(0)), {
      size: sizes.note,
      fill: colours.muted,
    }),
    ...grid(locale, x, first, last),
    ...(compare ? versus(locale, compare, x, first, last, width) : []),
  ]
  rows.forEach((row, i) => {
    const y = top + (i + 0.5) * rowHeight
    const own = labels[i]!
    const words = [row.label, ...row.beside].join(', ')
    if (i > 0 && !dense)
      marks.push({
        kind: 'line',
        x1: 0,
        x2: width,
        y1: y - rowHeight / 2,
        y2: y - rowHeight / 2,
        stroke: colours.line,
        thick: 0.5,
      })
    marks.push(
      ...lines(0, y + size * 0.35 - ((own.length - 1) * size * line) / 2, own, {
        size,
        title: own.length > 1 || own[0] !== row.label ? row.label : undefined,
      }),
      ...estimate(row.drawn, x, y, dense, parts.bars === true, words),
    )
    let from = width - right
    row.beside.forEach((each, k) => {
      from += gap
      const isMissing = 'missing' in row.drawn
      marks.push(
        text(from, y + size * 0.35, each, {
          size,
          bold: k === 0 && !isMissing,
          fill: k === 0 && !isMissing ? colours.ink : colours.muted,
        }),
      )
      from += besides[k]!
    })
  })
  return { width, height, marks }
}

function grid(locale: Locale, x: (share: number) => number, first: number, last: number): Mark[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share): Mark[] => [
    {
      kind: 'line',
      ...{ x1: x(share), x2: x(share), y1: first, y2: last },
      stroke: share === 0 ? colours.axis : colours.line,
      thick: share === 0 ? 1.5 : 1,
    },
    text(x(share), last + 20, formatPercent(locale, share), {
      size: sizes.note,
      fill: colours.muted,
      anchor: 'middle',
    }),
  ])
}

function versus(
  locale: Locale,
  { name, value }: { name: string; value: number },
  x: (share: number) => number,
  first: number,
  last: number,
  width: number,
): Mark[] {
  const words = `${name} ${formatPercent(locale, value)}`
  const reach = textWidth(words, sizes.note) / 2
  const at = Math.min(Math.max(x(value), x(0) + reach), width - reach)
  return [
    {
      kind: 'line',
      ...{ x1: x(value), x2: x(value), y1: first - 4, y2: last },
      stroke: colours.ink,
      thick: 1.5,
      dashed: true,
    },
    text(at, first - 9, words, { size: sizes.note, anchor: 'middle' }),
  ]
}

function estimate(
  drawn: Drawable,
  x: (share: number) => number,
  y: number,
  dense: boolean,
  bars: boolean,
  title: string,
): Mark[] {
  if ('missing' in drawn)
    return [
      {
        kind: 'rect',
        ...{ x: x(0), y: y - (dense ? 5 : 7), width: x(1) - x(0), height: dense ? 10 : 14 },
        ...{ fill: drawn.vague ? ruled : hatched, round: 3, title },
      },
    ]
  const bar: Mark = {
    kind: 'rect',
    ...{ x: x(0), y: y - (dense ? 6 : 10), width: x(drawn.value) - x(0), height: dense ? 12 : 20 },
    ...{ fill: colours.cham, opacity: 0.3, title },
  }
  const color = bars ? colours.cham : colours.gap
  return [
    ...(bars ? [bar] : []),
    {
      kind: 'rect',
      ...{ x: x(drawn.low), width: x(drawn.high) - x(drawn.low) },
      ...{ y: y - (dense ? 5 : 7), height: dense ? 10 : 14 },
      ...{ fill: color, opacity: 0.4, title },
    },
    { kind: 'dot', x: x(drawn.value), y, r: dense ? 4 : 5.5, fill: color, stroke: colours.sheet, title },
  ]
}
