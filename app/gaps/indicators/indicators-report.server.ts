import { compareVi } from '~/formats/fold'
import { frameworkVersion } from '~/competency/frameworks.server'
import { bareName } from '~/people/places/places.server'
import { group } from '~/people/roster/commune-lookup'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { ConditionsIndex } from '../conditions-index'
import { figureOf } from '../figures'
import { allMeasures } from '../measure'
import { overallOf, type Overall } from '../overall'
import { everybody, wholeProvince } from '../pattern'
import { placements } from '../placements.server'
import { releasedFigures } from '../released.server'
import { reportCampaign, requireReleased } from '../report-campaign.server'
import { reportRates } from '../report-rates.server'
import type { IndicatorInfo, IndicatorValue } from './indicator'
import { indicatorsOf, indicatorValues } from './indicator-values.server'
import { orderOf, sortValues } from './sort-values'
import { besideEach, type Beside } from './beside'
import { daySummaries, usualDay, type DaySummary } from './summary'

/** A commune with its value and what the campaign says of it; `hidden` where its skills may not be shown. */
export type BesideRow = {
  code: string
  name: string
  value: IndicatorValue | null
  skills: Overall | null
  hidden: boolean
  conditions: ConditionsIndex['total']
}

export type BesideQuery = {
  indicator: string | null
  date: string | null
  sort: string | null
  dir: string | null
}

type Chosen = IndicatorInfo & { days: DaySummary[]; day: DaySummary | null; values: IndicatorValue[] }

/** The indicators of a province beside the skills and conditions of a released campaign; never as cause. */
export function indicatorsReport(actor: Actor, campaignId: string, query: BesideQuery) {
  const campaign = reportCampaign(campaignId)
  const { provinceCode } = campaign
  authorise(actor, 'report.province', { provinceCode })
  authorise(actor, 'indicators.view', { provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const domains = allMeasures(framework).filter(({ isDomain }) => isDomain)
  const released = releasedFigures(campaign)
  const rates = reportRates(campaign, everybody)
  const placed = placements(campaign, released, domains, rates)
  const places = rates.map(({ code, name }) => {
    const figures = domains.map((each) => figureOf(released, code, everybody, each.code))
    return {
      ...{ code, name },
      skills: overallOf(figures),
      hidden: figures.includes('hidden'),
      conditions: placed.communes.get(code)?.conditions.total ?? null,
    }
  })
  const all = group(indicatorValues(provinceCode), ({ indicatorId }) => indicatorId)
  const indicators = indicatorsOf(provinceCode).map((indicator): Chosen => {
    const values = all.get(indicator.id) ?? []
    const days = daySummaries(values)
    const asked =
      indicator.code === query.indicator ? days.find(({ date }) => date === query.date) : undefined
    return { ...indicator, values, days, day: asked ?? usualDay(days) }
  })
  const chosen =
    indicators.find(({ code }) => code === query.indicator) ??
    indicators.find(({ day }) => day) ??
    indicators[0] ??
    null
  const valuesOf = ({ values, day }: Chosen) =>
    new Map(values.filter(({ date }) => date === day?.date).map((value) => [value.communeCode, value]))
  const order = orderOf(query, chosen?.better ?? 'neither')
  const at = chosen ? valuesOf(chosen) : new Map<string, IndicatorValue>()
  return {
    campaign,
    domains: domains.length,
    canEdit: can(actor, 'indicators.edit', { provinceCode }),
    indicators: indicators.map(({ id, code, name, day }) => ({ id, code, name, day })),
    chosen: chosen && (({ values: _values, ...rest }: Chosen) => rest)(chosen),
    order,
    province: {
      skills: overallOf(domains.map((each) => figureOf(released, wholeProvince, everybody, each.code))),
      conditions: placed.province.total,
    },
    rows: sortValues(
      places.map((place): BesideRow => ({ ...place, value: at.get(place.code) ?? null })),
      order,
      (a, b) => compareVi(bareName(a), bareName(b)),
    ),
    beside: besideEach(
      indicators
        .filter(({ day }) => day)
        .map((each): Parameters<typeof besideEach>[0][number] => {
          const values = valuesOf(each)
          return {
            code: each.code,
            places: places.flatMap(({ code, skills, conditions }) => {
              const value = values.get(code)
              return value
                ? [
                    {
                      value: value.value,
                      skills: skills?.share ?? null,
                      conditions: conditions?.value ?? null,
                    },
                  ]
                : []
            }),
          }
        }),
    ) satisfies Beside[],
  }
}

export type IndicatorsReport = ReturnType<typeof indicatorsReport>
