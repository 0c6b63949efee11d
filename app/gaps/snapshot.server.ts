import { createHash } from 'node:crypto'
import { measuringOf } from '~/assessment/measuring.server'
import { reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { methodVersion } from './method'
import type { Snapshot } from './released-parts.server'
import type { ReportCampaign } from './report-campaign.server'

type Sql = Pick<Tx['sql'], 'get' | 'all'>

/** The figures themselves: what decides which of them are shown is kept beside them and may be made stricter. */
const figuresSql = `SELECT part, data FROM ReleasedPart WHERE campaignId = ? AND part NOT IN ('snapshot', 'hidden') ORDER BY part`
const estimatesSql = 'SELECT * FROM Estimate WHERE campaignId = ? ORDER BY place, "group", measure'

/** A fingerprint of the figures of a released campaign as they are stored: SHA-256, as 64 hexadecimal digits. */
export function hashOfFigures(sql: Sql, campaignId: string): string {
  const hash = createHash('sha256')
  for (const row of sql.all(estimatesSql, campaignId)) hash.update(JSON.stringify(row))
  for (const row of sql.all(figuresSql, campaignId)) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** What the figures were made from, counted and hashed inside the transaction that releases them. */
export function snapshotOf(sql: Sql, campaign: ReportCampaign, estimatedAt: Date): Snapshot {
  const counts = sql.get<{ asked: number; submitted: number; communeForms: number }>(
    `SELECT (SELECT COUNT(*) FROM Invitee WHERE campaignId = c.id) AS asked,
       (SELECT COUNT(*) FROM Sitting WHERE campaignId = c.id AND kind = 'person' AND submittedAt IS NOT NULL) AS submitted,
       (SELECT COUNT(*) FROM Sitting WHERE campaignId = c.id AND kind = 'commune' AND submittedAt IS NOT NULL) AS communeForms
     FROM Campaign c WHERE c.id = ?`,
    campaign.id,
  )
  const { standardId, standard } = measuringOf(campaign)
  return {
    method: methodVersion,
    standardId,
    standardVersion: standard.version,
    parameterVersion: campaign.parameterVersionId,
    frameworkVersion: campaign.frameworkVersionId,
    formVersion: campaign.personFormVersionId,
    communeFormVersion: campaign.communeFormVersionId,
    asked: counts?.asked ?? 0,
    submitted: counts?.submitted ?? 0,
    communeForms: counts?.communeForms ?? 0,
    closedAt: campaign.closedAt,
    estimatedAt: dbDate(estimatedAt),
    hash: hashOfFigures(sql, campaign.id),
  }
}

/** Whether the figures are still those that were released. */
export function holdsSnapshot(campaignId: string, { hash }: Snapshot): boolean {
  return hashOfFigures(reader.sql, campaignId) === hash
}
