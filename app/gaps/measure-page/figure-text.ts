import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

const none = '–'

/** A figure of a table with `digits` behind the comma; a dash where there is none. */
export function figure(locale: Locale, value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return none
  const isZero = Math.abs(value) < 0.5 / 10 ** digits
  return formatNumber(locale, isZero ? 0 : value, digits)
}

/** A p-value with three digits, or that it is below them: `< 0,001`. */
export function pText(locale: Locale, p: number | null | undefined): string {
  return p !== null && p !== undefined && p < 0.001 ? `< ${figure(locale, 0.001, 3)}` : figure(locale, p, 3)
}

/** Digits behind the comma that show two figures of an error of this size. */
export function digitsOf(error: number): number {
  return error > 0 ? Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(error)))) : 2
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
