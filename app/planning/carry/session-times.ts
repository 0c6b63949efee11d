import type { SessionInput } from '~/classes/class-form'

const noon = 11 * 60 + 30
const afternoon = 13 * 60 + 30
/** Minutes that fit before noon without an early start, and that are still one half of a day. */
const [morningMost, halfDayMost, dayMost] = [210, 240, 450]

type Part = { startsAt: string; endsAt: string }

/**
 * The parts of a day on which `hours` are taught, to five minutes: the morning ends at 11:30, the afternoon begins at 13:30.
 * Up to four hours stay in the morning; a day that would last beyond 17:30 begins earlier instead.
 *
 * @example partsOfDay(6) // 08:00–11:30 and 13:30–16:00
 */
export function partsOfDay(hours: number): Part[] {
  const total = Math.max(30, Math.round((hours * 60) / 5) * 5)
  if (total <= halfDayMost) {
    const begins = Math.min(noon - morningMost, noon - total)
    return [{ startsAt: clock(begins), endsAt: clock(begins + total) }]
  }
  const morning = total <= dayMost ? morningMost : Math.ceil(total / 10) * 5
  return [
    { startsAt: clock(noon - morning), endsAt: clock(noon) },
    { startsAt: clock(afternoon), endsAt: clock(afternoon + total - morning) },
  ]
}

type Taught = { days: readonly string[]; hours: number; hoursPerDay: number; place: string; trainer: string }

/** Sessions of a class: `hours` over its days (`YYYY-MM-DD`), as many a day as are worked; the last day has the rest. */
export function sessionsOn({ days, hours, hoursPerDay, place, trainer }: Taught): SessionInput[] {
  let left = hours
  return [...days].sort().flatMap((date, i) => {
    const today = i === days.length - 1 ? Math.min(left, 10) : Math.min(hoursPerDay, left)
    left = Math.max(0, left - today)
    return today <= 0 ? [] : partsOfDay(today).map((part) => ({ id: null, date, ...part, place, trainer }))
  })
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
