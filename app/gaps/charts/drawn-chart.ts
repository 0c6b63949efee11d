import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { formatPercent } from '~/platform/i18n/format'
import { isShown, type Figure } from '../figures'
import type { MeasureInfo } from '../measure'
import { missingWords, rangeText, shareText } from '../share-text'
import type { Drawable } from './estimate-rows'
import type { Scene } from './scene'

/** A chart without its frame: `title` says what it shows, `description` what is to be seen on it, `how` how to read it. */
export type DrawnChart = {
  body: Scene
  title: string
  description: string
  how: 'dots' | 'colours' | 'places' | 'answers'
}

/** A figure as a mark with its words beside it, or why there is none. */
export function drawnFigure(locale: Locale, figure: Figure): { drawn: Drawable; beside: string[] } {
  if (!isShown(figure)) {
    const missing = getT(locale, 'gaps')(missingWords(figure))
    return { drawn: { missing, vague: figure === 'uninformed' }, beside: [missing] }
  }
  const { share: value, low, high } = figure
  return {
    drawn: { value, low, high },
    beside: [formatPercent(locale, value), `(${rangeText(locale, figure)})`],
  }
}

/** Measures with their figures, those of the largest share first and those that are not shown last. */
export function bySize<Item extends { figure: Figure }>(items: readonly Item[]): Item[] {
  const share = ({ figure }: Item) => (isShown(figure) ? figure.share : -1)
  return items.toSorted((a, b) => share(b) - share(a))
}

/** The shown figures in words: `Dữ liệu 62% (60–64); …`. */
export function listed(locale: Locale, items: readonly { measure: MeasureInfo; figure: Figure }[]): string {
  return items
    .flatMap(({ measure, figure }) =>
      isShown(figure) ? [`${measure.name[locale]} ${shareText(locale, figure)}`] : [],
    )
    .join('; ')
}
