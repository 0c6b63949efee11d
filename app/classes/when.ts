import { formatDate } from '~/platform/i18n/format'
import type { ClassSession } from './class'

/** `12/11/2026, 08:00–11:30` */
export function timeText({
  date,
  startsAt,
  endsAt,
}: Pick<ClassSession, 'date' | 'startsAt' | 'endsAt'>): string {
  return `${formatDate(date)}, ${startsAt}–${endsAt}`
}

/** The days of a class, `12/11/2026 – 14/11/2026`, or one of them. */
export function daysText(sessions: readonly Pick<ClassSession, 'date'>[]): string {
  const days = [...new Set(sessions.map(({ date }) => date))].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return first === last ? formatDate(first) : `${formatDate(first)} – ${formatDate(last)}`
}
