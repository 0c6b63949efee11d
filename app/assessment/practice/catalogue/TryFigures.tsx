import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import type { Scenario } from '../scenario'
import type { Tries } from './step-shares'

/** What all tries at a task showed together. */
export function TryFigures({ scenario, tries }: { scenario: Scenario; tries: Tries | null }) {
  const t = useT('route')
  const locale = useLocale()
  return (
    <>
      <h2>{t('answered.title')}</h2>
      {tries === null ? (
        <p>{t('answered.few')}</p>
      ) : (
        <Table
          caption={t('answered.tries', {
            count: formatNumber(locale, tries.count),
            percent: formatPercent(locale, tries.mean),
          })}
          rows={tries.steps}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'step',
              label: t('answered.step'),
              cell: ({ id }) => scenario.scoring.find((each) => each.id === id)?.text[locale] ?? id,
            },
            {
              key: 'share',
              label: t('answered.share'),
              align: 'end',
              cell: ({ share }) => formatPercent(locale, share),
            },
          ]}
        />
      )}
    </>
  )
}
