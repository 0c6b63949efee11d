import { rangeText } from '~/gaps/share-text'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { ShareInterval } from '../expected'
import { moneyParts } from '../money'
import type { SolvedView } from './solved-view'

/** A sum as it is said: `812 triệu đồng`. */
export function moneyText(locale: Locale, dong: number): string {
  const { key, values } = moneyParts(locale, dong)
  return getT(locale, 'plans')(key, values)
}

/** A share with its interval: `39% (37–41)`. */
export function shareWithRange(locale: Locale, { share, low, high }: ShareInterval): string {
  return `${formatPercent(locale, share)} (${rangeText(locale, { low, high })})`
}

/** Expected reduction of the gap, to a tenth below a hundred. */
export function gainText(locale: Locale, gain: number): string {
  return formatNumber(locale, gain, Math.abs(gain) < 100 ? 1 : 0)
}

/** The days of a class: `04/01/2027` or `04–05/01/2027`. */
export function datesText(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return formatDate(first)
  const oneMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${oneMonth ? first.slice(8) : formatDate(first).slice(0, 5)}–${formatDate(last)}`
}

/** The bound in words: how much better any plan within these limits could be at most. */
export function gapText(locale: Locale, gap: number): string {
  const t = getT(locale, 'plans')
  if (gap < 0.0005) return t('lead.optimal')
  return t('lead.gap', { gap: formatPercent(locale, gap, gap < 0.1 ? 1 : 0) })
}

/** What a plan is expected to bring; where that is less than a point it says so. */
export function expectedText(
  locale: Locale,
  { before, after }: { before: { share: number }; after: ShareInterval },
): string {
  const t = getT(locale, 'plans')
  const [from, to] = [before, after].map(({ share }) => formatPercent(locale, share))
  const values = { before: from!, after: shareWithRange(locale, after) }
  return from === to ? t('lead.expectedLittle', values) : t('lead.expected', values)
}

/** What a plan comes to, in the sentences that stand above every figure. */
export function conclusion(locale: Locale, solved: SolvedView): string {
  const t = getT(locale, 'plans')
  const { classes, total, settings, expected, gap } = solved
  if (classes.length === 0) return `${t('lead.none')} ${gapText(locale, gap)}`
  const sentences = [
    t('lead.plan', {
      classes: formatNumber(locale, classes.length),
      total: moneyText(locale, total),
      budget: moneyText(locale, settings.budget),
      count: classes.length,
    }),
  ]
  if (expected) sentences.push(expectedText(locale, expected.whole))
  return [...sentences, gapText(locale, gap)].join(' ')
}
