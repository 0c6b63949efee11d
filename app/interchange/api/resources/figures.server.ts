import { frameworkVersion } from '~/competency/frameworks.server'
import { formVersion } from '~/assessment/content.server'
import { conditionFigures } from '~/gaps/conditions'
import { earlierCampaign } from '~/gaps/earlier-campaign.server'
import { figureOf } from '~/gaps/figures'
import { figuresOfReport, type ReportFigures } from '~/gaps/figures-of-report.server'
import { allMeasures, type MeasureInfo } from '~/gaps/measure'
import { everybody, isReleased, wholeProvince, type Group } from '~/gaps/pattern'
import { placements, type Placements } from '~/gaps/placements.server'
import { requireReleased, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reportGroups, reportRates } from '~/gaps/report-rates.server'
import { releasedFigures } from '~/gaps/released.server'
import { communeByCode } from '~/people/places/places.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { refuse } from '~/platform/http/errors'
import { conditionData, figureData } from '../figure-data'
import { Problem } from '../problem'
import { metaOf, type Asked, type Reply } from '../reply'
import type { FigureData, PlaceConditionsData } from '../schemas/figures'
import type { PlaceData } from '../schemas/parts'
import { campaignFor, communesFor } from './campaign-for.server'
import { of } from './campaigns.server'

/** The figures of a released campaign, place by place. */
export function figures(actor: Actor, { params, query }: Asked<'figures'>): Reply<'figures'> {
  const campaign = campaignFor(actor, params.id ?? '')
  const keys = placeKeys(actor, campaign, query.place)
  requireReleased(campaign)
  const group: Group = query.group === 'everybody' ? everybody : query.group
  const measures = chosenMeasures(campaign, query.measure)
  checkGroup(campaign, group, query.place, measures)
  return {
    stamp: stampOf(campaign),
    total: keys.length,
    make: (from, to) => {
      const report = figuresOfReport(campaign, group)
      const name = namesOf(campaign)
      return {
        data: keys
          .toSorted()
          .slice(from, to)
          .map((key) => ({
            place: name(key),
            figures: figuresAt(report, key, group, measures),
          })),
        meta: metaOf(of(campaign)),
      }
    },
  }
}

/** Conditions of work, place by place, with the index beside them. */
export function conditions(actor: Actor, { params, query }: Asked<'conditions'>): Reply<'conditions'> {
  const campaign = campaignFor(actor, params.id ?? '')
  const keys = placeKeys(actor, campaign, query.place)
  requireReleased(campaign)
  return {
    stamp: stampOf(campaign),
    total: keys.length,
    make: (from, to) => {
      const conditionsAt = conditionsOf(campaign)
      return { data: keys.toSorted().slice(from, to).map(conditionsAt), meta: metaOf(of(campaign)) }
    },
  }
}

/** Everything that is released of one commune, beside the figures of its province. */
export function communeReport(actor: Actor, { params }: Asked<'communeReport'>): Reply<'communeReport'> {
  const campaign = campaignFor(actor, params.id ?? '')
  const { code, provinceCode } = communeByCode(params.code ?? '')
  authorise(actor, 'report.commune', { provinceCode, communeCode: code })
  const rate = reportRates(campaign, everybody).find((each) => each.code === code)
  if (!rate) throw refuse('notFound')
  requireReleased(campaign)
  return {
    stamp: `${stampOf(campaign)} ${rate.asked} ${rate.submitted}`,
    make: () => {
      const report = figuresOfReport(campaign, everybody)
      const measures = chosenMeasures(campaign, 'all')
      return {
        data: {
          place: namesOf(campaign)(code),
          ...{ asked: rate.asked, submitted: rate.submitted },
          figures: figuresAt(report, code, everybody, measures),
          provinceFigures: figuresAt(report, wholeProvince, everybody, measures),
          conditions: conditionsOf(campaign)(code),
        },
        meta: metaOf(of(campaign)),
      }
    },
  }
}

/** Released figures change with nothing but what they are compared with. */
function stampOf(campaign: ReportCampaign): string {
  const earlier = earlierCampaign(campaign)
  return [campaign.estimatedAt, earlier?.id, earlier?.estimatedAt].join(' ')
}

function placeKeys(actor: Actor, campaign: ReportCampaign, place: 'commune' | 'province'): string[] {
  if (place === 'commune') return communesFor(actor, campaign)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  return [wholeProvince]
}

function namesOf(campaign: ReportCampaign): (key: string) => PlaceData {
  const names = new Map(reportRates(campaign, everybody).map(({ code, name }) => [code, name]))
  return (key) =>
    key === wholeProvince
      ? { kind: 'province', code: campaign.provinceCode, name: campaign.province }
      : { kind: 'commune', code: key, name: names.get(key) ?? key }
}

/** The measures that a query names: all domains, all competencies, both, or some by their codes. */
function chosenMeasures(campaign: ReportCampaign, wanted: string): MeasureInfo[] {
  const all = allMeasures(frameworkVersion(campaign.frameworkVersionId).framework)
  if (wanted === 'all') return all
  if (wanted === 'domains') return all.filter(({ isDomain }) => isDomain)
  if (wanted === 'competencies') return all.filter(({ isDomain }) => !isDomain)
  const codes = new Set(wanted.split(','))
  const chosen = all.filter(({ code }) => codes.has(code))
  if (chosen.length < codes.size) throw badParameter('measure')
  return chosen
}

/** Communes have figures of departments in domains alone, and of no position; a group is one that the campaign asked. */
function checkGroup(
  campaign: ReportCampaign,
  group: Group,
  place: 'commune' | 'province',
  measures: MeasureInfo[],
): void {
  if (group === everybody) return
  const { departments, positions } = reportGroups(campaign)
  const known = [...departments, ...positions].some(({ value }) => value === group)
  const key = place === 'commune' ? 'commune' : wholeProvince
  if (!known || !measures.every(({ isDomain }) => isReleased({ place: key, group }, isDomain)))
    throw badParameter('group')
}

function badParameter(name: string): Problem {
  return new Problem('bad-query', { parameters: [{ name, known: true }] })
}

function figuresAt(
  { released, claims }: ReportFigures,
  place: string,
  group: Group,
  measures: MeasureInfo[],
): FigureData[] {
  return measures.map(({ code }) => {
    const [standing, change] = [claims.standing(place, code), claims.change(place, code)]
    return figureData(
      code,
      figureOf(released, place, group, code),
      place === wholeProvince ? null : standing,
      change,
    )
  })
}

function conditionsOf(campaign: ReportCampaign): (key: string) => PlaceConditionsData {
  const released = releasedFigures(campaign)
  const form = formVersion(campaign.personFormVersionId)
  const domains = chosenMeasures(campaign, 'domains')
  const placed: Placements = placements(campaign, released, domains, reportRates(campaign, everybody))
  const name = namesOf(campaign)
  return (key) => {
    const own = placed.communes.get(key)
    const total = key === wholeProvince ? placed.province.total : (own?.conditions.total ?? null)
    return {
      place: name(key),
      index: total && { value: round(total.value), low: round(total.low), high: round(total.high) },
      quadrant: own?.place.quadrant ?? null,
      conditions: conditionFigures(released, form, key).map(conditionData),
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
