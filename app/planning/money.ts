import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

/** A sum in đồng, whole: `812.500.000`. */
export function dongText(locale: Locale, dong: number): string {
  return formatNumber(locale, Math.round(dong))
}

/** A large sum as it is said: in millions of đồng, from a thousand of them on in billions. Texts stand in `plans`. */
export function moneyParts(
  locale: Locale,
  dong: number,
): { key: 'money.dong' | 'money.million' | 'money.billion'; values: { amount: string } } {
  const size = Math.abs(dong)
  if (size >= 1e9) return { key: 'money.billion', values: { amount: short(locale, dong / 1e9, 2) } }
  if (size >= 1e6)
    return { key: 'money.million', values: { amount: short(locale, dong / 1e6, size < 1e8 ? 1 : 0) } }
  return { key: 'money.dong', values: { amount: dongText(locale, dong) } }
}

/** At most `digits` decimals, none that are zero. */
function short(locale: Locale, value: number, digits: number): string {
  const scale = 10 ** digits
  const rounded = Math.round(value * scale) / scale
  const needed = [0, 1, 2].find(
    (count) => Math.abs(rounded * 10 ** count - Math.round(rounded * 10 ** count)) < 1e-9,
  )
  return formatNumber(locale, rounded, Math.min(needed ?? digits, digits))
}
