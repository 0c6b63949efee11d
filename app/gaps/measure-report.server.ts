import { frameworkVersion } from '~/competency/frameworks.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Change } from './change-figures'
import type { Claim } from './compare'
import { distributionOf } from './distribution.server'
import { figureOf, isShown, type Figure } from './figures'
import { figuresOfReport } from './figures-of-report.server'
import type { GapView } from './gap-query'
import { allMeasures, findMeasure } from './measure'
import { communeDepartments, wholeProvince } from './pattern'
import { groupsOf } from './places.server'
import { reportRates } from './report-rates.server'
import { releasedFigures } from './released.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

export type MeasureRow = { code: string; name: string; figure: Figure; claim: Claim; change: Change | null }

/** One competency or domain across the communes of a closed campaign, from the largest share below target. */
export function measureReport(actor: Actor, campaignId: string, measureCode: string, view: GapView) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const measure = findMeasure(framework, measureCode)
  if (!measure) throw refuse('notFound')
  // Of a department in a commune only domains are released.
  const departments =
    measure.isDomain && releasedFigures(campaign).splits.has(communeDepartments)
      ? groupsOf(campaignId).departments
      : []
  const group = departments.find(({ value }) => value === view.group) ?? null
  const { released, claims, earlier } = figuresOfReport(campaign, group?.value ?? '')
  const figure = (place: string, code: string) => figureOf(released, place, group?.value ?? '', code)
  const province = figure(wholeProvince, measure.code)
  const rows = reportRates(campaign, '').map(({ code, name }): MeasureRow => ({
    code,
    name,
    figure: figure(code, measure.code),
    claim: claims.standing(code, measure.code),
    change: claims.change(code, measure.code),
  }))
  return {
    campaign,
    measure,
    group,
    departments,
    province,
    change: claims.change(wholeProvince, measure.code),
    earlier,
    /** Of everybody, and of a competency: a domain has no levels of its own. */
    distribution:
      measure.isDomain || group ? null : distributionOf(campaign, measure.code, wholeProvince, province),
    levels: framework.levels.map(({ level, name }) => ({ level, name })),
    rows: rows.sort((a, b) => order(a) - order(b)),
    /** Of a domain its competencies, of a competency the others of its domain, for the whole province. */
    related: allMeasures(framework)
      .filter(({ code, domain }) => domain === measure.domain && code !== measure.code)
      .map((each) => ({ measure: each, figure: figure(wholeProvince, each.code) })),
  }
}

export type MeasureReport = ReturnType<typeof measureReport>

function order({ figure }: MeasureRow): number {
  if (isShown(figure)) return -figure.share
  return figure === 'uninformed' ? 1 : figure === 'hidden' ? 2 : 3
}
