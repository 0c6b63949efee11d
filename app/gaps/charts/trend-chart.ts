import { scaleLinear } from 'd3-scale'
import { formatDate, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { shareText } from '../share-text'
import { trendDomain, trendMarks, type Trend, type TrendMark } from '../trend'
import { colours, line, lines, moved, sizes, text, type Mark, type Scene } from './scene'
import { textWidth, wrapText } from './text-fit'

const [across, gap, plot] = [4, 26, 96]

/** One small line a domain over the campaigns, all on one axis. */
export function trendChart(locale: Locale, trend: Trend, width: number): Scene {
  const domain = trendDomain(trend)
  const step = (width - gap * (across - 1)) / across
  const size = sizes.note
  const titles = trend.rows.map(({ measure }) => wrapText(measure.short[locale], size, step, true, 2))
  const head = Math.max(...titles.map((each) => each.length)) * size * line + 4
  const height = head + plot + 2 * size * line + 22
  const marks = trend.rows.flatMap((row, i): Mark[] => {
    const own = one(locale, trendMarks(trend, row), titles[i]!, { step, head, domain })
    return moved(own, (i % across) * (step + gap), Math.floor(i / across) * height)
  })
  return { width, height: Math.ceil(trend.rows.length / across) * height - 16, marks }
}

type Frame = { step: number; head: number; domain: [number, number] }

function one(
  locale: Locale,
  points: readonly (TrendMark | null)[],
  title: readonly string[],
  { step, head, domain }: Frame,
): Mark[] {
  const size = sizes.note
  const side = Math.max(...domain.map((end) => textWidth(formatPercent(locale, end), 12))) + 6
  const x = scaleLinear([0, 1], [side + 14, step - 14])
  const y = scaleLinear(domain, [head + plot, head + 6])
  const shown = points.flatMap((point) => (point ? [point] : []))
  const at = (mark: TrendMark) => (points.length > 1 ? mark.at : 0.5)
  return [
    ...lines(0, size, title, { size, bold: true }),
    ...domain.flatMap((end): Mark[] => [
      { kind: 'line', x1: side, x2: step, y1: y(end), y2: y(end), stroke: colours.line, thick: 1 },
      text(side - 6, y(end) + 4, formatPercent(locale, end), {
        size: 12,
        fill: colours.muted,
        anchor: 'end',
      }),
    ]),
    ...points.flatMap((to, i): Mark[] => {
      const from = points[i - 1]
      if (!from || !to) return []
      return [
        {
          kind: 'line',
          ...{ x1: x(at(from)), x2: x(at(to)), y1: y(from.figure.share), y2: y(to.figure.share) },
          stroke: colours.gap,
          thick: 1.5,
        },
      ]
    }),
    ...shown.flatMap((mark): Mark[] => [
      {
        kind: 'rect',
        ...{ x: x(at(mark)) - 5, width: 10 },
        ...{ y: y(mark.figure.high), height: y(mark.figure.low) - y(mark.figure.high) },
        ...{ fill: colours.gap, opacity: 0.4 },
      },
      {
        kind: 'dot',
        ...{ x: x(at(mark)), y: y(mark.figure.share), r: 4, fill: colours.gap, stroke: colours.sheet },
        title: `${mark.campaign.title[locale]}: ${shareText(locale, mark.figure)}`,
      },
    ]),
    ...endWords(locale, shown, step, head + plot + size + 8),
  ]
}

/** The first figure on the left and the last on the right, each under its month. */
function endWords(locale: Locale, shown: readonly TrendMark[], step: number, y: number): Mark[] {
  const size = sizes.note
  const [first, last] = [shown[0], shown.at(-1)]
  const of = (mark: TrendMark, anchor: 'start' | 'end') => {
    const x = anchor === 'start' ? 0 : step
    return [
      text(x, y, formatDate(mark.campaign.closedAt).slice(3), { size: 12.5, fill: colours.muted, anchor }),
      text(x, y + size * line, shareText(locale, mark.figure), { size: 12.5, bold: true, anchor }),
    ]
  }
  if (!first || !last) return []
  return first === last ? of(last, 'end') : [...of(first, 'start'), ...of(last, 'end')]
}
