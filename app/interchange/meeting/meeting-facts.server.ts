import { conditionsReport } from '~/gaps/conditions-report.server'
import { parseGapQuery } from '~/gaps/gap-query'
import { positionsReport } from '~/gaps/positions-report.server'
import { provinceReport } from '~/gaps/province-report.server'
import { releasedMethod, releasedPart } from '~/gaps/released-parts.server'
import { requireReleased } from '~/gaps/report-campaign.server'
import type { Actor } from '~/platform/policy/actor'
import { planFacts } from './plan-facts.server'

/** Everything that the slides and the summary of a released campaign are made from: the figures that its report shows. */
export function meetingFacts(actor: Actor, campaignId: string) {
  const report = provinceReport(actor, campaignId, parseGapQuery(new URLSearchParams({ sort: 'most' })))
  const { campaign, response, figures } = report
  requireReleased(campaign)
  if (!figures) throw new Error(`the campaign ${campaignId} was released without figures`)
  return {
    campaign,
    response,
    figures,
    places: conditionsReport(actor, campaignId),
    positions: positionsReport(actor, campaignId),
    plans: planFacts(actor, campaign, figures.earlier?.id ?? null),
    method: releasedMethod(campaignId),
    hash: releasedPart(campaignId, 'snapshot')?.hash ?? null,
  }
}

export type MeetingFacts = ReturnType<typeof meetingFacts>
