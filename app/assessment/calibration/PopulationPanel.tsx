import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { enough } from './population'
import type { CalibrationView } from './view-calibrations.server'

/** Whether the distribution of people was estimated again, and what it is. */
export function PopulationPanel({ view }: { view: CalibrationView }) {
  const t = useT('analysis')
  const locale = useLocale()
  const { components, estimated, means } = view.report.population
  const number = (value: number) => formatNumber(locale, value, 2)
  const all = components.general + components.domain + components.own
  const found = Object.values(means)
  return (
    <Panel title={t('population.title')}>
      <p>
        {estimated.components
          ? t('population.variances', {
              sd: number(Math.sqrt(all)),
              within: number((components.general + components.domain) / all),
              across: number(components.general / all),
            })
          : t('population.kept', { persons: enough.persons, answers: enough.answers })}
      </p>
      <p>
        {found.length > 0
          ? t('population.means', {
              count: found.length,
              mean: number(found.reduce((sum, mean) => sum + mean, 0) / found.length),
              low: number(Math.min(...found)),
              high: number(Math.max(...found)),
            })
          : t('population.noMeans', { persons: enough.perCompetency, items: enough.items })}
      </p>
      <p>{t('population.use')}</p>
    </Panel>
  )
}
