import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import type { ReportCampaign } from './report-campaign.server'

type ReportCrumbsProps = { campaign: Pick<ReportCampaign, 'id' | 'title'>; here: string }

/** The way from a campaign over its report to one view of it. */
export function ReportCrumbs({ campaign, here }: ReportCrumbsProps) {
  const t = useT('gaps')
  const locale = useLocale()
  return (
    <Crumbs
      items={[
        { to: paths.campaign(campaign.id), label: campaign.title[locale] },
        { to: paths.gaps(campaign.id), label: t('crumb.gaps') },
        { label: here },
      ]}
    />
  )
}
