import type { PlanSettings } from './settings'

const dayMs = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

type Calendar = Pick<PlanSettings, 'from' | 'until' | 'weekdays' | 'blocked'>

/** The Monday of the week that a day `YYYY-MM-DD` lies in. */
export function mondayOf(day: string): string {
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7
  return dayOf(at(day) - weekday * dayMs)
}

/** The Mondays of the weeks that a period touches, in order: week `i` of a PlanProblem is the `i`-th. Empty when it ends before it begins. */
export function weeksOf({ from, until }: Pick<Calendar, 'from' | 'until'>): string[] {
  const mondays: string[] = []
  if (until < from) return mondays
  for (let ms = at(mondayOf(from)); ms <= at(until); ms += 7 * dayMs) mondays.push(dayOf(ms))
  return mondays
}

/** The days of a week on which classes may be held, in order: inside the period, on its weekdays, and not blocked. */
export function workingDays({ from, until, weekdays, blocked }: Calendar, monday: string): string[] {
  return Array.from({ length: 7 }, (_, i) => dayOf(at(monday) + i * dayMs)).filter(
    (day, i) =>
      day >= from &&
      day <= until &&
      weekdays.includes(i + 1) &&
      !blocked.some(({ span: [first, last] }) => first <= day && day <= last),
  )
}
