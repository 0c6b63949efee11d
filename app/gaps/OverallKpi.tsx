import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Kpi } from '~/ui/Kpi'
import type { Overall, OverallChange } from './overall'
import { overallChangeText } from './overall-words'
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
