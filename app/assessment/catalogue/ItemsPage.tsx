import type { ReactNode } from 'react'
import type { Domain, Framework } from '~/competency/framework'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { ContentTabs } from './ContentTabs'
import { bankQuery, type BankFilter } from './bank-filter'
import { itemKinds } from './item-filter'
import type { ItemRow } from './list-items.server'

type ItemsPageProps = {
  /** What a room below has to say about the content. */
  notice?: ReactNode
  filter: BankFilter
  list: {
    rows: ItemRow[]
    total: number
    page: number
    pages: number
    domains: Domain[]
    levels: Framework['levels']
    writes: boolean
  }
}

/** The items of the quizzes, filtered by what they are written for. */
export function ItemsPage({ filter, list, notice }: ItemsPageProps) {
  const t = useT('teach')
  const locale = useLocale()
  const { competency, level, kind } = filter
  const query = bankQuery(filter)
  const levelName = new Map(list.levels.map((each) => [each.level, pick(each.name, locale)]))
  return (
    <Main wide>
      <ContentTabs current="items" writes={list.writes} />
      <PageTitle lead={t(filter.retired ? 'items.leadRetired' : 'items.lead', { count: list.total })}>
        {t('items.title')}
      </PageTitle>
      {notice}
      <Filters clearHref={Object.values(query).some(Boolean) ? paths.items() : undefined}>
        <Field id="q" name="q" label={t('items.search')} defaultValue={filter.q ?? ''} maxLength={100} />
        <Select
          id="competency"
          name="competency"
          label={t('items.competency')}
          defaultValue={competency ?? ''}
          placeholder={t('items.all')}
          options={list.domains.map((domain) => ({
            label: `${domain.code} ${pick(domain.name, locale)}`,
            options: domain.competencies.map(({ code, short }) => ({
              value: code,
              label: `${code} ${pick(short, locale)}`,
            })),
          }))}
        />
        <Select
          id="level"
          name="level"
          label={t('items.level')}
          defaultValue={level ? String(level) : ''}
          placeholder={t('items.all')}
          options={list.levels.map((each) => ({
            value: String(each.level),
            label: `${each.level} ${pick(each.name, locale)}`,
          }))}
        />
        <Select
          id="kind"
          name="kind"
          label={t('items.kind')}
          defaultValue={kind ?? ''}
          placeholder={t('items.all')}
          options={itemKinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        />
        <Select
          id="purpose"
          name="purpose"
          label={t('items.purpose')}
          defaultValue={filter.purpose ?? ''}
          placeholder={t('items.all')}
          options={(['measure', 'teach'] as const).map((each) => ({
            value: each,
            label: t(`purpose.${each}`),
          }))}
        />
        <Select
          id="origin"
          name="origin"
          label={t('items.origin')}
          defaultValue={filter.origin ?? ''}
          placeholder={t('items.all')}
          options={(['content', 'studio'] as const).map((each) => ({
            value: each,
            label: t(`origin.${each}`),
          }))}
        />
        <Select
          id="status"
          name="status"
          label={t('items.status')}
          defaultValue={filter.retired ? 'retired' : ''}
          options={[
            { value: '', label: t('item.inUse') },
            { value: 'retired', label: t('item.retired') },
          ]}
        />
      </Filters>
      {list.rows.length === 0 ? (
        <EmptyState title={t('items.empty')} text={t('items.emptyText')} />
      ) : (
        <>
          <Table
            caption={t('items.title')}
            captionHidden
            rows={list.rows}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'code',
                label: t('items.code'),
                cell: (row) => (
                  <a className="num" href={paths.item(row.code)}>
                    {row.code}
                  </a>
                ),
              },
              { key: 'stem', label: t('items.stem'), cell: (row) => pick(row.stem, locale) },
              {
                key: 'level',
                label: t('items.level'),
                cell: (row) => <span className="num">{levelName.get(row.level) ?? row.level}</span>,
              },
              {
                key: 'kind',
                label: t('items.kind'),
                cell: (row) => <span className="num">{t(`kind.${row.kind}`)}</span>,
              },
              {
                key: 'purpose',
                label: t('items.purpose'),
                cell: (row) => <span className="num">{t(`purpose.${row.purpose}`)}</span>,
              },
            ]}
          />
          <Pagination
            page={list.page}
            pages={list.pages}
            hrefOf={(page) => paths.items({ ...query, page })}
          />
        </>
      )}
    </Main>
  )
}
