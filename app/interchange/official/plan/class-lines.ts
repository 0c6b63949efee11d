import { compareVi } from '~/formats/fold'
import type { Delivery } from '~/planning/problem'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { DocumentLanguage } from '../kinds'

/** Seats of a commune in a class, by position. */
export type LineSeats = { communeCode: string; positionCode: string; seats: number }

/** A class of a plan as documents name it; days `YYYY-MM-DD` in their order, `times` of one day where it has any. */
export type ClassLine = {
  id: string
  title: Bilingual
  delivery: Delivery
  days: string[]
  times: string
  place: string
  trainer: string
  seats: LineSeats[]
  /** The last day on which people are named in time; null before the plan is approved. */
  nameBy: string | null
}

export const seatsOf = ({ seats }: Pick<ClassLine, 'seats'>) =>
  seats.reduce((sum, each) => sum + each.seats, 0)

/** Classes in the order in which they are held; those without a day last. */
export function inTime<Line extends Pick<ClassLine, 'days' | 'title'>>(lines: readonly Line[]): Line[] {
  const start = ({ days }: Line) => days[0] ?? '9999'
  return [...lines].sort((a, b) =>
    start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : compareVi(a.title.vi, b.title.vi),
  )
}

/** Days of a class: `04/01/2027`, or `04–05/01/2027`; of those with a gap the first and the last. */
export function daysOf({ days }: Pick<ClassLine, 'days'>): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return formatDate(first)
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${isOneMonth ? first.slice(8) : formatDate(first)}–${formatDate(last)}`
}

/** Seats by position in words: `Tài chính: 2; Văn phòng: 1`. */
export function positionSeats(
  seats: readonly LineSeats[],
  names: Record<string, Bilingual>,
  language: DocumentLanguage,
): string {
  const sums = new Map<string, number>()
  for (const each of seats) sums.set(each.positionCode, (sums.get(each.positionCode) ?? 0) + each.seats)
  return [...sums]
    .map(([code, count]) => `${names[code]?.[language] ?? code}: ${formatNumber(language, count)}`)
    .join('; ')
}
