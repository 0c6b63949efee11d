import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Column } from '~/ui/Table'
import { Figure } from './Figure'
import { FlagTags } from './FlagTags'
import type { ItemFigures } from './item-figures.server'
import { fewestForFigures } from './item-flags'
import type { ItemQuery } from './item-sort'

type ItemTableProps = {
  campaignId: string
  rows: ItemFigures[]
  query: ItemQuery
  classical: boolean
  /** What a room below can do with an item that is flagged. */
  actions?: (row: ItemFigures) => ReactNode
}

/** The items of a campaign with their figures. */
export function ItemTable({ campaignId, rows, query, classical, actions }: ItemTableProps) {
  const t = useT('analysis')
  const b = useT('bank')
  const locale = useLocale()
  const figure = (
    key: 'facility' | 'index' | 'efficiency' | 'weight' | 'difficulty' | 'discrimination' | 'infit',
    digits: number,
    percent = false,
  ): Column<ItemFigures> => ({
    key,
    label: t(`column.${key}`),
    align: 'end',
    sortable: true,
    cell: (row) => <Figure value={row[key]} digits={digits} percent={percent} />,
  })
  return (
    <Table
      caption={t('items.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      sort={{ key: query.sort, direction: query.direction }}
      sortHref={(sort, dir) =>
        paths.itemAnalysis(campaignId, { sort, dir, competency: query.competency ?? undefined })
      }
      columns={[
        {
          key: 'code',
          label: t('column.code'),
          sortable: true,
          cell: ({ id, code, version, stem }) => (
            <>
              <a className="num" href={paths.itemFigures(campaignId, id)}>
                {code}
              </a>{' '}
              <span className="small muted">{b('trace.number', { version })}</span>
              <div className="small muted">{shortened(pick(stem, locale))}</div>
            </>
          ),
        },
        { key: 'level', label: t('column.level'), align: 'end', cell: ({ level }) => level },
        {
          key: 'people',
          label: t('column.people'),
          align: 'end',
          sortable: true,
          cell: ({ people, pilots }) => (
            <>
              {formatNumber(locale, people)}
              {pilots > 0 ? (
                <div className="small muted">{t('pilots', { count: formatNumber(locale, pilots) })}</div>
              ) : null}
            </>
          ),
        },
        figure('facility', 0, true),
        ...(classical
          ? [figure('index', 0, true), figure('efficiency', 0, true), figure('weight', 1, true)]
          : []),
        figure('difficulty', 2),
        figure('discrimination', 2),
        figure('infit', 2),
        {
          key: 'flags',
          label: t('column.flags'),
          sortable: true,
          cell: ({ flags, people }) =>
            people < fewestForFigures ? (
              <span className="muted">{t('few')}</span>
            ) : (
              <FlagTags flags={flags} />
            ),
        },
        ...(actions
          ? [
              {
                key: 'act',
                label: b('act.title'),
                labelHidden: true,
                cell: (row: ItemFigures) => (row.flags.length > 0 ? actions(row) : null),
              },
            ]
          : []),
      ]}
    />
  )
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text
}
