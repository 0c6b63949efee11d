import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ProvinceCondition } from './province-conditions.server'
import { rangeText } from './share-text'

type Props = { conditions: ProvinceCondition[]; communes: number }

/** What training cannot give: conditions of work that people of the province lack. */
export function ProvinceConditions({ conditions, communes }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  if (conditions.length === 0) return null
  return (
    <Panel title={t('conditions.title')}>
      <Table
        caption={t('conditions.caption')}
        rows={conditions}
        rowKey={({ condition }) => condition.code}
        columns={[
          { key: 'name', label: t('conditions.name'), cell: ({ condition }) => condition.name[locale] },
          {
            key: 'share',
            label: t('conditions.lacking'),
            align: 'end',
            cell: ({ condition }) =>
              condition.hidden ? (
                t('hidden.short')
              ) : (
                <>
                  {formatPercent(locale, condition.lacking / condition.n)}{' '}
                  <small>{rangeText(locale, condition)}</small>
                </>
              ),
          },
          {
            key: 'communes',
            label: t('conditions.communes'),
            align: 'end',
            cell: (row) => t('conditions.of', { count: row.communes, communes }),
          },
        ]}
      />
    </Panel>
  )
}
