import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { IndicatorInfo, IndicatorValue } from './indicator'

type Measured = Pick<IndicatorInfo, 'unit' | 'unitText'>

/** Decimals of a value: one of percentages, none of counts, up to two of others. */
function digitsOf(unit: IndicatorInfo['unit'], value: number): number {
  if (unit === 'percent') return 1
  if (unit === 'count') return 0
  return Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2
}

/** A value without its unit: `57,8%`, `1.234`, `3,25`. */
export function numberOf(locale: Locale, { unit }: Measured, value: number): string {
  const text = formatNumber(locale, value, digitsOf(unit, value))
  return unit === 'percent' ? `${text}%` : text
}

/** A value with its unit, as in a sentence: `57,8%`, `1.234 hồ sơ`. */
export function valueText(locale: Locale, of: Measured, value: number): string {
  const unit = of.unitText[locale]
  return unit ? `${numberOf(locale, of, value)} ${unit}` : numberOf(locale, of, value)
}

/** How far chance alone moves a value, in words; null where the number of dossiers is not known. */
export function chanceText(
  locale: Locale,
  of: Measured,
  { low, high, of: dossiers }: Pick<IndicatorValue, 'low' | 'high' | 'of'>,
): string | null {
  if (low === null || high === null || dossiers === null) return null
  return getT(locale, 'indicators')('value.chance', {
    low: formatNumber(locale, low, 1),
    high: formatNumber(locale, high, 1),
    of: formatNumber(locale, dossiers),
  })
}

/** From one value to another: `71,2% – 74,6%`. */
export function spanText(locale: Locale, of: Measured, low: number, high: number): string {
  return `${numberOf(locale, of, low)} – ${numberOf(locale, of, high)}`
}
