import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { submittedShare } from './campaign'
import type { CampaignView } from './view-campaign.server'

/** What a campaign page concludes, in sentences, before any table. */
export function CampaignLead({ campaign }: { campaign: CampaignView }) {
  const t = useT('campaigns')
  const locale = useLocale()
  const { phase, total, rates, reach, manages } = campaign
  const number = (n: number) => formatNumber(locale, n)
  if (phase === 'draft') {
    return (
      <>{t('lead.draft', { people: number(reach?.people ?? 0), communes: number(reach?.communes ?? 0) })}</>
    )
  }
  const low = rates.filter((each) => each.asked > 0 && submittedShare(each) < 0.5).length
  return (
    <>
      <Standing campaign={campaign} />{' '}
      <a href={paths.missing(campaign.id)}>
        {t('lead.submitted', { submitted: number(total.submitted), asked: number(total.asked) })}
      </a>{' '}
      {t('lead.haveSubmitted')}{' '}
      {manages && low > 0 && phase !== 'waiting' ? `${t('lead.belowHalf', { count: low })} ` : null}
      {phase === 'running' || phase === 'waiting'
        ? t('lead.release', { date: formatDate(campaign.closesOn) })
        : null}
    </>
  )
}

function Standing({
  campaign: { phase, opensOn, closesOn, closedAt, daysLeft, released },
}: {
  campaign: CampaignView
}) {
  const t = useT('campaigns')
  if (phase === 'waiting') return <>{t('lead.waiting', { date: formatDate(opensOn) })}</>
  if (phase === 'due') return <>{t('lead.due', { date: formatDate(closesOn) })}</>
  if (phase === 'closed') {
    const date = formatDate(closedAt ?? closesOn)
    return <>{t(released ? 'lead.closed' : 'lead.estimating', { date })}</>
  }
  return <>{daysLeft === 0 ? t('lead.lastDay') : t('lead.running', { count: daysLeft })}</>
}
