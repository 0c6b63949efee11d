import { frameworkVersion } from '~/competency/frameworks.server'
import { clustersOf } from '~/people/places/clusters.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { Change } from './change-figures'
import { largest } from './compare'
import { figureOf, type Figure, type Released } from './figures'
import { figuresOfReport, type Earlier } from './figures-of-report.server'
import type { GapView } from './gap-query'
import { heatPage, type HeatPage, type ProvinceRow } from './heat-rows'
import { allMeasures, type MeasureInfo } from './measure'
import { overallChange, overallOf, type Overall, type OverallChange } from './overall'
import { communeDepartments, everybody, wholeProvince, type Group } from './pattern'
import { placements, type Placement, type SkillAxis } from './placements.server'
import type { CommuneRates } from './places.server'
import { provinceConditions, type ProvinceConditions } from './province-conditions.server'
import { releasedFigures } from './released.server'
import { releasedPart } from './released-parts.server'
import { Recent } from './recent'
import { reportGroups, reportPositions, reportRates } from './report-rates.server'
import { smallestGroup } from './suppression'
import { estimating, reportCampaign, type ReportCampaign } from './report-campaign.server'

export type MeasureFigure = { measure: MeasureInfo; figure: Figure; change: Change | null }
/** Of a commune: where it stands by skill and by conditions; the intervals are in the report of conditions. */
export type PlacedCommune = Pick<Placement, 'code' | 'middle'> & {
  name: string
  skills: Pick<SkillAxis, 'value' | 'middle'> | null
  conditions: { value: number } | null
  place: Pick<Placement['place'], 'quadrant'>
}

/** The figures of a released campaign, commune by commune, with what they amount to. */
export type ProvinceFigures = ProvinceConditions & {
  columns: MeasureInfo[]
  heat: HeatPage
  /** Whether the province has made clusters. */
  clustered: boolean
  province: MeasureFigure[]
  /** Of all domains together, and since the campaign before. */
  overall: Overall | null
  overallChange: OverallChange | null
  /** The domains that are below target most often: more than one where they cannot be told apart. */
  worst: MeasureFigure[]
  /** Communes clearly above the others in the first of them. */
  above: number
  /** Communes by skills and conditions; empty where a group is looked at, of which conditions are not told. */
  placed: PlacedCommune[]
  /** Whom changes are told against; null without a campaign before on the same scale. */
  earlier: Earlier | null
}

/**
 * How far a campaign has come, and its figures once it is closed: until then nothing but response rates.
 * @param most rows of the heat map at once
 */
export function provinceReport(actor: Actor, campaignId: string, view: GapView, most?: number) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  // Of a department in a commune only domains are released.
  const isSplit = campaign.estimatedAt === null || releasedFigures(campaign).splits.has(communeDepartments)
  const departments = view.view === 'domains' && isSplit ? reportGroups(campaign).departments : []
  const group = departments.find(({ value }) => value === view.group) ?? null
  const rates = reportRates(campaign, group?.value ?? '')
  const measures = allMeasures(framework)
  return {
    campaign,
    view: { ...view, group: group?.value ?? '' },
    group,
    departments,
    domains: measures.filter(({ isDomain }) => isDomain),
    response: {
      asked: sum(rates, 'asked'),
      submitted: sum(rates, 'submitted'),
      communes: rates.length,
      low: rates.filter(isLow).length,
      positions: responseByPosition(campaign),
    },
    /** How far the estimates of a closed campaign are; null before it closes and once they are released. */
    estimating: estimating(campaign),
    canRetry: can(actor, 'campaign.manage', { provinceCode: campaign.provinceCode }),
    canCluster: can(actor, 'clusters.edit', { provinceCode: campaign.provinceCode }),
    figures:
      campaign.estimatedAt === null
        ? null
        : provinceFigures(campaign, measures, view, group?.value ?? '', rates, most),
  }
}

export type ProvinceReport = ReturnType<typeof provinceReport>

/**
 * Who answered, by position; once the results are released, who answered something that they rest on, except where that
 * would tell of one of a few that the answers were none.
 */
function responseByPosition(campaign: ReportCampaign) {
  const measured = new Map(
    releasedPart(campaign.id, 'response')?.map((each) => [each.position, each.measured] as const),
  )
  return reportPositions(campaign).map((row) => ({
    ...row,
    submitted: row.submitted < smallestGroup ? row.submitted : (measured.get(row.position) ?? row.submitted),
  }))
}

/** The figures of every commune in the columns of a view: most requests look at the same few. */
const cellsCache = new Recent<ReadonlyMap<string, Figure[]>>(8)

function provinceFigures(
  campaign: ReportCampaign,
  measures: MeasureInfo[],
  view: GapView,
  group: Group,
  rates: CommuneRates[],
  most?: number,
): ProvinceFigures {
  const { released, claims, earlier, before, sameCommunes } = figuresOfReport(campaign, group)
  const columns = measures.filter(({ isDomain, domain }) =>
    view.view === 'domains' ? isDomain : !isDomain && (view.domain === '' || domain === view.domain),
  )
  const cells = cellsCache.get(
    [campaign.id, campaign.estimatedAt, group, view.view, view.domain].join(' '),
    () =>
      new Map(
        rates.map(({ code }) => [code, columns.map((each) => figureOf(released, code, group, each.code))]),
      ),
  )
  const rows = rates.map((rate): ProvinceRow => ({ ...rate, cells: cells.get(rate.code) ?? [] }))
  const provinceOf = (measure: MeasureInfo): MeasureFigure => ({
    measure,
    figure: figureOf(released, wholeProvince, group, measure.code),
    change: claims.change(wholeProvince, measure.code),
  })
  const domains = measures.filter(({ isDomain }) => isDomain)
  const whole = domains.map(provinceOf)
  const worst = largest(whole)
  const first = worst[0]?.measure.code
  const clusters = clustersOf(campaign.provinceCode)
  const wholeOf = (of: Released) => domains.map(({ code }) => figureOf(of, wholeProvince, group, code))
  return {
    ...provinceConditions(campaign, released),
    columns,
    heat: heatPage(rows, columns, view, clusters, most),
    clustered: clusters.length > 0,
    province: columns.map(provinceOf),
    overall: overallOf(whole.map(({ figure }) => figure)),
    overallChange: before && sameCommunes ? overallChange(wholeOf(before), wholeOf(released)) : null,
    worst,
    above: first ? rates.filter(({ code }) => claims.standing(code, first).standing === 'higher').length : 0,
    placed: placed(campaign, released, domains, group),
    earlier,
  }
}

function placed(
  campaign: ReportCampaign,
  released: Released,
  domains: MeasureInfo[],
  group: Group,
): PlacedCommune[] {
  if (group !== everybody) return []
  const rates = reportRates(campaign, everybody)
  const { communes } = placements(campaign, released, domains, rates)
  return rates.flatMap(({ code, name }) => {
    const commune = communes.get(code)
    if (!commune) return []
    const { skills, middle, place, conditions } = commune
    return [
      {
        ...{ code, name, middle, place: { quadrant: place.quadrant } },
        skills: skills && { value: skills.value, middle: skills.middle },
        conditions: conditions.total && { value: conditions.total.value },
      },
    ]
  })
}

function isLow({ asked, submitted }: CommuneRates): boolean {
  return asked > 0 && submitted / asked < 0.5
}

function sum(rates: CommuneRates[], key: 'asked' | 'submitted'): number {
  return rates.reduce((total, rate) => total + rate[key], 0)
}
