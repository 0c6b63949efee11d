import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

const none = '–'

/** A figure of a table with `digits` behind the comma; a dash where there is none. */
export function figure(locale: Locale, value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined ? none : formatNumber(locale, value, digits)
}

/** A figure of unknown size with about four digits that tell something: `1.234`, `0,01855`. */
export function anySize(locale: Locale, value: number | null): string {
  if (value === null) return none
  if (value === 0) return '0'
  const before = Math.floor(Math.log10(Math.abs(value))) + 1
  if (before > 12 || before < -8) return value.toExponential(3)
  return formatNumber(locale, value, Math.max(0, 4 - before))
}

/** `1,23 ± 0,11`; the error is left out where it is not known or none. */
export function withError(text: string, error: string | null): string {
  return error === null ? text : `${text} ± ${error}`
}
