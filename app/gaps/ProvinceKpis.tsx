import { paths } from '~/paths'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Kpi } from '~/ui/Kpi'
import { isShown } from './figures'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'
import { rangeText } from './share-text'

/** Four figures of a province, each leading to what is behind it. */
export function ProvinceKpis({ report, figures }: { report: ProvinceReport; figures: ProvinceFigures }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { id } = report.campaign
  const { asked, submitted, low, communes } = report.response
  const [worst, ...level] = figures.worst
  const both = figures.placed.filter(({ place }) => place.quadrant === 'both').length
  const changes = figures.province.flatMap(({ change }) => (change ? [change] : []))
  const better = changes.filter(({ standing }) => standing === 'better').length
  const worse = changes.filter(({ standing }) => standing === 'worse').length
  return (
    <Columns kind="four">
      <Kpi
        label={t('kpi.answered')}
        value={formatPercent(locale, asked > 0 ? submitted / asked : 0)}
        beside={`${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`}
        to={paths.campaign(id)}
      >
        {low > 0 ? t('kpi.low', { count: low }) : t('kpi.noneLow')}
      </Kpi>
      {worst && isShown(worst.figure) ? (
        <Kpi
          label={t('kpi.worst')}
          value={formatPercent(locale, worst.figure.share)}
          beside={rangeText(locale, worst.figure)}
          to={paths.gapsCompetency(id, worst.measure.code)}
        >
          {level.length > 0
            ? t('kpi.level', { name: worst.measure.name[locale], count: level.length })
            : worst.measure.name[locale]}
        </Kpi>
      ) : null}
      <Kpi
        label={t('kpi.both')}
        value={formatNumber(locale, both)}
        beside={t('kpi.of', { count: communes })}
        to={paths.gapsConditions(id)}
      >
        {t('kpi.bothSmall')}
      </Kpi>
      {changes.length > 0 ? (
        <Kpi
          label={t('kpi.change')}
          value={formatNumber(locale, better)}
          beside={t('kpi.better', { count: changes.length })}
          to="#change"
        >
          {worse > 0 ? t('kpi.worse', { count: worse }) : t('kpi.noneWorse')}
        </Kpi>
      ) : (
        <Kpi label={t('kpi.change')} value="–">
          {t('change.noneBefore')}
        </Kpi>
      )}
    </Columns>
  )
}
