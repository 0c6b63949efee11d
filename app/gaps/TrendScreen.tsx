import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { ReportCrumbs } from './ReportCrumbs'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'
import { ReportTabs } from './ReportTabs'
import { TrendGrid } from './TrendGrid'
import type { TrendReport } from './trend-report.server'

/** How the province went over its campaigns. */
export function TrendScreen({ report }: { report: TrendReport }) {
  const t = useT('charts')
  const locale = useLocale()
  const { campaign, trend, others } = report
  const several = trend.campaigns.length > 1
  return (
    <Main wide>
      <ReportCrumbs campaign={campaign} here={t('view.trend')} />
      <PageTitle
        under={campaign.title[locale]}
        lead={several ? t('trend.lead', { count: trend.campaigns.length }) : undefined}
      >
        {t('trend.title', { province: campaign.province })}
      </PageTitle>
      <ReportTabs campaignId={campaign.id} current="trend" domains={report.domains} />
      {several ? (
        <Panel title={t('trend.panel')}>
          <TrendGrid trend={trend} to={(id) => paths.gaps(id)} />
        </Panel>
      ) : (
        <EmptyState title={t('trend.none.title')} text={t('trend.none.text')} />
      )}
      <p className="small muted">
        {t('trend.rule')} {others > 0 ? t('trend.others', { count: others }) : ''}
      </p>
      <ReportFoot campaign={campaign} />
      <ReportScript />
    </Main>
  )
}
