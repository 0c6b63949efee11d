import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { claims, largest } from './compare'
import { conditionFigures, type ConditionFigure } from './conditions'
import { figureOf, isShown, type Figure, type Released } from './figures'
import { direction, type GapView } from './gap-query'
import { allMeasures, type MeasureInfo } from './measure'
import { wholeProvince, type Group } from './pattern'
import { communeRates, groupsOf, type CommuneRates } from './places.server'
import { releasedFigures } from './released.server'
import { reportCampaign, type ReportCampaign } from './report-campaign.server'

export type ProvinceRow = CommuneRates & { cells: Figure[] }
export type MeasureFigure = { measure: MeasureInfo; figure: Figure }

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
    },
    figures:
      campaign.state === 'closed'
        ? provinceFigures(campaign, measures, view, group?.value ?? '', rates)
        : null,
  }
}

export type ProvinceReport = ReturnType<typeof provinceReport>

function provinceFigures(
  campaign: ReportCampaign,
  measures: MeasureInfo[],
  view: GapView,
  group: Group,
  rates: CommuneRates[],
): ProvinceFigures {
  const released = releasedFigures(campaign)
  const columns = measures.filter(({ isDomain, domain }) =>
    view.view === 'domains' ? isDomain : !isDomain && (view.domain === '' || domain === view.domain),
  )
  const rows = rates.map((rate): ProvinceRow => ({
    ...rate,
    cells: columns.map(({ code }) => figureOf(released, rate.code, group, code)),
  }))
  const provinceOf = (measure: MeasureInfo): MeasureFigure => ({
    measure,
    figure: figureOf(released, wholeProvince, group, measure.code),
  })
  const worst = largest(measures.filter(({ isDomain }) => isDomain).map(provinceOf))
  return {
    columns,
    rows: sorted(rows, columns, view),
    province: columns.map(provinceOf),
    worst,
    above: worst[0] ? communesAbove(released, group, worst[0], rates) : 0,
    conditions: provinceConditions(released, campaign, rates),
  }
}

function communesAbove(
  released: Released,
  group: Group,
  { measure, figure }: MeasureFigure,
  rates: CommuneRates[],
): number {
  const pairs = rates.map(({ code }) => ({
    own: figureOf(released, code, group, measure.code),
    province: figure,
  }))
  return claims(pairs).filter(({ standing }) => standing === 'higher').length
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
