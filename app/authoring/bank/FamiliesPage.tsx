import { ContentTabs } from '~/assessment/catalogue/ContentTabs'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { FamilyRow } from './clone-families.server'

/** Items made alike, and whether they can stand in for each other. */
export function FamiliesPage({ families, writes }: { families: FamilyRow[]; writes: boolean }) {
  const t = useT('bank')
  const teach = useT('teach')
  const a = useT('analysis')
  const locale = useLocale()
  const range = (spread: FamilyRow['expected'], digits: number, unit = '') => {
    if (spread === null) return a('noFigure')
    const [from, to] = [spread.from, spread.to].map((end) => formatNumber(locale, end, digits) + unit)
    return from === to ? from : t('families.range', { from: from!, to: to! })
  }
  return (
    <Main wide>
      <ContentTabs current="items" writes={writes} />
      <Crumbs items={[{ to: paths.items(), label: teach('items.title') }, { label: t('families') }]} />
      <PageTitle lead={families.length > 0 ? t('families.lead', { count: families.length }) : undefined}>
        {t('families')}
      </PageTitle>
      {families.length === 0 ? (
        <EmptyState title={t('families.empty')} text={t('families.emptyText')} />
      ) : (
        <Table
          caption={t('families')}
          captionHidden
          rows={families}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              label: t('family'),
              cell: ({ name }) => <a href={paths.items({ family: name })}>{name}</a>,
            },
            {
              key: 'members',
              label: t('families.members'),
              cell: ({ members, drafts }) => (
                <>
                  {members.map(({ code, competency, level }) => (
                    <div key={code}>
                      <a className="num" href={paths.item(code)}>
                        {code}
                      </a>{' '}
                      <span className="small muted">{t('families.member', { competency, level })}</span>
                    </div>
                  ))}
                  {drafts > 0 ? (
                    <div className="small muted">{t('families.drafts', { count: drafts })}</div>
                  ) : null}
                </>
              ),
            },
            {
              key: 'expected',
              label: t('families.expected'),
              cell: ({ expected }) => range(expected, 1),
            },
            { key: 'facility', label: t('families.facility'), cell: (row) => range(row.facility, 0, '%') },
            {
              key: 'advice',
              label: t('families.advice'),
              cell: ({ advice }) =>
                advice.length === 0 ? (
                  <span className="muted">{t('families.fine')}</span>
                ) : (
                  advice.map((each) => (
                    <span key={each}>
                      <Tag kind="care">{t(`advice.${each}`)}</Tag>{' '}
                    </span>
                  ))
                ),
            },
          ]}
        />
      )}
    </Main>
  )
}
