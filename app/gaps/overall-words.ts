import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { wholePoints } from '~/ui/heat'
import type { OverallChange } from './overall'

/** How the overall share moved, or why that is not said; `compared`: whether there is a campaign before. */
export function overallChangeText(locale: Locale, change: OverallChange | null, compared: boolean): string {
  const t = getT(locale, 'charts')
  if (!change) return t(compared ? 'overall.otherCommunes' : 'overall.first')
  if (!change.sure) return t('overall.unclear')
  const points = (value: number) => formatNumber(locale, Math.abs(wholePoints(value)))
  const ends = change.share < 0 ? [change.high, change.low] : [change.low, change.high]
  return t(change.share < 0 ? 'overall.less' : 'overall.more', {
    points: points(change.share),
    low: points(ends[0]!),
    high: points(ends[1]!),
  })
}
