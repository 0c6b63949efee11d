import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

/** A difference with its sign: `+0,42`, `−0,10`. */
function signed(locale: Locale, value: number, digits: number): string {
  const text = formatNumber(locale, Math.abs(value), digits)
  const zero = Number(Math.abs(value).toFixed(digits)) === 0
  return zero ? text : `${value < 0 ? '−' : '+'}${text}`
}

/** A difference of abilities in logits: `+0,42`. */
export function logits(locale: Locale, value: number): string {
  return signed(locale, value, 2)
}

/** A difference of shares in percentage points: `−8,3`. */
export function percentPoints(locale: Locale, value: number): string {
  return signed(locale, value * 100, 1)
}

/** A number of people that may be under zero: `12,4`, `−2,7`. */
export function counted(locale: Locale, value: number): string {
  return signed(locale, value, 1).replace('+', '')
}
