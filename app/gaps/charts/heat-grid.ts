import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { fairPoints, heatClass, palette, surePoints, wedgeRow, wholePoints, type HeatClass } from '~/ui/heat'
import { isShown, type Figure } from '../figures'
import { missingWords, shareText } from '../share-text'
import { colours, hatched, line, lines, moved, ruled, sizes, text, type Mark, type Scene } from './scene'
import { shorten, textWidth, wrapText } from './text-fit'

export type HeatLine = {
  label: string
  cells: readonly Figure[]
  /** In the last column, without colour. */
  end?: string
  /** The whole, or a heading over what follows where it has no cells. */
  bold?: boolean
}

/** The steps of the gap scale, surest to weakest, as the style sheet has them. */
export const heatFills: Record<HeatClass, string> = {
  g0: '#f4f1ea',
  g1: '#fde3bd',
  g2: '#f9bd7c',
  g3: '#f0965a',
  g4: '#b8431f',
  m0: '#f3f1ec',
  m1: '#f2e0cb',
  m2: '#dcae90',
  u0: '#e9e6df',
}

/** Fill, words and colour of a figure in a cell or on a tile: nothing of what is hidden. */
export function cellLook(
  locale: Locale,
  figure: Figure,
): { fill: string; ink: string; share: string; half: string } {
  if (!isShown(figure)) {
    const fill = figure === 'hidden' ? hatched : figure === 'uninformed' ? ruled : colours.sheet
    const share = figure === 'hidden' ? '' : figure === 'uninformed' ? '?' : '–'
    return { fill, ink: colours.muted, share, half: '' }
  }
  const width = (figure.high - figure.low) / 2
  const heat = heatClass(figure.share, width)
  return {
    fill: heatFills[heat],
    ink: heat === 'g4' ? colours.sheet : heat === 'u0' ? '#444b58' : colours.ink,
    share: formatNumber(locale, wholePoints(figure.share)),
    half: `±${formatNumber(locale, wholePoints(width))}`,
  }
}

type Parts = {
  width: number
  columns: readonly string[]
  rows: readonly HeatLine[]
  /** Over the last column. */
  end?: string
  /** Height of a row. */
  row?: number
}

const gap = 2

/** A table of shares whose colour says both size and certainty, as the heat map of a page does. */
export function heatGrid(locale: Locale, { width, columns, rows, end, row = 25 }: Parts): Scene {
  const size = sizes.note
  const last =
    end === undefined
      ? 0
      : Math.max(textWidth(end, size), ...rows.map((each) => textWidth(each.end ?? '', size))) + 14
  const wanted = Math.max(...rows.map(({ label, bold }) => textWidth(label, size, bold))) + 12
  // Names leave room for the longest word over the columns, as far as they can.
  const word =
    Math.max(...columns.flatMap((each) => each.split(' ')).map((each) => textWidth(each, size))) + 8
  const left = Math.min(wanted, width * 0.36, Math.max(width * 0.26, width - last - word * columns.length))
  const step = (width - left - last) / columns.length
  const heads = columns.map((each) => wrapText(each, size, step - 6, false, 4))
  const top = Math.max(...heads.map((each) => each.length)) * size * line + 8
  const marks: Mark[] = heads.flatMap((head, i) =>
    lines(left + (i + 0.5) * step, top - 8 - (head.length - 1) * size * line, head, {
      size,
      fill: colours.muted,
      anchor: 'middle',
      title: head.length > 1 || head[0] !== columns[i] ? columns[i] : undefined,
    }),
  )
  if (end !== undefined) marks.push(text(width, top - 8, end, { size, fill: colours.muted, anchor: 'end' }))
  rows.forEach((each, i) => {
    const y = top + i * row
    const base = y + row / 2 + size * 0.35
    const label = shorten(each.label, size, each.cells.length > 0 ? left - 12 : width, each.bold)
    marks.push(
      text(0, base, label, { size, bold: each.bold, title: label === each.label ? undefined : each.label }),
    )
    each.cells.forEach((figure, k) => {
      marks.push(
        ...cell(
          locale,
          figure,
          { x: left + k * step, y, width: step, height: row },
          `${each.label}, ${columns[k]!}`,
        ),
      )
    })
    if (each.end !== undefined)
      marks.push(text(width, base, each.end, { size, fill: colours.muted, anchor: 'end' }))
  })
  return { width, height: top + rows.length * row, marks }
}

type Place = { x: number; y: number; width: number; height: number }

function cell(locale: Locale, figure: Figure, { x, y, width, height }: Place, name: string): Mark[] {
  const look = cellLook(locale, figure)
  const said = isShown(figure) ? shareText(locale, figure) : getT(locale, 'gaps')(missingWords(figure))
  const base = y + height / 2 + sizes.cell * 0.36
  const [whole, half] = [textWidth(look.share, sizes.cell), textWidth(look.half, 12)]
  const start = x + width / 2 - (whole + half + 3) / 2
  return [
    {
      kind: 'rect',
      ...{ x: x + gap / 2, y: y + gap / 2, width: width - gap, height: height - gap },
      ...{ fill: look.fill, round: 3, title: `${name}: ${said}` },
    },
    ...(look.half === ''
      ? look.share === ''
        ? []
        : [text(x + width / 2, base, look.share, { size: sizes.cell, fill: look.ink, anchor: 'middle' })]
      : [
          text(start, base, look.share, { size: sizes.cell, fill: look.ink }),
          text(start + whole + 3, base, look.half, { size: 12, fill: look.ink }),
        ]),
  ]
}

const [wedge, band] = [170, 26]

/** How to read the colours, drawn as the wedge of the palette with its words beside it. */
export function heatKey(locale: Locale, width: number): Scene {
  const t = getT(locale, 'ui')
  const gaps = getT(locale, 'gaps')
  const size = sizes.note
  const words = [
    t('heat.sure', { points: surePoints }),
    t('heat.fair', { points: fairPoints }),
    t('heat.weak'),
  ]
  const marks: Mark[] = [
    text(0, size, t('heat.from'), { size, fill: colours.muted }),
    text(wedge, size, t('heat.to'), { size, fill: colours.muted, anchor: 'end' }),
  ]
  palette.forEach((_, row) => {
    const y = size + 8 + row * band
    for (const { heat, points } of wedgeRow(row, wedge, band))
      marks.push({
        kind: 'path',
        d: `M${points
          .split(' ')
          .map((point) => {
            const [px, py] = point.split(',').map(Number)
            return `${px!} ${py! + y}`
          })
          .join('L')}z`,
        fill: heatFills[heat],
        stroke: colours.sheet,
      })
    marks.push(text(wedge + 14, y + band / 2 + size * 0.35, words[row]!, { size }))
  })
  const from = wedge + 14 + Math.max(...words.map((each) => textWidth(each, size))) + 40
  const side = swatches(
    [
      [hatched, gaps('hidden.why')],
      [ruled, gaps('uninformed.legend')],
    ],
    width - from,
  )
  const height = Math.max(size + 8 + palette.length * band, side.height)
  return { width, height, marks: [...marks, ...moved(side.marks, from, 0)] }
}

function swatches(of: readonly (readonly [string, string])[], width: number): Scene {
  const size = sizes.note
  const marks: Mark[] = []
  let y = 4
  for (const [fill, words] of of) {
    const own = wrapText(words, size, width - 38)
    marks.push(
      { kind: 'rect', x: 0, y, width: 26, height: 16, fill, stroke: colours.line, round: 3 },
      ...lines(38, y + 13, own, { size }),
    )
    y += own.length * size * line + 8
  }
  return { width, height: y, marks }
}
