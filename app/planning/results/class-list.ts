import { compareVi } from '~/formats/fold'
import { seatCount, type CodedClass } from './coded-class'
import type { PlanNames } from './plan-names'

/** What the list of classes is narrowed to; empty: everything. */
export type ClassFilter = {
  commune: string
  module: string
  venue: string
  trainer: string
  delivery: string
  week: string
}

export const classFilters = ['commune', 'module', 'venue', 'trainer', 'delivery', 'week'] as const
export const classSorts = ['module', 'date', 'place', 'trainer', 'seats', 'cost', 'gain', 'value'] as const
/** By which column, and which way. */
export type ClassOrder = { key: string; direction: 'asc' | 'desc' }

export function filterClasses(classes: readonly CodedClass[], filter: ClassFilter): CodedClass[] {
  return classes.filter(
    (each) =>
      (!filter.module || each.module === filter.module) &&
      (!filter.venue || each.venue === filter.venue) &&
      (!filter.trainer || each.trainer === filter.trainer) &&
      (!filter.delivery || each.delivery === filter.delivery) &&
      (!filter.week || each.week === filter.week) &&
      (!filter.commune || each.seats.some(({ commune }) => commune === filter.commune)),
  )
}

/** Where a class is held: its venue, the commune that is visited, or nothing online. */
export function placeName(
  { venue, commune }: Pick<CodedClass, 'venue' | 'commune'>,
  names: PlanNames,
): string {
  if (venue !== null) return names.venues[venue] ?? venue
  return commune === null ? '' : (names.communes[commune] ?? commune)
}

/** Orders classes by a column; what is equal stays in the order of its days. Classes without a day come last. */
export function sortClasses(
  classes: readonly CodedClass[],
  { key, direction }: ClassOrder,
  names: PlanNames,
): CodedClass[] {
  const day = ({ dates, week }: CodedClass) => dates[0] ?? week ?? '9999'
  const text: Record<string, (each: CodedClass) => string> = {
    module: ({ module }) => names.modules[module] ?? module,
    place: (each) => placeName(each, names),
    trainer: ({ trainer }) => (trainer === null ? '' : (names.trainers[trainer] ?? trainer)),
    date: day,
  }
  const figure: Record<string, (each: CodedClass) => number> = {
    seats: seatCount,
    cost: ({ cost }) => cost,
    gain: ({ gain }) => gain,
    value: ({ cost, gain }) => (cost > 0 ? gain / cost : 0),
  }
  const sign = direction === 'asc' ? 1 : -1
  const [words, number] = [text[key], figure[key]]
  return [...classes].sort((a, b) => {
    const order = words ? compareVi(words(a), words(b)) : number ? number(a) - number(b) : 0
    return sign * order || compareVi(day(a), day(b)) || compareVi(a.key, b.key)
  })
}
