import { earlierCampaign, sameCodes } from './earlier-campaign.server'
import type { Released } from './figures'
import type { Group } from './pattern'
import { Recent } from './recent'
import { releasedFigures } from './released.server'
import { reportClaims, type ReportClaims } from './report-claims'
import type { ReportCampaign } from './report-campaign.server'

/** The campaign with which changes are told, as a report names it. */
export type Earlier = Pick<ReportCampaign, 'id' | 'title' | 'closedAt'>

export type ReportFigures = { released: Released; claims: ReportClaims; earlier: Earlier | null }

const cache = new Recent<ReturnType<typeof reportClaims>>(6)

/** The figures of a released campaign with what may be claimed of them for one group of people. */
export function figuresOfReport(campaign: ReportCampaign, group: Group): ReportFigures {
  const released = releasedFigures(campaign)
  const earlier = earlierCampaign(campaign)
  const key = [campaign.id, campaign.estimatedAt, earlier?.id, earlier?.estimatedAt].join(' ')
  const claims = cache.get(key, () =>
    reportClaims({
      released,
      before: earlier ? releasedFigures(earlier) : null,
      sameCommunes: earlier !== null && sameCodes(earlier.communeCodes, campaign.communeCodes),
    }),
  )
  return {
    released,
    claims: claims(group),
    earlier: earlier ? { id: earlier.id, title: earlier.title, closedAt: earlier.closedAt } : null,
  }
}
