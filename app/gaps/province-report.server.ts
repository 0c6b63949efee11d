import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { Change } from './change-figures'
import { largest, type Claim } from './compare'
import { conditionFigures, type ConditionFigure } from './conditions'
import { figureOf, isShown, type Figure, type Released } from './figures'
import { figuresOfReport, type Earlier } from './figures-of-report.server'
import { direction, type GapView } from './gap-query'
import { allMeasures, type MeasureInfo } from './measure'
import { everybody, wholeProvince, type Group } from './pattern'
import { placements, type Placement } from './placements.server'
import { communeRates, groupsOf, positionResponses, type CommuneRates } from './places.server'
import { releasedPart } from './released-parts.server'
import { smallestGroup } from './suppression'
import { estimating, reportCampaign, type ReportCampaign } from './report-campaign.server'

export type ProvinceRow = CommuneRates & { cells: Figure[]; claims: Claim[] }
export type MeasureFigure = { measure: MeasureInfo; figure: Figure; change: Change | null }
/** Of a commune: where it stands by skill and by conditions. */
export type PlacedCommune = Pick<Placement, 'code' | 'skills' | 'middle' | 'place'> & {
  name: string
  conditions: Placement['conditions']['total']
}

/** The figures of a released campaign, commune by commune, with what they amount to. */
export type ProvinceFigures = {
  columns: MeasureInfo[]
  rows: ProvinceRow[]
  province: MeasureFigure[]
  /** The domains that are below target most often: more than one where they cannot be told apart. */
  worst: MeasureFigure[]
  /** Communes clearly above the others in the first of them. */
  above: number
  conditions: ProvinceCondition[]
  /** Communes by skills and conditions; empty where a group is looked at, of which conditions are not told. */
  placed: PlacedCommune[]
  /** Whom changes are told against; null without a campaign before on the same scale. */
  earlier: Earlier | null
}

/** A condition of work in the province, and the number of communes where most people surely lack it. */
export type ProvinceCondition = { condition: ConditionFigure; communes: number }

/** How far a campaign has come, and its figures once it is closed: until then nothing but response rates. */
export function provinceReport(actor: Actor, campaignId: string, view: GapView) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const { departments, positions } = groupsOf(campaignId)
  const group = [...departments, ...positions].find(({ value }) => value === view.group) ?? null
  const rates = communeRates(campaignId, campaign.communeCodes, group?.value ?? '')
  const measures = allMeasures(framework)
  return {
    campaign,
    view: { ...view, group: group?.value ?? '' },
    group,
    departments,
    positions,
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
    figures:
      campaign.estimatedAt === null
        ? null
        : provinceFigures(campaign, measures, view, group?.value ?? '', rates),
  }
}

export type ProvinceReport = ReturnType<typeof provinceReport>

/**
 * Who answered, by position; once the results are released, who answered something that they rest on, except where that
 * would tell of one of a few that the answers were none.
 */
function responseByPosition({ id }: ReportCampaign) {
  const measured = new Map(
    releasedPart(id, 'response')?.map((each) => [each.position, each.measured] as const),
  )
  return positionResponses(id).map((row) => ({
    ...row,
    submitted: row.submitted < smallestGroup ? row.submitted : (measured.get(row.position) ?? row.submitted),
  }))
}

function provinceFigures(
  campaign: ReportCampaign,
  measures: MeasureInfo[],
  view: GapView,
  group: Group,
  rates: CommuneRates[],
): ProvinceFigures {
  const { released, claims, earlier } = figuresOfReport(campaign, group)
  const columns = measures.filter(({ isDomain, domain }) =>
    view.view === 'domains' ? isDomain : !isDomain && (view.domain === '' || domain === view.domain),
  )
  const rows = rates.map((rate): ProvinceRow => ({
    ...rate,
    cells: columns.map(({ code }) => figureOf(released, rate.code, group, code)),
    claims: columns.map(({ code }) => claims.standing(rate.code, code)),
  }))
  const provinceOf = (measure: MeasureInfo): MeasureFigure => ({
    measure,
    figure: figureOf(released, wholeProvince, group, measure.code),
    change: claims.change(wholeProvince, measure.code),
  })
  const domains = measures.filter(({ isDomain }) => isDomain)
  const worst = largest(domains.map(provinceOf))
  const first = worst[0]?.measure.code
  return {
    columns,
    rows: sorted(rows, columns, view),
    province: columns.map(provinceOf),
    worst,
    above: first ? rates.filter(({ code }) => claims.standing(code, first).standing === 'higher').length : 0,
    conditions: provinceConditions(released, campaign, rates),
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
  const rates = communeRates(campaign.id, campaign.communeCodes, everybody)
  const { communes } = placements(campaign, released, domains, rates)
  return rates.flatMap(({ code, name }) => {
    const commune = communes.get(code)
    if (!commune) return []
    const { skills, middle, place, conditions } = commune
    return [{ code, name, skills, middle, place, conditions: conditions.total }]
  })
}

function provinceConditions(
  released: Released,
  campaign: ReportCampaign,
  rates: CommuneRates[],
): ProvinceCondition[] {
  const form = formVersion(campaign.personFormVersionId)
  const communes = rates.flatMap(({ code }) => conditionFigures(released, form, code))
  const lacking = (code: string) =>
    communes.filter((each) => each.code === code && !each.hidden && each.state === 'lacking').length
  return conditionFigures(released, form, wholeProvince).map((condition) => ({
    condition,
    communes: lacking(condition.code),
  }))
}

/** Rows by name, response or one column; those without a figure stay at the end. */
function sorted(rows: ProvinceRow[], columns: MeasureInfo[], view: GapView): ProvinceRow[] {
  const sign = direction(view) === 'asc' ? 1 : -1
  if (view.sort === 'name') return sign === 1 ? rows : rows.toReversed()
  const column = columns.findIndex(({ code }) => code === view.sort)
  const value = ({ cells, asked, submitted }: ProvinceRow): number | null => {
    if (view.sort === 'response') return asked === 0 ? null : submitted / asked
    const figure = cells[column] ?? null
    return isShown(figure) ? figure.share : null
  }
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}

function isLow({ asked, submitted }: CommuneRates): boolean {
  return asked > 0 && submitted / asked < 0.5
}

function sum(rates: CommuneRates[], key: 'asked' | 'submitted'): number {
  return rates.reduce((total, rate) => total + rate[key], 0)
}
