import { reader } from '~/platform/db/db.server'
import type { Group } from './pattern'
import { communeRates, groupsOf, positionResponses, type CommuneRates } from './places.server'
import { Recent } from './recent'
import type { ReportCampaign } from './report-campaign.server'

const ratesCache = new Recent<CommuneRates[]>(12)
const groupsCache = new Recent<ReturnType<typeof groupsOf>>(6)
const positionsCache = new Recent<ReturnType<typeof positionResponses>>(6)

/** Who was asked and who submitted, commune by commune. */
export function reportRates(campaign: ReportCampaign, group: Group): CommuneRates[] {
  const count = () => communeRates(campaign.id, campaign.communeCodes, group)
  const key = keyOf(campaign)
  return key === null ? count() : ratesCache.get(`${key} ${group}`, count)
}

/** The departments and positions that were asked. */
export function reportGroups(campaign: ReportCampaign): ReturnType<typeof groupsOf> {
  const key = keyOf(campaign)
  return key === null ? groupsOf(campaign.id) : groupsCache.get(key, () => groupsOf(campaign.id))
}

/** Who was asked and who submitted, position by position. */
export function reportPositions(campaign: ReportCampaign): ReturnType<typeof positionResponses> {
  const count = () => positionResponses(campaign.id)
  const key = keyOf(campaign)
  return key === null ? count() : positionsCache.get(key, count)
}

/** Of a closed campaign counts change only when a person is erased, and with it the number of people asked. */
function keyOf({ id, state }: ReportCampaign): string | null {
  if (state !== 'closed') return null
  const asked = reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM Invitee WHERE campaignId = ?', id)!
  return `${id} ${asked.n}`
}
