import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { findCompetency, type Framework } from './framework'
import type { StandardChanges, ThresholdChange } from './standard-changes'

/** What a standard changed against the one before it. */
export function StandardChangeList({
  framework,
  changes,
}: {
  framework: Framework
  changes: StandardChanges
}) {
  const t = useT('analysis')
  const locale = useLocale()
  const { thresholds, probability, method, rest } = changes
  if (thresholds.length === 0 && !probability && !method && !rest) return <p>{t('changes.none')}</p>
  const where = ({ competency }: ThresholdChange) =>
    competency === null
      ? t('changes.all')
      : `${competency} ${findCompetency(framework, competency)?.short[locale] ?? ''}`
  const value = (threshold: number | null) =>
    threshold === null ? t('changes.shared') : formatNumber(locale, threshold, 2)
  return (
    <ul>
      {thresholds.map((change) => (
        <li key={`${change.competency}/${change.level}`}>
          {t('changes.threshold', {
            where: where(change),
            level: change.level,
            from: value(change.from),
            to: value(change.to),
          })}
        </li>
      ))}
      {probability ? (
        <li>
          {t('changes.probability', {
            from: formatPercent(locale, probability.from),
            to: formatPercent(locale, probability.to),
          })}
        </li>
      ) : null}
      {method ? <li>{t('changes.method')}</li> : null}
      {rest ? <li>{t('changes.rest')}</li> : null}
    </ul>
  )
}
