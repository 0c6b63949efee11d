import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { tileLines, type TileLayout } from '~/ui/tile-layout'
import { isShown, type Figure } from '../figures'
import { missingWords, shareText } from '../share-text'
import { cellLook } from './heat-grid'
import { colours, lines, text, type Mark, type Scene } from './scene'
import { shorten } from './text-fit'

/** `short` is the name without the kind of unit. */
export type Tiled = { code: string; name: string; short: string; figure: Figure }

const [least, most, size] = [76, 118, 12.5]

/** Communes as tiles where they lie, coloured by their share. */
export function tileChart(
  locale: Locale,
  layout: TileLayout,
  communes: readonly Tiled[],
  width: number,
): Scene {
  const gaps = getT(locale, 'gaps')
  const step = Math.min(most, Math.max(least, width / layout.columns))
  const height = 58
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const from = Math.max(0, (width - step * layout.columns) / 2)
  const marks = layout.tiles.flatMap(({ key, row, column }): Mark[] => {
    const commune = byCode.get(key)
    if (!commune) return []
    const { name, short, figure } = commune
    const look = cellLook(locale, figure)
    const [x, y] = [from + column * step, row * height]
    const own = tileLines(short, Math.floor((step - 8) / (size * 0.6))).map((each) =>
      shorten(each, size, step - 8),
    )
    const words = isShown(figure) ? shareText(locale, figure) : gaps(missingWords(figure))
    const first = y + (own.length > 1 ? 17 : 24)
    return [
      {
        kind: 'rect',
        ...{ x: x + 1, y: y + 1, width: step - 2, height: height - 2 },
        ...{ fill: look.fill, stroke: colours.axis, round: 3, title: `${name}: ${words}` },
      },
      ...lines(x + step / 2, first, own, { size, fill: look.ink, anchor: 'middle' }),
      ...(look.share === ''
        ? []
        : [
            text(x + step / 2, first + own.length * size * 1.35, look.share, {
              ...{ size, bold: true, fill: look.ink, anchor: 'middle' },
            }),
          ]),
    ]
  })
  return { width: Math.max(width, step * layout.columns), height: layout.rows * height, marks }
}
