import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { advice } from './commune-report.server'
import { conditionFigures } from './conditions'
import type { ConditionsIndex } from './conditions-index'
import { allMeasures } from './measure'
import { everybody, wholeProvince } from './pattern'
import { placements, type Placement } from './placements.server'
import type { Recommendation } from './recommendations'
import { releasedFigures } from './released.server'
import { reportRates } from './report-rates.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** A recommendation with the communes for which it is made. */
export type WideAdvice = Pick<Recommendation, 'key' | 'who' | 'system'> & {
  communes: { code: string; name: string }[]
}

/** A commune in the table behind the drawing. */
export type ConditionsRow = Pick<Placement, 'code' | 'skills' | 'middle' | 'place'> & {
  name: string
  conditions: ConditionsIndex['total']
  facets: ConditionsIndex['facets']
}

/** Communes by what they lack in skills and in conditions of work, and what should be done by whom in how many of them. */
export function conditionsReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const domains = allMeasures(framework).filter(({ isDomain }) => isDomain)
  const released = releasedFigures(campaign)
  const form = formVersion(campaign.personFormVersionId)
  const rates = reportRates(campaign, everybody)
  const placed = placements(campaign, released, domains, rates)
  const rows = rates.flatMap(({ code, name, asked }) => {
    const placement = placed.communes.get(code)
    return placement ? [{ name, asked, placement }] : []
  })
  return {
    campaign,
    domains: domains.length,
    province: placed.province,
    conditions: conditionFigures(released, form, wholeProvince),
    rows: rows.map(({ name, placement }) => rowOf(name, placement)),
    advice: gathered(
      rows.map(({ name, asked, placement }) => ({
        code: placement.code,
        name,
        own: advice(campaign, released, placement, asked).recommendations,
      })),
    ),
  }
}

export type ConditionsReport = ReturnType<typeof conditionsReport>

function rowOf(name: string, { code, skills, middle, place, conditions }: Placement): ConditionsRow {
  return { code, name, skills, middle, place, conditions: conditions.total, facets: conditions.facets }
}

/** The recommendations of all communes, each once, those for most communes first. */
function gathered(communes: { code: string; name: string; own: Recommendation[] }[]): WideAdvice[] {
  const made = new Map<string, WideAdvice>()
  for (const { code, name, own } of communes) {
    for (const { key, who, system } of own) {
      const id = `${key} ${system ?? ''}`
      const known = made.get(id) ?? { key, who, system, communes: [] }
      known.communes.push({ code, name })
      made.set(id, known)
    }
  }
  return [...made.values()].sort((a, b) => b.communes.length - a.communes.length)
}
