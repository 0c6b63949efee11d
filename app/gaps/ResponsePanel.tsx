import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ProvinceReport } from './province-report.server'

const named = 3

/** Who answered, by position: whoever stayed away is estimated from the others of the position and the commune. */
export function ResponsePanel({ response }: { response: ProvinceReport['response'] }) {
  const t = useT('gaps')
  const locale = useLocale()
  const rows = response.positions.filter(({ asked }) => asked > 0)
  if (rows.length === 0) return null
  const rate = (row: { asked: number; submitted: number }) => row.submitted / row.asked
  const least = rows.toSorted((a, b) => rate(a) - rate(b)).slice(0, named)
  const said = (row: (typeof rows)[number]) => `${row.name[locale]} ${formatPercent(locale, rate(row))}`
  return (
    <Panel title={t('response.title')}>
      <p>
        {t('response.text')} {t('response.least', { list: least.map(said).join('; ') })}
      </p>
      <details>
        <summary>{t('response.all', { count: rows.length })}</summary>
        <Table
          caption={t('response.caption')}
          captionHidden
          rows={rows}
          rowKey={({ position }) => position}
          columns={[
            { key: 'name', label: t('response.position'), cell: ({ name }) => name[locale] },
            {
              key: 'n',
              label: t('heat.response'),
              align: 'end',
              cell: (row) => `${row.submitted}/${row.asked}`,
            },
            {
              key: 'rate',
              label: t('export.rate'),
              align: 'end',
              cell: (row) => formatPercent(locale, rate(row)),
            },
          ]}
        />
      </details>
    </Panel>
  )
}
