import { measuringOf } from '~/assessment/measuring.server'
import { reader } from '~/platform/db/db.server'
import { isComparable, type Scaled } from './comparable'
import { reportCampaign, type ReportCampaign } from './report-campaign.server'

const sql = `SELECT id FROM Campaign WHERE provinceCode = ? AND frameworkVersionId = ? AND estimatedAt IS NOT NULL
  AND sample = ? AND closedAt < ? AND id <> ? ORDER BY closedAt DESC`

/** The campaigns of the province that were released before and may be compared with one (isComparable), the last first. */
export function earlierCampaigns(campaign: ReportCampaign): ReportCampaign[] {
  const { id, provinceCode, frameworkVersionId, sample, closedAt } = campaign
  const rows = reader.sql.all<{ id: string }>(
    sql,
    provinceCode,
    frameworkVersionId,
    Number(sample),
    closedAt,
    id,
  )
  const scale = scaled(campaign)
  return rows.map((row) => reportCampaign(row.id)).filter((earlier) => isComparable(scaled(earlier), scale))
}

/** The campaign with which a report compares: the last one that may be; null without one. */
export function earlierCampaign(campaign: ReportCampaign): ReportCampaign | null {
  return earlierCampaigns(campaign)[0] ?? null
}

function scaled(campaign: ReportCampaign): Scaled {
  return { ...campaign, standardId: measuringOf(campaign).standardId }
}
