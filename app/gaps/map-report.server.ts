import { frameworkVersion } from '~/competency/frameworks.server'
import { locationsOf } from '~/people/locations/locations.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { tileLayout } from '~/ui/tile-layout'
import { figureOf } from './figures'
import { allMeasures } from './measure'
import { everybody } from './pattern'
import { releasedFigures } from './released.server'
import { reportRates } from './report-rates.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** The communes of a campaign as tiles where their coordinates are known, with one measure. */
export function mapReport(actor: Actor, campaignId: string, measureCode: string) {
  const campaign = reportCampaign(campaignId)
  const { provinceCode } = campaign
  authorise(actor, 'report.province', { provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const measures = allMeasures(framework)
  const domains = measures.filter(({ isDomain }) => isDomain)
  const measure = measures.find(({ code }) => code === measureCode) ?? domains[0]!
  const released = releasedFigures(campaign)
  const known = locationsOf(campaign.communeCodes)
  return {
    campaign,
    measure,
    measures,
    domains: domains.length,
    canLoad: can(actor, 'clusters.edit', { provinceCode }),
    layout: tileLayout(known.map(({ communeCode, ...at }) => ({ key: communeCode, ...at }))),
    sources: [...new Set(known.map(({ source }) => source))],
    communes: reportRates(campaign, everybody).map(({ code, name }) => ({
      code,
      name,
      figure: figureOf(released, code, everybody, measure.code),
      isLocated: known.some(({ communeCode }) => communeCode === code),
    })),
  }
}

export type MapReport = ReturnType<typeof mapReport>
