import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { colours, sizes, text, type Mark, type Scene } from './scene'
import { shorten, textWidth } from './text-fit'

export type Responded = { name: string; asked: number; submitted: number }

const [row, gap, size] = [23, 34, sizes.note]

/** How many of those asked answered, in every commune, those who answered least first, in two columns. */
export function responseChart(
  locale: Locale,
  communes: readonly Responded[],
  width: number,
  most = Infinity,
): Scene {
  const own = communes
    .filter(({ asked }) => asked > 0)
    .toSorted((a, b) => a.submitted / a.asked - b.submitted / b.asked)
    .slice(0, most)
  const down = Math.ceil(own.length / 2)
  const step = (width - gap) / 2
  const counts = own.map(
    ({ asked, submitted }) => `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
  )
  const share = textWidth(formatPercent(locale, 1), size, true) + 10
  const count = Math.max(0, ...counts.map((each) => textWidth(each, size))) + 10
  const wanted = Math.max(0, ...own.map(({ name }) => textWidth(name, size)))
  const left = Math.min(wanted, step - share - count - 90) + 10
  const track = step - left - share - count
  const marks = own.flatMap(({ name, asked, submitted }, i): Mark[] => {
    const [x, y] = [i < down ? 0 : step + gap, (i % down) * row]
    const base = y + row / 2 + size * 0.35
    const label = shorten(name, size, left - 10)
    const rate = submitted / asked
    const title = `${name}: ${counts[i]!}`
    const bar = { y: y + 5, height: row - 10, round: 3 }
    return [
      text(x, base, label, { size, title: label === name ? undefined : name }),
      { kind: 'rect', ...bar, x: x + left, width: track, fill: colours.track, title },
      { kind: 'rect', ...bar, x: x + left, width: track * Math.min(1, rate), fill: colours.cham },
      text(x + step - count, base, formatPercent(locale, rate), { size, bold: true, anchor: 'end' }),
      text(x + step, base, counts[i]!, { size, fill: colours.muted, anchor: 'end' }),
    ]
  })
  return { width, height: down * row, marks }
}
