import type { ReactNode } from 'react'
import type { Domain, Framework } from '~/competency/framework'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Table, type Column } from '~/ui/Table'
import { Figure } from '../item-analysis/Figure'
import { FlagTags } from '../item-analysis/FlagTags'
import { BankFilters } from './BankFilters'
import { ContentTabs } from './ContentTabs'
import { bankOrder, bankQuery, type BankFilter } from './bank-filter'
import { ItemState } from './ItemState'
import type { ItemRow } from './list-items.server'

type ItemsPageProps = {
  /** What a room below has to say about the content. */
  notice?: ReactNode
  /** What a room below can do with the items that are ticked; without it nothing can be ticked. */
  bar?: ReactNode
  filter: BankFilter
  list: {
    rows: ItemRow[]
    total: number
    page: number
    pages: number
    domains: Domain[]
    levels: Framework['levels']
    authors: { id: string; name: string | null }[]
    writes: boolean
  }
}

/** The bank: every item with what its answers show, filtered, ordered, and ticked for a change. */
export function ItemsPage({ filter, list, notice, bar }: ItemsPageProps) {
  const t = useT('teach')
  const b = useT('bank')
  const query = bankQuery(filter)
  const table = <BankTable {...{ filter, list }} ticks={Boolean(bar)} />
  return (
    <Main wide>
      <ContentTabs current="items" writes={list.writes} />
      <PageTitle lead={leadOf(filter, list.total, t, b)}>{t('items.title')}</PageTitle>
      {notice}
      <p>
        <a href={paths.cloneFamilies()}>{b('families')}</a>
      </p>
      <BankFilters filter={filter} domains={list.domains} levels={list.levels} authors={list.authors} />
      {list.rows.length === 0 ? (
        <EmptyState title={t('items.empty')} text={t('items.emptyText')} />
      ) : (
        <>
          {bar ? (
            <form method="get" action={paths.bankChange()}>
              {table}
              {bar}
            </form>
          ) : (
            table
          )}
          <Pagination
            page={list.page}
            pages={list.pages}
            hrefOf={(page) => paths.items({ ...query, ...bankOrder(filter), page })}
          />
          <p className="small muted">{b('figuresAre')}</p>
        </>
      )}
    </Main>
  )
}

function leadOf(
  filter: BankFilter,
  count: number,
  t: ReturnType<typeof useT<'teach'>>,
  b: ReturnType<typeof useT<'bank'>>,
): string {
  const narrowed = Object.entries(bankQuery(filter)).some(([name, value]) => value && name !== 'status')
  if (narrowed || !['inUse', 'retired'].includes(filter.status)) return b('lead.found', { count })
  return t(filter.status === 'retired' ? 'items.leadRetired' : 'items.lead', { count })
}

type BankTableProps = Pick<ItemsPageProps, 'filter' | 'list'> & { ticks: boolean }

function BankTable({ filter, list, ticks }: BankTableProps) {
  const t = useT('teach')
  const b = useT('bank')
  const a = useT('analysis')
  const locale = useLocale()
  const levelName = new Map(list.levels.map((each) => [each.level, pick(each.name, locale)]))
  const tick: Column<ItemRow> = {
    key: 'tick',
    label: b('selected'),
    labelHidden: true,
    cell: ({ code }) => (
      <Choice
        tight
        type="checkbox"
        name="item"
        value={code}
        label={<span className="vh">{b('choose', { code })}</span>}
      />
    ),
  }
  return (
    <Table
      caption={t('items.title')}
      captionHidden
      rows={list.rows}
      rowKey={(row) => row.code}
      sort={{ key: filter.sort, direction: filter.direction }}
      sortHref={(sort, dir) => paths.items({ ...bankQuery(filter), sort, dir })}
      columns={[
        ...(ticks ? [tick] : []),
        {
          key: 'code',
          label: t('items.code'),
          rowHeader: true,
          sortable: true,
          cell: (row) => (
            <a className="num" href={paths.item(row.code)}>
              {row.code}
            </a>
          ),
        },
        {
          key: 'stem',
          label: t('items.stem'),
          cell: ({ stem, family, retired, draft }) => (
            <>
              {pick(stem, locale)} <ItemState retired={retired} draft={draft} />
              {family ? (
                <div className="small muted">
                  {b('family')}: <a href={paths.items({ family })}>{family}</a>
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'level',
          label: t('items.level'),
          cell: ({ level, kind, purpose }) => (
            <>
              {levelName.get(level) ?? level}
              <div className="small muted">
                {t(`kind.${kind}`)}, {t(`purpose.${purpose}`)}
              </div>
            </>
          ),
        },
        {
          key: 'people',
          label: a('column.people'),
          align: 'end',
          sortable: true,
          cell: ({ figures }) => (figures ? formatNumber(locale, figures.people) : a('noFigure')),
        },
        {
          key: 'facility',
          label: a('column.facility'),
          align: 'end',
          sortable: true,
          cell: ({ figures }) => <Figure value={figures?.facility ?? null} percent />,
        },
        {
          key: 'index',
          label: a('column.index'),
          align: 'end',
          sortable: true,
          cell: ({ figures }) => <Figure value={figures?.index ?? null} percent />,
        },
        {
          key: 'flags',
          label: a('column.flags'),
          sortable: true,
          cell: ({ id, figures }) =>
            figures?.campaignId && figures.flags.length > 0 ? (
              <a href={paths.itemFigures(figures.campaignId, id)}>
                <FlagTags flags={figures.flags} />
              </a>
            ) : null,
        },
      ]}
    />
  )
}
