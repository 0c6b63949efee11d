import type { ChartName } from '~/gaps/charts/chart-names'
import { chart } from '~/gaps/charts/chart-file.server'
import { isShown } from '~/gaps/figures'
import { overallOf } from '~/gaps/overall'
import { overallChangeText } from '~/gaps/overall-words'
import { rangeText, shareText } from '~/gaps/share-text'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { shorten } from '~/gaps/charts/text-fit'
import { adviceLines } from './advice-lines'
import { conditionsTold, quadrantsOf, trendTold } from './facts-told'
import { meetingFacts, type MeetingFacts } from './meeting-facts.server'
import { methodLines } from './method-lines'
import { planLines } from './plan-lines'
import {
  answeredSaid,
  conditionsSaid,
  domainsSaid,
  overallSaid,
  placesSaid,
  trendSaid,
  whereSaid,
} from './sentences'

/** Units across a chart on an upright page. */
const width = 800
/** Communes in the table, and lines of advice for each of those who must act: what two pages hold. */
const [communesMost, adviceMost] = [8, 3]
/** Room for a name in its column, in units of a text of 10. */
const nameRoom = 230

export type SummaryView = ReturnType<typeof makeSummary>

/** A province's report on two pages: the sentences, each with its chart, where most is lacking, what to do. */
export function makeSummary(actor: Actor, campaignId: string, locale: Locale) {
  const facts = meetingFacts(actor, campaignId)
  const { campaign, response, figures, places, plans } = facts
  const t = getT(locale, 'meeting')
  const draw = (name: ChartName, options: { height?: number; row?: number }) =>
    chart(actor, campaignId, name, locale, { width, ...options })
  const { overall, overallChange: change } = figures
  const told = response.submitted > 0
  return {
    campaign: {
      id: campaign.id,
      title: campaign.title,
      province: campaign.province,
      sample: campaign.sample,
    },
    date: campaign.closedAt ? formatDate(campaign.closedAt) : '',
    answered: answeredSaid(locale, response),
    overall: !told
      ? null
      : overall
        ? overallSaid(locale, overall, overallChangeText(locale, change, figures.earlier !== null))
        : { sentence: t('said.hidden') },
    kpis: told ? kpisOf(facts, locale) : [],
    domains:
      told && overall
        ? { said: domainsSaid(locale, figures.worst), chart: draw('domains', { row: 33 }) }
        : null,
    places: told
      ? {
          said: placesSaid(locale, quadrantsOf(places.rows)),
          chart: draw('skills-conditions', { height: 215 }),
        }
      : null,
    where: told ? whereSaid(locale, figures.worst, figures.above) : null,
    communes: told ? communesOf(facts, locale) : [],
    conditions: told
      ? conditionsSaid(locale, conditionsTold(figures.conditions, locale), {
          lacking: figures.lacking,
          communes: response.communes,
        })
      : null,
    trend: told ? trendSaid(locale, trendTold(figures.province)) : null,
    plan: planLines(locale, plans),
    advice: told
      ? adviceLines(locale, places.advice, {
          systems: campaign.systems,
          communes: places.rows.length,
          most: adviceMost,
        })
      : [],
    method: methodLines(locale, facts),
  }
}

function kpisOf({ response, figures, places }: MeetingFacts, locale: Locale) {
  const t = getT(locale, 'meeting')
  const gaps = getT(locale, 'gaps')
  const { asked, submitted } = response
  const both = places.rows.filter(({ place }) => place.quadrant === 'both').length
  const changes = trendTold(figures.province)
  return [
    {
      label: gaps('kpi.answered'),
      value: formatPercent(locale, asked > 0 ? submitted / asked : 0),
      beside: `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
    },
    ...(figures.overall
      ? [
          {
            label: getT(locale, 'charts')('overall.label'),
            value: formatPercent(locale, figures.overall.share),
            beside: `(${rangeText(locale, figures.overall)})`,
          },
        ]
      : []),
    {
      label: gaps('kpi.both'),
      value: formatNumber(locale, both),
      beside: gaps('kpi.of', { count: response.communes }),
    },
    ...(changes.length > 0
      ? [
          {
            label: t('summary.better'),
            value: formatNumber(locale, changes.filter((each) => each === 'better').length),
            beside: gaps('kpi.better', { count: changes.length }),
          },
        ]
      : []),
  ]
}

/** The communes with the largest share over all domains, with what each lacks most and where it stands. */
function communesOf({ figures, places }: MeetingFacts, locale: Locale) {
  const gaps = getT(locale, 'gaps')
  const quadrants = new Map(places.rows.map(({ code, place }) => [code, place.quadrant]))
  return figures.heat.parts
    .flatMap(({ rows }) => rows)
    .flatMap(({ code, name, cells }) => {
      const overall = overallOf(cells)
      if (!overall) return []
      const [worst] = cells
        .flatMap((figure, i) => (isShown(figure) ? [{ figure, column: figures.columns[i]! }] : []))
        .sort((a, b) => b.figure.share - a.figure.share)
      const quadrant = quadrants.get(code)
      return [
        {
          code,
          name,
          short: shorten(name, 10, nameRoom),
          overall: shareText(locale, overall),
          worst: worst ? `${worst.column.short[locale]} ${shareText(locale, worst.figure)}` : '–',
          stands: quadrant ? gaps(`quadrant.${quadrant}`) : '–',
        },
      ]
    })
    .slice(0, communesMost)
}
