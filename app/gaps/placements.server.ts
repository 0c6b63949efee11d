import { formVersion } from '~/assessment/content.server'
import { communeLacks } from './commune-answers.server'
import type { CommuneCondition } from './condition-facets'
import { conditionsIndex, type ConditionsIndex } from './conditions-index'
import { conditionsInput } from './conditions-input'
import { figureOf, isShown, type Released } from './figures'
import type { MeasureInfo } from './measure'
import { everybody, wholeProvince } from './pattern'
import { placeCommunes, type Against, type Place } from './place-communes'
import type { CommuneRates } from './places.server'
import { Recent } from './recent'
import type { ReportCampaign } from './report-campaign.server'
import { z90 } from './wilson'

/** Skills of a commune beside those of the province: the mean over domains of the mean distance to target, in logits. */
export type SkillAxis = { value: number; low: number; high: number; middle: number }

/** A commune by its skills and its conditions, with what its own form says is lacking. */
export type Placement = {
  code: string
  skills: SkillAxis | null
  conditions: ConditionsIndex
  middle: number | null
  lacks: CommuneCondition[]
  place: Place
}

export type Placements = { province: ConditionsIndex; communes: ReadonlyMap<string, Placement> }

const cache = new Recent<Placements>(6)

/** Where each commune of a released campaign stands by skills and by conditions. */
export function placements(
  campaign: ReportCampaign,
  released: Released,
  domains: readonly MeasureInfo[],
  rates: readonly CommuneRates[],
): Placements {
  return cache.get(`${campaign.id} ${campaign.estimatedAt}`, () =>
    compute(campaign, released, domains, rates),
  )
}

function compute(
  campaign: ReportCampaign,
  released: Released,
  domains: readonly MeasureInfo[],
  rates: readonly CommuneRates[],
): Placements {
  const form = formVersion(campaign.personFormVersionId)
  const at = { released, form, systems: campaign.systems }
  const lacks = new Map(
    rates.map(({ code }) => [code, communeLacks(campaign.id, code, campaign.systems.length)]),
  )
  const asked = rates.reduce((sum, rate) => sum + rate.asked, 0)
  const province = conditionsIndex(
    conditionsInput({ ...at, place: wholeProvince, asked, commune: [...lacks.values()].flat() }),
  )
  const communes = rates.map((rate) => ({
    code: rate.code,
    skills: skillAxis(released, domains, rate.code),
    conditions: conditionsIndex(
      conditionsInput({ ...at, place: rate.code, asked: rate.asked, commune: lacks.get(rate.code)! }),
    ),
    middle: province.total?.value ?? null,
    lacks: lacks.get(rate.code)!,
  }))
  const places = placeCommunes(
    communes.map(({ skills, conditions, middle }) => ({
      skills: skills && {
        value: skills.value,
        sd: (skills.high - skills.low) / (2 * z90),
        middle: skills.middle,
      },
      conditions: conditionSide(conditions, middle),
    })),
  )
  return {
    province,
    communes: new Map(communes.map((commune, i) => [commune.code, { ...commune, place: places[i]! }])),
  }
}

function conditionSide({ total }: ConditionsIndex, middle: number | null): Against | null {
  return total && middle !== null ? { value: total.value, sd: total.sd, middle } : null
}

/** Domains of which both the commune's and the province's figure show; their errors count as fully dependent. */
function skillAxis(released: Released, domains: readonly MeasureInfo[], code: string): SkillAxis | null {
  const pairs = domains.flatMap(({ code: measure }) => {
    const own = figureOf(released, code, everybody, measure)
    const whole = figureOf(released, wholeProvince, everybody, measure)
    return isShown(own) && isShown(whole) ? [{ own, whole }] : []
  })
  if (pairs.length === 0) return null
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  const value = mean(pairs.map(({ own }) => own.distance))
  const half = z90 * mean(pairs.map(({ own }) => own.distanceSd))
  return {
    value,
    low: value - half,
    high: value + half,
    middle: mean(pairs.map(({ whole }) => whole.distance)),
  }
}
