import { measuringOf } from '~/assessment/measuring.server'
import { earlierCampaigns } from '~/gaps/earlier-campaign.server'
import { reportCampaign, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reader } from '~/platform/db/db.server'
import type { CarriedPlan } from '../carry/plan-row.server'

/** Released campaigns after that of a plan which measured the same on the same scale, the first of them first. */
export function laterCampaigns(plan: CarriedPlan): ReportCampaign[] {
  const base = plan.campaignId === null ? undefined : findCampaign(plan.campaignId)
  if (!base) return []
  return reader.sql
    .all<{ id: string }>(
      `SELECT id FROM Campaign WHERE provinceCode = ? AND estimatedAt IS NOT NULL AND sample = ? AND closedAt > ? AND id <> ?
       ORDER BY closedAt`,
      plan.provinceCode,
      Number(base.sample),
      base.closedAt ?? '',
      base.id,
    )
    .map(({ id }) => reportCampaign(id))
    .filter((later) => earlierCampaigns(later).some(({ id }) => id === base.id))
}

/** A campaign that may be gone. */
export function findCampaign(id: string): ReportCampaign | undefined {
  return reader.sql.get('SELECT 1 FROM Campaign WHERE id = ?', id) ? reportCampaign(id) : undefined
}

/** The variance of abilities in each competency before anything is known of a person, in logits². */
export function priorVariances(campaign: ReportCampaign): Map<string, number> {
  const { competencies, prior } = measuringOf(campaign)
  const { covariance } = prior
  return new Map(competencies.map((code, k) => [code, covariance.data[k * covariance.columns + k]!]))
}
