import type { Locale } from './locale'

const tag = { vi: 'vi-VN', en: 'en-GB' } as const
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = locale + JSON.stringify(options)
  let format = numberFormats.get(id)
  if (!format) {
    format = new Intl.NumberFormat(tag[locale], options)
    numberFormats.set(id, format)
  }
  return format
}

/** `1.234,5` in Vietnamese, `1,234.5` in English. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** A share 0–1 as `57,8%`. */
export function formatPercent(locale: Locale, share: number, digits = 0): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share)
}

/** A calendar date `YYYY-MM-DD`, or a moment in Vietnam's time, as dd/MM/yyyy. */
export function formatDate(value: string | Date): string {
  const day =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : vietnamDay(new Date(value))
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** A moment as dd/MM/yyyy HH:mm in Vietnam's time. */
export function formatDateTime(value: string | Date): string {
  const moment = new Date(value)
  const local = new Date(moment.getTime() + vietnamOffset).toISOString()
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}

const vietnamOffset = 7 * 3_600_000

/** The calendar day `YYYY-MM-DD` of a moment in Vietnam (UTC+7, no summer time). */
export function vietnamDay(moment: Date): string {
  return new Date(moment.getTime() + vietnamOffset).toISOString().slice(0, 10)
}
