import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { advice } from './commune-report.server'
import { allMeasures } from './measure'
import { everybody } from './pattern'
import { placements } from './placements.server'
import { communeRates } from './places.server'
import type { Recommendation } from './recommendations'
import { releasedFigures } from './released.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** What should be done in how many communes, and by whom. */
export type ProvinceAdvice = Pick<Recommendation, 'key' | 'who' | 'system'> & { communes: number }

/** The communes of a released campaign by skills and conditions, and what should be done by whom. */
export function conditionsReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const domains = allMeasures(frameworkVersion(campaign.frameworkVersionId).framework).filter(
    ({ isDomain }) => isDomain,
  )
  const released = releasedFigures(campaign)
  const rates = communeRates(campaignId, campaign.communeCodes, everybody)
  const { province, communes } = placements(campaign, released, domains, rates)
  const rows = rates.map(({ code, name, asked }) => ({ ...communes.get(code)!, name, asked }))
  const found = new Map<string, ProvinceAdvice>()
  for (const row of rows) {
    for (const { key, who, system } of advice(campaign, released, row, row.asked).recommendations) {
      const known = found.get(`${key} ${system ?? ''}`)
      if (known) known.communes += 1
      else found.set(`${key} ${system ?? ''}`, { key, who, system, communes: 1 })
    }
  }
  return {
    campaign,
    province,
    communes: rows.map(({ code, name, skills, conditions, middle, place }) => ({
      code,
      name,
      skills,
      conditions,
      middle,
      place,
    })),
    advice: [...found.values()].sort((a, b) => b.communes - a.communes),
  }
}

export type ConditionsReport = ReturnType<typeof conditionsReport>
