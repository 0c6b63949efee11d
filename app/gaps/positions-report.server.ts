import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { figureOf } from './figures'
import { allMeasures } from './measure'
import { everybody, wholeProvince } from './pattern'
import { groupsOf, positionResponses } from './places.server'
import { releasedFigures } from './released.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** What the people of each position of a province lack, domain by domain. */
export function positionsReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const domains = allMeasures(framework).filter(({ isDomain }) => isDomain)
  const released = releasedFigures(campaign)
  const cells = (group: string) => domains.map(({ code }) => figureOf(released, wholeProvince, group, code))
  const asked = new Map(positionResponses(campaignId).map((row) => [row.position, row.asked]))
  const { departments, positions } = groupsOf(campaignId)
  const codeOf = (group: string) => group.slice(group.indexOf(':') + 1)
  return {
    campaign,
    domains,
    everybody: cells(everybody),
    departments: departments.map((each) => ({ ...each, cells: cells(each.value) })),
    positions: positions.map((each) => ({
      ...each,
      cells: cells(each.value),
      asked: asked.get(codeOf(each.value)) ?? 0,
    })),
  }
}

export type PositionsReport = ReturnType<typeof positionsReport>
