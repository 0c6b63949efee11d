import type { MeasuredItem } from '~/assessment/calibration/measure-table'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { figure, pText, withError } from './figure-text'
import { difficulties } from './measure-files'

/** Parameters of each item with their errors, how well they fit, and what must be known of them. */
export function ItemsTable({ items }: { items: MeasuredItem[] }) {
  const t = useT('measure')
  const locale = useLocale()
  const say = (value: number | null | undefined, digits = 2) => figure(locale, value, digits)
  const error = (value: number | undefined) => (value ? say(value) : null)
  return (
    <Table
      caption={t('items.caption', { count: items.length })}
      stack={false}
      rows={items}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('items.name'), cell: ({ name }) => name },
        {
          key: 'answered',
          label: t('items.answered'),
          align: 'end',
          cell: ({ answered }) => formatNumber(locale, answered),
        },
        {
          key: 'facility',
          label: t('items.facility'),
          align: 'end',
          cell: ({ facility }) => (facility === null ? say(null) : formatPercent(locale, facility)),
        },
        {
          key: 'rest',
          label: t('items.rest'),
          align: 'end',
          cell: ({ restCorrelation }) => say(restCorrelation),
        },
        {
          key: 'a',
          label: t('items.a'),
          align: 'end',
          cell: ({ parameters, errors }) => withError(say(parameters?.a), error(errors?.a)),
        },
        {
          key: 'b',
          label: t('items.b'),
          align: 'end',
          cell: ({ parameters, errors }) =>
            parameters
              ? difficulties(parameters)
                  .map((b, i) => withError(say(b), error(errors?.b[i])))
                  .join('; ')
              : say(null),
        },
        {
          key: 'fit',
          label: t('items.fit'),
          align: 'end',
          cell: ({ infit, outfit }) => `${say(infit)} / ${say(outfit)}`,
        },
        { key: 'sx2', label: t('items.sx2'), align: 'end', cell: ({ sx2 }) => pText(locale, sx2?.p) },
        {
          key: 'notes',
          label: t('items.notes'),
          cell: ({ notes }) => notes.map((note) => t(`itemNote.${note}`)).join('; '),
        },
      ]}
    />
  )
}
