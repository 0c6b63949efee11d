import { sameCodes } from './comparable'
import { earlierCampaign } from './earlier-campaign.server'
import type { Released } from './figures'
import type { Group } from './pattern'
import { Recent } from './recent'
import { releasedFigures } from './released.server'
import { reportClaims, type ReportClaims } from './report-claims'
import type { ReportCampaign } from './report-campaign.server'

/** The campaign with which changes are told, as a report names it. */
export type Earlier = Pick<ReportCampaign, 'id' | 'title' | 'closedAt'>

/** `before`: the figures of the earlier campaign; `sameCommunes`: whether the provinces' figures are of the same communes. */
export type ReportFigures = {
  released: Released
  claims: ReportClaims
  earlier: Earlier | null
  before: Released | null
  sameCommunes: boolean
}

const cache = new Recent<ReturnType<typeof reportClaims>>(6)

/** The figures of a released campaign with what may be claimed of them for one group of people. */
export function figuresOfReport(campaign: ReportCampaign, group: Group): ReportFigures {
  const released = releasedFigures(campaign)
  const earlier = earlierCampaign(campaign)
  const key = [campaign.id, campaign.estimatedAt, earlier?.id, earlier?.estimatedAt].join(' ')
  const before = earlier ? releasedFigures(earlier) : null
  const sameCommunes = earlier !== null && sameCodes(earlier.communeCodes, campaign.communeCodes)
  const claims = cache.get(key, () => reportClaims({ released, before, sameCommunes }))
  return {
    released,
    claims: claims(group),
    earlier: earlier ? { id: earlier.id, title: earlier.title, closedAt: earlier.closedAt } : null,
    before,
    sameCommunes,
  }
}
