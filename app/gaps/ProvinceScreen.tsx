import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { BeingEstimated, NothingAnswered, NotReleased } from './NoFigures'
import { ProvinceHeat } from './ProvinceHeat'
import { ProvinceLead } from './ProvinceLead'
import type { ProvinceReport } from './province-report.server'
import { ReportFoot } from './ReportFoot'
import { ReportScript } from './ReportScript'

/** Which commune lacks what: the whole province on one page. */
export function ProvinceScreen({ report }: { report: ProvinceReport }) {
  const t = useT('gaps')
  const official = useT('official')
  const meeting = useT('meeting')
  const locale = useLocale()
  const { campaign, response, figures, group } = report
  const title = t('province.title', { province: campaign.province })
  const under = [
    campaign.title[locale],
    ...(group ? [t('province.group', { name: group.name[locale] })] : []),
  ].join(' · ')
  const answered = figures !== null && response.submitted > 0
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: t('crumb.campaigns') },
          { to: paths.campaign(campaign.id), label: campaign.title[locale] },
          { label: t('crumb.gaps') },
        ]}
      />
      <PageTitle
        under={under}
        lead={answered ? <ProvinceLead report={report} figures={figures} /> : undefined}
        actions={
          answered ? (
            <>
              <ButtonLink quiet to={paths.gapsFiles(campaign.id)}>
                {meeting('files.title')}
              </ButtonLink>
              <ButtonLink quiet to={paths.newDocument({ kind: 'report', campaign: campaign.id })}>
                {official('link.report')}
              </ButtonLink>
              <ButtonLink to={paths.newPlan({ campaign: campaign.id })}>{t('toPlan')}</ButtonLink>
            </>
          ) : undefined
        }
      >
        {title}
      </PageTitle>
      {report.estimating ? (
        <BeingEstimated report={report} />
      ) : figures === null ? (
        <NotReleased report={report} />
      ) : !answered && !group ? (
        <NothingAnswered />
      ) : (
        <ProvinceHeat report={report} figures={figures} />
      )}
      {figures ? (
        <>
          <ReportFoot campaign={campaign} />
          <ReportScript />
        </>
      ) : null}
    </Main>
  )
}
