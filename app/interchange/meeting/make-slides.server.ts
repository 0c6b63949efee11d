import type { ChartName } from '~/gaps/charts/chart-names'
import { chart } from '~/gaps/charts/chart-file.server'
import { isShown } from '~/gaps/figures'
import { overallChangeText } from '~/gaps/overall-words'
import { positionsLead } from '~/gaps/positions-lead'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { adviceLines } from './advice-lines'
import { conditionsTold, quadrantsOf, trendTold } from './facts-told'
import { meetingFacts, type MeetingFacts } from './meeting-facts.server'
import { methodLines } from './method-lines'
import { planLines } from './plan-lines'
import {
  answeredSaid,
  conditionsSaid,
  domainsSaid,
  overallFigure,
  overallNotes,
  overallSaid,
  placesSaid,
  trendSaid,
  whereSaid,
  type Said,
} from './sentences'
import type { Slide, SlideKey } from './slide'

/** Units across a slide: fewer than of a file, so that its words are large on a projector. */
const width = 800
const rows = 8

export type SlidesView = ReturnType<typeof makeSlides>

/** A province's report as slides; what has nothing to say is left out, and where nothing may be told a slide says so. */
export function makeSlides(actor: Actor, campaignId: string, locale: Locale) {
  const facts = meetingFacts(actor, campaignId)
  const { campaign, response } = facts
  const t = getT(locale, 'meeting')
  const draw = (name: ChartName, options: { most?: number; height?: number } = {}) =>
    chart(actor, campaignId, name, locale, { width, ...options }) ?? undefined
  const slide = (key: SlideKey, said: Said | null | undefined, more: Partial<Slide> = {}): Slide[] =>
    said ? [{ key, topic: t(`topic.${key}`), ...said, ...more }] : []
  const answered = answeredSaid(locale, response)
  const slides = [
    ...slide('title', {
      sentence: t('slides.title', { province: campaign.province }),
      more: campaign.title[locale],
    }),
    ...slide('answered', answered, {
      chart: response.submitted > 0 ? draw('response', { most: 2 * rows }) : undefined,
    }),
    ...(response.submitted > 0 ? figuresOf(facts, locale, slide, draw) : []),
    ...slide(
      'method',
      { sentence: t('method.sentence') },
      { lists: [{ title: '', items: methodLines(locale, facts) }] },
    ),
  ]
  return {
    campaign: {
      id: campaign.id,
      title: campaign.title,
      province: campaign.province,
      sample: campaign.sample,
    },
    date: campaign.closedAt ? formatDate(campaign.closedAt) : '',
    slides,
  }
}

type Make = (key: SlideKey, said: Said | null | undefined, more?: Partial<Slide>) => Slide[]
type Draw = (name: ChartName, options?: { most?: number; height?: number }) => Slide['chart']

function figuresOf(facts: MeetingFacts, locale: Locale, slide: Make, draw: Draw): Slide[] {
  const { figures, places, positions, plans, response, campaign } = facts
  const { overall, overallChange: change, worst, above, province } = figures
  const t = getT(locale, 'meeting')
  const gaps = getT(locale, 'gaps')
  const plan = planLines(locale, plans)
  const advice = adviceLines(locale, places.advice, {
    systems: campaign.systems,
    communes: places.rows.length,
    most: 3,
  })
  const lead = positionsLead(locale, positions)
  const shown = province.some(({ figure }) => isShown(figure))
  return [
    ...(overall
      ? slide(
          'overall',
          overallSaid(locale, overall, overallChangeText(locale, change, figures.earlier !== null)),
          {
            figure: overallFigure(locale, overall),
            lists: [{ title: '', items: overallNotes(locale, overall) }],
          },
        )
      : slide('overall', { sentence: t('said.hidden') })),
    ...(shown ? slide('domains', domainsSaid(locale, worst), { chart: draw('domains') }) : []),
    ...withChart(
      slide('where', whereSaid(locale, worst, above), { chart: draw('communes', { most: rows }) }),
    ),
    ...withChart(
      slide('places', placesSaid(locale, quadrantsOf(places.rows)), {
        chart: draw('skills-conditions', { height: 300 }),
      }),
    ),
    ...withChart(
      slide(
        'conditions',
        conditionsSaid(locale, conditionsTold(figures.conditions, locale), {
          lacking: figures.lacking,
          communes: response.communes,
        }),
        { chart: draw('conditions') },
      ),
    ),
    ...withChart(
      slide('positions', lead ? { sentence: lead } : null, { chart: draw('positions', { most: rows }) }),
    ),
    ...withChart(slide('trend', trendSaid(locale, trendTold(province)), { chart: draw('trend') })),
    ...slide('plan', plan && { sentence: plan.sentence }, { lists: plan?.lists }),
    ...slide(
      'next',
      { sentence: advice.length > 0 ? t('said.next') : gaps('advice.noneWide') },
      { lists: advice },
    ),
  ]
}

function withChart(slides: Slide[]): Slide[] {
  return slides.filter((each) => each.chart !== undefined)
}
