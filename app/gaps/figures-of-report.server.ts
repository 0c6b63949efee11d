import { earlierCampaign } from './earlier-campaign.server'
import type { Released } from './figures'
import type { MeasureInfo } from './measure'
import type { Group } from './pattern'
import { Recent } from './recent'
import { releasedFigures } from './released.server'
import { reportClaims, type ReportClaims } from './report-claims'
import type { ReportCampaign } from './report-campaign.server'

/** The campaign with which changes are told, as a report names it. */
export type Earlier = Pick<ReportCampaign, 'id' | 'title' | 'closedAt'>

export type ReportFigures = { released: Released; claims: ReportClaims; earlier: Earlier | null }

const cache = new Recent<ReportClaims>(12)

/** The figures of a released campaign with what may be claimed of them for one group of people. */
export function figuresOfReport(
  campaign: ReportCampaign,
  measures: readonly MeasureInfo[],
  group: Group,
): ReportFigures {
  const released = releasedFigures(campaign)
  const earlier = earlierCampaign(campaign)
  const key = [campaign.id, campaign.estimatedAt, earlier?.id, earlier?.estimatedAt, group].join(' ')
  const claims = cache.get(key, () =>
    reportClaims({
      released,
      before: earlier ? releasedFigures(earlier) : null,
      communes: campaign.communeCodes,
      measures: measures.map(({ code }) => code),
      group,
    }),
  )
  return {
    released,
    claims,
    earlier: earlier ? { id: earlier.id, title: earlier.title, closedAt: earlier.closedAt } : null,
  }
}
