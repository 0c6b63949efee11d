import type { Delivery } from '../problem'

const dayMs = 86_400_000
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** Days before a class on which its people are to be named, and days that a commune has at least for it. */
const [ahead, atLeast, forOnline] = [7, 3, 14]

/**
 * The last day (`YYYY-MM-DD`) on which a commune names people in time: a week before the first session, three days after the
 * plan was approved at the earliest, the day before the class at the latest. Who learns online is named within two weeks, so
 * that the period is left to learn in. Of a class without sessions, which is gone, the day of the approval.
 */
export function nameBy(delivery: Delivery, firstDay: string, approvedOn: string): string {
  if (firstDay === '') return approvedOn
  const last = plus(firstDay, -1)
  const wanted = delivery === 'online' ? plus(approvedOn, forOnline) : plus(firstDay, -ahead)
  const soonest = plus(approvedOn, atLeast)
  const day = wanted < soonest ? soonest : wanted
  return day < last ? day : last
}
