import { reader } from '~/platform/db/db.server'
import { now } from '~/platform/clock/now.server'
import type { Locale } from '~/platform/i18n/locale'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { phaseOf, type Phase } from './campaign'
import { campaignColumns, campaignOf } from './find-campaign.server'
import { titleOf } from './survey-pages.server'

export type CampaignRow = {
  id: string
  title: string
  phase: Phase
  opensOn: string
  closesOn: string
  closedAt: string | null
  /** Its figures can be read. */
  released: boolean
  communeCodes: string[]
  asked: number
  submitted: number
}

/**
 * Campaigns that an actor may see, newest first: a planner's own province with its drafts, a leader's own commune once they
 * have opened. Counts are those of the actor's own place.
 */
export function listCampaigns(actor: Actor, locale: Locale): CampaignRow[] {
  authorise(actor, 'campaign.rates')
  const { provinceCodes, communeCodes } = scopeOf(actor, 'campaign.rates')
  const rows = reader.sql.all<Parameters<typeof campaignOf>[0]>(
    `SELECT ${campaignColumns} FROM Campaign c WHERE provinceCode IN (SELECT value FROM json_each(?))
     OR (state <> 'draft' AND EXISTS (SELECT 1 FROM json_each(c.communeCodes) WHERE value IN (SELECT value FROM json_each(?))))
     ORDER BY state = 'draft' DESC, opensOn DESC, createdAt DESC`,
    JSON.stringify(provinceCodes),
    JSON.stringify(communeCodes),
  )
  const today = vietnamDay(now())
  return rows.map(campaignOf).map((campaign) => {
    const whole = can(actor, 'campaign.rates', { provinceCode: campaign.provinceCode })
    const within = campaign.communeCodes.filter((code) => whole || communeCodes.includes(code))
    return {
      id: campaign.id,
      title: titleOf(campaign, locale),
      phase: phaseOf(campaign, today),
      opensOn: campaign.opensOn,
      closesOn: campaign.closesOn,
      closedAt: campaign.closedAt,
      released: campaign.estimatedAt !== null,
      communeCodes: within,
      ...counts(campaign.id, within),
    }
  })
}

function counts(campaignId: string, communeCodes: string[]): { asked: number; submitted: number } {
  const row = reader.sql.get<{ asked: number; submitted: number }>(
    `SELECT COUNT(*) AS asked, COUNT(s.submittedAt) AS submitted FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id
     WHERE i.campaignId = ? AND i.communeCode IN (SELECT value FROM json_each(?))`,
    campaignId,
    JSON.stringify(communeCodes),
  )
  return row ?? { asked: 0, submitted: 0 }
}
