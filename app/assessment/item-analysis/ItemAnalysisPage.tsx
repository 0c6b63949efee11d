import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Select } from '~/ui/Select'
import { Terms } from '../catalogue/Terms'
import type { ItemFigures } from './item-figures.server'
import type { ItemQuery } from './item-sort'
import { ItemTable } from './ItemTable'
import { TestFigures } from './TestFigures'
import type { ItemAnalysisView } from './view-item-analysis.server'

type ItemAnalysisPageProps = {
  view: ItemAnalysisView
  query: ItemQuery
  /** What a room below can do with an item that is flagged. */
  actions?: (row: ItemFigures) => ReactNode
}

/** The items of a campaign as a trainer reads them. */
export function ItemAnalysisPage({ view, query, actions }: ItemAnalysisPageProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const { campaign, people, adaptive, test, rows, items, flagged, enough } = view
  const counts = { people: formatNumber(locale, people), items, flagged }
  return (
    <Main wide>
      <Crumbs
        items={[{ to: paths.analysis(), label: t('list.title') }, { label: pick(campaign.title, locale) }]}
      />
      <PageTitle
        lead={t(flagged > 0 ? 'page.lead' : 'page.leadGood', counts)}
        under={t('page.at', { at: formatDateTime(view.at) })}
      >
        {t('page.title', { campaign: pick(campaign.title, locale) })}
      </PageTitle>
      {campaign.open ? <Note>{t('page.open')}</Note> : null}
      {adaptive > 0 ? (
        <Note title={t('page.adaptiveTitle')}>
          {t('page.adaptive', { count: formatNumber(locale, adaptive) })}{' '}
          {campaign.traces ? <a href={paths.choices(campaign.id)}>{t('page.choices')}</a> : null}
        </Note>
      ) : null}
      {enough ? (
        <>
          {test ? <TestFigures test={test} /> : null}
          <Terms
            terms={[
              'facility',
              'index',
              'efficiency',
              'weight',
              'difficulty',
              'discrimination',
              'infit',
              'distractor',
              'alpha',
              'standardError',
            ]}
          />
          <Filters
            keep={{ sort: query.sort, dir: query.direction }}
            clearHref={query.competency ? paths.itemAnalysis(campaign.id) : undefined}
          >
            <Select
              id="competency"
              name="competency"
              label={t('competency')}
              defaultValue={query.competency ?? ''}
              placeholder={t('all')}
              options={view.domains.map((domain) => ({
                label: `${domain.code} ${pick(domain.name, locale)}`,
                options: domain.competencies.map(({ code, short }) => ({
                  value: code,
                  label: `${code} ${pick(short, locale)}`,
                })),
              }))}
            />
          </Filters>
          {rows.length > 0 ? (
            <ItemTable
              campaignId={campaign.id}
              rows={rows}
              query={query}
              classical={test !== null}
              actions={actions}
            />
          ) : (
            <EmptyState title={t('page.noneHere')} />
          )}
        </>
      ) : (
        <EmptyState title={t('page.few')} text={t('page.fewText')} />
      )}
    </Main>
  )
}
