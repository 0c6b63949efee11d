import { inSentence, listText, rangeText, shareText } from '~/gaps/share-text'
import type { MeasureInfo } from '~/gaps/measure'
import { isShown, type Figure } from '~/gaps/figures'
import type { Overall } from '~/gaps/overall'
import type { Place } from '~/gaps/place-communes'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

// What a report says in a meeting: one sentence a matter, and a second one that stands smaller under it.

export type Said = { sentence: string; more?: string }

export type Response = { asked: number; submitted: number; communes: number; low: number }

export function answeredSaid(locale: Locale, { asked, submitted, communes, low }: Response): Said {
  const gaps = getT(locale, 'gaps')
  if (submitted === 0) return { sentence: getT(locale, 'meeting')('said.nobody') }
  return {
    sentence: gaps('province.lead', {
      submitted: formatNumber(locale, submitted),
      asked: formatNumber(locale, asked),
      percent: formatPercent(locale, asked > 0 ? submitted / asked : 0),
      communes,
    }),
    more: getT(locale, 'meeting')(low > 0 ? 'said.low' : 'said.noneLow', { count: low }),
  }
}

/** The share over all domains with its interval; what may be said of its change is the caller's. */
export function overallSaid(locale: Locale, overall: Overall, change: string): Said {
  const t = getT(locale, 'meeting')
  return {
    sentence: t('said.overall', { share: shareText(locale, overall) }),
    more: `${change.charAt(0).toLocaleUpperCase(locale)}${change.slice(1)}.`,
  }
}

type Worst = readonly { measure: MeasureInfo; figure: Figure }[]

/** The domains that may be the largest; no one of them where more than three cannot be told apart. */
export function domainsSaid(locale: Locale, worst: Worst): Said {
  const gaps = getT(locale, 'gaps')
  const names = worst.flatMap(({ measure, figure }) =>
    isShown(figure) ? [`${inSentence(locale, measure.name[locale])} ${shareText(locale, figure)}`] : [],
  )
  if (names.length === 0) return { sentence: getT(locale, 'meeting')('said.hidden') }
  if (names.length > 3) return { sentence: gaps('province.even', { count: names.length }) }
  return { sentence: gaps('province.worst', { list: listText(locale, names) }) }
}

/** How many communes are clearly above the others in the first of the domains that most lack. */
export function whereSaid(locale: Locale, worst: Worst, above: number): Said | null {
  const gaps = getT(locale, 'gaps')
  const first = worst[0]
  if (!first) return null
  const name = inSentence(locale, first.measure.name[locale])
  return {
    sentence:
      above > 0 ? gaps('province.above', { count: above, name }) : gaps('province.noneAbove', { name }),
    more: getT(locale, 'meeting')('said.order'),
  }
}

/** In how many communes training is not the remedy, as far as both sides are told apart. */
export function placesSaid(locale: Locale, quadrants: readonly Place['quadrant'][]): Said | null {
  if (quadrants.length === 0) return null
  const t = getT(locale, 'meeting')
  const count = (of: Place['quadrant']) => quadrants.filter((each) => each === of).length
  const lacking = count('both') + count('conditions')
  return {
    sentence: lacking > 0 ? t('said.places', { count: lacking }) : t('said.noPlaces'),
    more: getT(locale, 'gaps')('conditionsPage.lead', {
      both: count('both'),
      skills: count('skills'),
      conditions: count('conditions'),
      unclear: count('unclear'),
    }),
  }
}

export type ConditionSaid = { name: string; state: 'lacking' | 'partly' | 'fine' | 'unclear' }

/** Conditions that surely most lack, else that surely more than a fifth do. */
export function conditionsSaid(
  locale: Locale,
  conditions: readonly ConditionSaid[],
  { lacking, communes }: { lacking: number; communes: number },
): Said | null {
  if (conditions.length === 0) return null
  const t = getT(locale, 'meeting')
  const of = (state: ConditionSaid['state']) =>
    conditions.filter((each) => each.state === state).map(({ name }) => inSentence(locale, name))
  const [most, some] = [of('lacking'), of('partly')]
  const sentence =
    most.length > 0
      ? t('said.lacking', { list: listText(locale, most.slice(0, 3)) })
      : some.length > 0
        ? t('said.partly', { list: listText(locale, some.slice(0, 3)) })
        : t('said.fine')
  return { sentence, more: lacking > 0 ? t('said.lackingCommunes', { count: lacking, communes }) : undefined }
}

/** In how many domains something may be said of a change. */
export function trendSaid(
  locale: Locale,
  standings: readonly ('better' | 'worse' | 'unclear')[],
): Said | null {
  if (standings.length === 0) return null
  const t = getT(locale, 'meeting')
  const count = (of: 'better' | 'worse') => standings.filter((each) => each === of).length
  const [better, worse] = [count('better'), count('worse')]
  const sentence =
    better + worse === 0
      ? t('said.unchanged')
      : worse === 0
        ? t('said.better', { better, domains: standings.length })
        : t('said.changed', { better, worse, domains: standings.length })
  return { sentence, more: getT(locale, 'gaps')('change.people') }
}

/** A figure in the margin: `60%` and `khoảng 90%: 58–61`. */
export function overallFigure(locale: Locale, overall: Overall): { value: string; beside: string } {
  return {
    value: formatPercent(locale, overall.share),
    beside: getT(locale, 'meeting')('said.interval', { range: rangeText(locale, overall) }),
  }
}

/** What the share over all domains is a share of, and how many domains it could be worked out from. */
export function overallNotes(locale: Locale, { needs, domains, of }: Overall): string[] {
  const t = getT(locale, 'charts')
  const hint = t('overall.hint', { needs: formatNumber(locale, needs) })
  return domains < of ? [hint, t('overall.some', { shown: domains, of })] : [hint]
}
