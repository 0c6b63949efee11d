import { frameworkVersion } from '~/competency/frameworks.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { everybody } from './pattern'
import { communeRates, groupsOf } from './places.server'
import { releasedPart } from './released-parts.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** People of each segment in one commune or position, in the order of the segments; null is not shown. */
export type SegmentRow = { code: string; name: Bilingual; counts: (number | null)[] }

/** Groups of people with like gaps in a released campaign, and where they are; a domain's index is its place in the framework. */
export function segmentsReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const found = releasedPart(campaignId, 'segments')
  const cells = releasedPart(campaignId, 'segment-cells')
  const rates = communeRates(campaignId, campaign.communeCodes, everybody)
  const communes = rates.map(({ code, name }) => ({ code, name: { vi: name, en: name } }))
  const positions = groupsOf(campaignId).positions.map(({ value, name }) => ({
    code: value.slice('position:'.length),
    name,
  }))
  const rows = (places: { code: string; name: Bilingual }[], of: Record<string, (number | null)[]>) =>
    places.flatMap((place): SegmentRow[] => {
      const counts = of[place.code]
      return counts ? [{ ...place, counts }] : []
    })
  return {
    campaign,
    framework: frameworkVersion(campaign.frameworkVersionId).framework,
    segments: found?.segments ?? [],
    criterion: found?.criterion ?? null,
    communes: rows(communes, cells?.communes ?? {}),
    positions: rows(positions, cells?.positions ?? {}),
  }
}

export type SegmentsReport = ReturnType<typeof segmentsReport>
