import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { wholePoints } from '~/ui/heat'
import type { Figure } from './figures'
import type { Interval } from './wilson'

/** The ends of an interval in whole points: `60–64`. */
export function rangeText(locale: Locale, { low, high }: Interval): string {
  return `${formatNumber(locale, wholePoints(low))}–${formatNumber(locale, wholePoints(high))}`
}

/** A share with its interval: `62% (60–64)`. */
export function shareText(locale: Locale, figure: Interval & { share: number }): string {
  return `${formatPercent(locale, figure.share)} (${rangeText(locale, figure)})`
}

/** The words for a figure that is not shown, as a key of the texts of gaps. */
export function missingWords(figure: Figure): 'nobodyMeasured' | 'hidden.short' | 'uninformed.short' {
  if (figure === null) return 'nobodyMeasured'
  return figure === 'hidden' ? 'hidden.short' : 'uninformed.short'
}

/** Names in a sentence: `A, B và C`. */
export function listText(locale: Locale, names: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** A name inside a sentence, unless it is an abbreviation or begins with one. */
export function inSentence(locale: Locale, name: string): string {
  return /^\p{Lu}(?:\p{Lu}|\d|$)/u.test(name)
    ? name
    : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)
}
