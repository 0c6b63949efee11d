import { reportCampaign, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'

/**
 * A campaign that the actor may read of: opened, of the actor's province, or one that asks the actor's commune. Any other
 * is not found, so that nobody learns what other provinces do.
 */
export function campaignFor(actor: Actor, id: string): ReportCampaign {
  if (!reader.sql.get('SELECT 1 FROM Campaign WHERE id = ?', id)) throw refuse('notFound')
  const campaign = reportCampaign(id)
  if (campaign.state === 'draft' || communesFor(actor, campaign).length === 0) throw refuse('notFound')
  return campaign
}

/** The communes of a campaign that the actor may read of. */
export function communesFor(actor: Actor, { provinceCode, communeCodes }: ReportCampaign): string[] {
  if (can(actor, 'report.province', { provinceCode })) return communeCodes
  return communeCodes.filter((communeCode) => can(actor, 'report.commune', { provinceCode, communeCode }))
}
