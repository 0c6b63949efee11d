import type { MeasureResult } from '~/assessment/calibration/measure-table'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { figure } from './figure-text'

/** Ability by sum of answers, where every cell is filled. */
export function ScoresTable({ scores }: { scores: NonNullable<MeasureResult['byScore']> }) {
  const t = useT('measure')
  const locale = useLocale()
  return (
    <Panel title={t('scores.title')}>
      <Table
        caption={t('scores.caption')}
        rows={scores}
        rowKey={({ raw }) => String(raw)}
        columns={[
          { key: 'raw', label: t('scores.raw'), cell: ({ raw }) => raw },
          {
            key: 'count',
            label: t('scores.count'),
            align: 'end',
            cell: ({ count }) => formatNumber(locale, count),
          },
          {
            key: 'ability',
            label: t('scores.ability'),
            align: 'end',
            cell: ({ eap }) => figure(locale, eap, 3),
          },
          { key: 'sd', label: t('scores.sd'), align: 'end', cell: ({ sd }) => figure(locale, sd, 3) },
        ]}
      />
    </Panel>
  )
}
