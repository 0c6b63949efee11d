import { formVersion } from '~/assessment/content.server'
import { measuringOf } from '~/assessment/measuring.server'
import { mean } from '~/assessment/numeric/statistics'
import { levelWidth } from '~/competency/standard'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { communeForm } from './commune-answers.server'
import type { SelfWords } from '~/assessment/self-rating'
import type { Change } from './change-figures'
import type { Claim } from './compare'
import { conditionFigures, opinionCounts, systemCounts } from './conditions'
import { choiceCounts, conditionsInput } from './conditions-input'
import { distributionOf } from './distribution.server'
import { figureOf, isShown, type Figure, type Released, type Shown } from './figures'
import { figuresOfReport } from './figures-of-report.server'
import { communeIndicators } from './indicators/commune-indicators.server'
import { placements, type Placement } from './placements.server'
import { recommendations, seenInCharge } from './recommendations'
import type { ReportClaims } from './report-claims'
import { allMeasures, type MeasureInfo } from './measure'
import { overallChange, overallOf } from './overall'
import { everybody, wholeProvince } from './pattern'
import { groupsOf, neededBy } from './places.server'
import { reportRates } from './report-rates.server'
import { trendOf } from './trend-report.server'
import { reportCampaign, requireReleased, type ReportCampaign } from './report-campaign.server'

/**
 * A measure of a commune beside that of the province. `needed`: people asked whose position needs it; `selfWords`: what may
 * be said of how its people rate themselves.
 */
export type CommuneGap = {
  measure: MeasureInfo
  figure: Figure
  province: Figure
  claim: Claim
  change: Change | null
  selfWords: SelfWords | null
  needed: number
}
export type FirstGap = CommuneGap & { figure: Shown }

/** What one commune lacks, in a closed campaign: skills, conditions of work, trouble with systems. */
export function communeReport(actor: Actor, campaignId: string, communeCode: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.commune', { provinceCode: campaign.provinceCode, communeCode })
  const rates = reportRates(campaign, everybody)
  const commune = rates.find(({ code }) => code === communeCode)
  if (!commune) throw refuse('notFound')
  requireReleased(campaign)
  const { framework, standard } = measuringOf(campaign)
  const form = formVersion(campaign.personFormVersionId)
  const measures = allMeasures(framework)
  const { released, claims, earlier, before } = figuresOfReport(campaign, everybody)
  const gaps = communeGaps(released, claims, measures, communeCode, neededBy(campaignId, communeCode))
  const domains = measures.filter(({ isDomain }) => isDomain)
  const cellsOf = (of: Released) => domains.map(({ code }) => figureOf(of, communeCode, everybody, code))
  const first = firstGaps(gaps)
  const { communes, province } = placements(campaign, released, domains, rates)
  const placement = communes.get(communeCode)!
  return {
    campaign,
    canSeeProvince: can(actor, 'report.province', { provinceCode: campaign.provinceCode }),
    canSeePeople: can(actor, 'result.consented', { provinceCode: campaign.provinceCode, communeCode }),
    commune,
    gaps,
    first,
    earlier,
    /** From one level to the next on the scale of distances, on average. */
    levelWidth: mean(
      measures.flatMap(({ code, isDomain }) => (isDomain ? [] : [levelWidth(standard, framework, code)])),
    ),
    placement,
    provinceConditions: province,
    ...advice(campaign, released, placement, commune.asked),
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
    indicators: communeIndicators(actor, campaign.provinceCode, communeCode),
    trend: trendOf(campaign, communeCode),
    overall: overallOf(cellsOf(released)),
    overallChange: before ? overallChange(cellsOf(before), cellsOf(released)) : null,
    /** Of the competencies to begin with. */
    spreads: first.flatMap(({ measure, figure }) => {
      const distribution = distributionOf(campaign, measure.code, communeCode, figure)
      return distribution ? [{ measure, distribution }] : []
    }),
    levels: framework.levels.map(({ level, name }) => ({ level, name })),
  }
}

export type CommuneReport = ReturnType<typeof communeReport>

function communeGaps(
  released: Released,
  claims: ReportClaims,
  measures: MeasureInfo[],
  communeCode: string,
  needed: Map<string, number>,
): CommuneGap[] {
  return measures.map((measure) => ({
    measure,
    figure: figureOf(released, communeCode, everybody, measure.code),
    province: figureOf(released, wholeProvince, everybody, measure.code),
    claim: claims.standing(communeCode, measure.code),
    change: claims.change(communeCode, measure.code),
    selfWords: claims.self(communeCode, measure.code),
    needed: needed.get(measure.code) ?? 0,
  }))
}

/** What should be done in a commune and by whom, and whom its people see in charge of it. */
export function advice(campaign: ReportCampaign, released: Released, placement: Placement, asked: number) {
  const form = formVersion(campaign.personFormVersionId)
  const { code: place, lacks: commune } = placement
  const input = conditionsInput({ released, form, systems: campaign.systems, place, asked, commune })
  return {
    recommendations: recommendations({
      people: input.people,
      commune,
      systems: input.systems,
      actions: choiceCounts(released, place, 'actions'),
      skills: placement.place.skills,
    }),
    inCharge: seenInCharge(choiceCounts(released, place, 'actions-by')),
  }
}

/** People surely below target: the lower bound of the share times the people whose position needs the competency. */
function surelyBelow({ figure, needed }: Pick<FirstGap, 'figure' | 'needed'>): number {
  return figure.low * needed
}

/** The five competencies to begin with: where most people are surely below target, at least one. */
function firstGaps(gaps: CommuneGap[]): FirstGap[] {
  return gaps
    .filter((gap): gap is FirstGap => !gap.measure.isDomain && isShown(gap.figure))
    .filter((gap) => surelyBelow(gap) > 0)
    .sort((a, b) => surelyBelow(b) - surelyBelow(a))
    .slice(0, 5)
}
