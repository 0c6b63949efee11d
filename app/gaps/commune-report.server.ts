import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { communeForm } from './commune-answers.server'
import { claims, type Claim } from './compare'
import { conditionFigures, opinionCounts, systemCounts } from './conditions'
import { figureOf, isShown, type Figure, type Released, type Shown } from './figures'
import { allMeasures, type MeasureInfo } from './measure'
import { everybody, wholeProvince } from './pattern'
import { communeRates, groupsOf, neededBy } from './places.server'
import { releasedFigures } from './released.server'
import { reportCampaign, requireReleased } from './report-campaign.server'

/** A measure of a commune beside that of the province. `needed`: people asked whose position needs it. */
export type CommuneGap = {
  measure: MeasureInfo
  figure: Figure
  province: Figure
  claim: Claim
  needed: number
}
export type FirstGap = CommuneGap & { figure: Shown }

/** What one commune lacks, in a closed campaign: skills, conditions of work, trouble with systems. */
export function communeReport(actor: Actor, campaignId: string, communeCode: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.commune', { provinceCode: campaign.provinceCode, communeCode })
  const rates = communeRates(campaignId, campaign.communeCodes, everybody)
  const commune = rates.find(({ code }) => code === communeCode)
  if (!commune) throw refuse('notFound')
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const form = formVersion(campaign.personFormVersionId)
  const released = releasedFigures(campaign)
  const gaps = communeGaps(released, allMeasures(framework), communeCode, neededBy(campaignId, communeCode))
  return {
    campaign,
    canSeeProvince: can(actor, 'report.province', { provinceCode: campaign.provinceCode }),
    canSeePeople: can(actor, 'result.consented', { provinceCode: campaign.provinceCode, communeCode }),
    commune,
    gaps,
    first: firstGaps(gaps),
    departments: groupsOf(campaignId)
      .departments.map((department) => ({
        ...department,
        cells: gaps
          .filter(({ measure }) => measure.isDomain)
          .map(({ measure }) => figureOf(released, communeCode, department.value, measure.code)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    conditions: conditionFigures(released, form, communeCode),
    systems: systemCounts(released, form, campaign.systems, communeCode),
    opinions: opinionCounts(released, form, communeCode),
    communeForm: communeForm(campaignId, communeCode, campaign.systems),
    asksCommune: campaign.communeFormVersionId !== null,
  }
}

export type CommuneReport = ReturnType<typeof communeReport>

function communeGaps(
  released: Released,
  measures: MeasureInfo[],
  communeCode: string,
  needed: Map<string, number>,
): CommuneGap[] {
  const pairs = measures.map(({ code }) => ({
    own: figureOf(released, communeCode, everybody, code),
    province: figureOf(released, wholeProvince, everybody, code),
  }))
  const made = claims(pairs)
  return measures.map((measure, i) => ({
    measure,
    figure: pairs[i]!.own,
    province: pairs[i]!.province,
    claim: made[i]!,
    needed: needed.get(measure.code) ?? 0,
  }))
}

/** People surely below target: the lower bound of the share times the people whose position needs the competency. */
function surelyBelow({ figure, needed }: Pick<FirstGap, 'figure' | 'needed'>): number {
  return figure.low * needed
}

/** The five competencies to begin with: where most people are surely below target. */
function firstGaps(gaps: CommuneGap[]): FirstGap[] {
  return gaps
    .filter((gap): gap is FirstGap => !gap.measure.isDomain && isShown(gap.figure) && gap.figure.below > 0)
    .sort((a, b) => surelyBelow(b) - surelyBelow(a))
    .slice(0, 5)
}
