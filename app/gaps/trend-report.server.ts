import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { sameCodes } from './comparable'
import { earlierCampaigns } from './earlier-campaign.server'
import { figureOf, type Released } from './figures'
import { allMeasures } from './measure'
import { everybody, wholeProvince } from './pattern'
import { Recent } from './recent'
import { estimatesAt } from './released.server'
import { releasedPart } from './released-parts.server'
import { reportCampaign, requireReleased, type ReportCampaign } from './report-campaign.server'
import type { Trend } from './trend'

/** How the domains of a province went over the campaigns that may be compared. */
export function trendReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const earlier = earlierCampaigns(campaign)
  return {
    campaign,
    trend: trendOf(campaign, wholeProvince),
    /** Campaigns left out because they asked other communes. */
    others: earlier.filter(({ communeCodes }) => !sameCodes(communeCodes, campaign.communeCodes)).length,
    domains: framework.domains.length,
  }
}

export type TrendReport = ReturnType<typeof trendReport>

/**
 * The figures of the domains of a place, or of the whole province, in a released campaign and in those before that may be
 * compared with it; of the province only where the same communes were asked. Who may see the place is the caller's to say.
 */
export function trendOf(campaign: ReportCampaign, place: string): Trend {
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const before = earlierCampaigns(campaign).filter(({ communeCodes }) =>
    place === wholeProvince ? sameCodes(communeCodes, campaign.communeCodes) : communeCodes.includes(place),
  )
  const campaigns = [campaign, ...before].reverse()
  const figures = campaigns.map((each) => figuresAt(each, place))
  return {
    campaigns: campaigns.map(({ id, title, closedAt }) => ({ id, title, closedAt: closedAt ?? '' })),
    rows: allMeasures(framework)
      .filter(({ isDomain }) => isDomain)
      .map((measure) => ({
        measure,
        figures: figures.map((released) => figureOf(released, place, everybody, measure.code)),
      })),
  }
}

type AtPlace = Pick<Released, 'hidden' | 'estimates' | 'self'>

const hiddenCache = new Recent<ReadonlySet<string>>(24)

/** What was released of one place, without putting the whole campaign together. */
function figuresAt(campaign: ReportCampaign, place: string): AtPlace {
  const hidden = hiddenCache.get(`${campaign.id} ${campaign.estimatedAt}`, () => {
    const part = releasedPart(campaign.id, 'hidden')
    if (!part) throw new Error(`the campaign ${campaign.id} was released without its pattern`)
    return new Set(part.figures)
  })
  return { hidden, estimates: estimatesAt(campaign.id, place), self: new Map() }
}
