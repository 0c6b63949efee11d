import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { ContentTabs } from '../catalogue/ContentTabs'
import type { AnalysedCampaignRow } from './analysed-campaign.server'

/** The campaigns whose items can be looked at. */
export function AnalysesPage({ campaigns }: { campaigns: AnalysedCampaignRow[] }) {
  const t = useT('analysis')
  const locale = useLocale()
  return (
    <Main wide>
      <ContentTabs current="analysis" />
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      {campaigns.length === 0 ? (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
      ) : (
        <Table
          caption={t('list.title')}
          captionHidden
          rows={campaigns}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('list.campaign'),
              cell: ({ id, title }) => <a href={paths.itemAnalysis(id)}>{pick(title, locale)}</a>,
            },
            {
              key: 'days',
              label: t('list.days'),
              cell: ({ opensOn, closesOn }) => (
                <span className="num">{`${formatDate(opensOn)} – ${formatDate(closesOn)}`}</span>
              ),
            },
            {
              key: 'state',
              label: t('list.state'),
              cell: ({ state }) => t(state === 'open' ? 'list.open' : 'list.closed'),
            },
            {
              key: 'mode',
              label: t('list.mode'),
              cell: ({ mode }) => t(mode === 'adaptive' ? 'list.adaptive' : 'list.fixed'),
            },
            {
              key: 'people',
              label: t('list.people'),
              align: 'end',
              cell: ({ people }) => formatNumber(locale, people),
            },
          ]}
        />
      )}
    </Main>
  )
}
