import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneGap } from './commune-report.server'
import { isShown } from './figures'

/** How people see themselves beside what the quiz measured, per domain; the two are never mixed. */
export function SelfPanel({ gaps }: { gaps: CommuneGap[] }) {
  const t = useT('gaps')
  const locale = useLocale()
  const rows = gaps.flatMap(({ measure, figure, selfWords }) =>
    measure.isDomain && isShown(figure) && figure.self && selfWords
      ? [{ ...figure.self, measure, words: selfWords }]
      : [],
  )
  const level = (value: number) => formatNumber(locale, value, 1)
  return (
    <Panel title={t('self.title')}>
      {rows.length === 0 ? (
        <p>{t('self.none')}</p>
      ) : (
        <Table
          caption={t('self.caption')}
          rows={rows}
          rowKey={({ measure }) => measure.code}
          columns={[
            { key: 'name', label: t('domains.name'), cell: ({ measure }) => measure.name[locale] },
            { key: 'self', label: t('self.self'), align: 'end', cell: (row) => level(row.self) },
            { key: 'measured', label: t('self.measured'), align: 'end', cell: (row) => level(row.measured) },
            {
              key: 'words',
              label: t('self.words'),
              cell: (row) => t(`self.${row.words}`, { difference: level(Math.abs(row.difference)) }),
            },
          ]}
        />
      )}
    </Panel>
  )
}
