import { measuringOf } from '~/assessment/measuring.server'
import { reader } from '~/platform/db/db.server'
import { reportCampaign, type ReportCampaign } from './report-campaign.server'

const sql = `SELECT id FROM Campaign WHERE provinceCode = ? AND frameworkVersionId = ? AND estimatedAt IS NOT NULL
  AND sample = ? AND closedAt < ? AND id <> ? ORDER BY closedAt DESC`

/**
 * The campaign with which a report compares: the last one of the province that was released before and measured on the
 * same scale of the same positions, with the same framework and the same standard; sample data only with sample data.
 * Null without one.
 */
export function earlierCampaign(campaign: ReportCampaign): ReportCampaign | null {
  const { id, provinceCode, frameworkVersionId, sample, closedAt } = campaign
  const rows = reader.sql.all<{ id: string }>(
    sql,
    provinceCode,
    frameworkVersionId,
    Number(sample),
    closedAt,
    id,
  )
  const { standardId } = measuringOf(campaign)
  return (
    rows
      .map((row) => reportCampaign(row.id))
      .find(
        (earlier) =>
          measuringOf(earlier).standardId === standardId &&
          sameCodes(earlier.positionCodes, campaign.positionCodes),
      ) ?? null
  )
}

/** Whether two lists name the same, in whatever order; null names everything. */
export function sameCodes(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b
  const own = new Set(a)
  return own.size === new Set(b).size && b.every((code) => own.has(code))
}
