import { measuringOf } from '~/assessment/measuring.server'
import { reader } from '~/platform/db/db.server'
import { reportCampaign, type ReportCampaign } from './report-campaign.server'

const sql = `SELECT id FROM Campaign WHERE provinceCode = ? AND frameworkVersionId = ? AND estimatedAt IS NOT NULL
  AND closedAt < ? AND id <> ? ORDER BY closedAt DESC`

/**
 * The campaign with which a report compares: the last one of the province that was released before and measured on the
 * same scale, with the same framework and the same standard; null without one.
 */
export function earlierCampaign(campaign: ReportCampaign): ReportCampaign | null {
  const { id, provinceCode, frameworkVersionId, closedAt } = campaign
  const rows = reader.sql.all<{ id: string }>(sql, provinceCode, frameworkVersionId, closedAt, id)
  const { standardId } = measuringOf(campaign)
  return (
    rows
      .map((row) => reportCampaign(row.id))
      .find((earlier) => measuringOf(earlier).standardId === standardId) ?? null
  )
}
