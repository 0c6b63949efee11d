import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { wholePoints } from '~/ui/heat'
import { Kpi } from '~/ui/Kpi'
import type { Overall, OverallChange } from './overall'
import { rangeText } from './share-text'

type Props = {
  overall: Overall | null
  change: OverallChange | null
  /** Whether there is a campaign before to compare with. */ compared: boolean
  to: string
}

/** The share below target over all domains, with its interval, its definition and what changed. */
export function OverallKpi({ overall, change, compared, to }: Props) {
  const t = useT('charts')
  const locale = useLocale()
  if (!overall)
    return (
      <Kpi label={t('overall.label')} value="–">
        {t('overall.none')}
      </Kpi>
    )
  return (
    <Kpi
      label={t('overall.label')}
      value={formatPercent(locale, overall.share)}
      beside={rangeText(locale, overall)}
      to={to}
    >
      {overallChangeText(locale, change, compared)}
      <br />
      {t('overall.hint', { needs: formatNumber(locale, overall.needs) })}
      {overall.domains < overall.of
        ? ` ${t('overall.some', { shown: overall.domains, of: overall.of })}`
        : ''}
    </Kpi>
  )
}

function overallChangeText(locale: Locale, change: OverallChange | null, compared: boolean): string {
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
