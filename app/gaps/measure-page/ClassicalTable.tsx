import type { MeasureResult } from '~/assessment/calibration/measure-table'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { figure } from './figure-text'

/** Facility, discrimination and weight of each item with Moodle's definitions. */
export function ClassicalTable({ result: { items, classical } }: { result: MeasureResult }) {
  const t = useT('measure')
  const locale = useLocale()
  const percent = (value: number | null) => (value === null ? '–' : `${figure(locale, value, 1)}%`)
  return (
    <Table
      caption={t('classical.caption')}
      stack={false}
      rows={classical.items.map((item, j) => ({ ...item, ...items[j]!, facility: item.facility }))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('items.name'), cell: ({ name }) => name },
        { key: 'facility', label: t('items.facility'), align: 'end', cell: (item) => percent(item.facility) },
        {
          key: 'sd',
          label: t('classical.sd'),
          align: 'end',
          cell: ({ standardDeviation }) => figure(locale, standardDeviation),
        },
        {
          key: 'index',
          label: t('classical.index'),
          align: 'end',
          cell: (item) => percent(item.discriminationIndex),
        },
        {
          key: 'efficiency',
          label: t('classical.efficiency'),
          align: 'end',
          cell: (item) => percent(item.discriminativeEfficiency),
        },
        {
          key: 'weight',
          label: t('classical.weight'),
          align: 'end',
          cell: (item) => percent(item.effectiveWeight),
        },
        {
          key: 'alpha',
          label: t('classical.alpha'),
          align: 'end',
          cell: ({ alphaIfDropped }) => figure(locale, alphaIfDropped, 3),
        },
      ]}
    />
  )
}
