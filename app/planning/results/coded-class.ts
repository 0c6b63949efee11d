import { weeksOf, workingDays } from '../calendar'
import type { Delivery, PlanProblem } from '../problem'
import type { PinnedClass, PlanSettings } from '../settings'
import type { SolvedClass } from '../solution'

export type CodedSeats = { commune: string; position: string; seats: number }

/**
 * A class of a result by codes and days, so that it means the same when the settings have changed: `week` is a Monday,
 * `dates` the days on which it is held, both `YYYY-MM-DD`; money in đồng, `gain` in people below target fewer.
 */
export type CodedClass = {
  key: string
  module: string
  delivery: Delivery
  venue: string | null
  commune: string | null
  week: string | null
  dates: string[]
  trainer: string | null
  seats: CodedSeats[]
  cost: number
  gain: number
  pinned: boolean
}

/** The classes of a result by codes; `settings` are those that were solved. */
export function codedClasses(
  problem: PlanProblem,
  settings: PlanSettings,
  classes: readonly SolvedClass[],
): CodedClass[] {
  const mondays = weeksOf(settings)
  const days = mondays.map((monday) => workingDays(settings, monday))
  return classes.map((each) => {
    const week = each.week === null ? null : (mondays[each.week] ?? null)
    const held = each.week === null ? [] : (days[each.week] ?? [])
    return {
      key: each.key,
      module: problem.modules[each.module]!.code,
      delivery: each.delivery,
      venue: each.venue === null ? null : problem.venues[each.venue]!.id,
      commune: each.commune === null ? null : problem.communes[each.commune]!.code,
      week,
      dates: each.days.flatMap((day) => held[day] ?? []),
      trainer: each.trainer === null ? null : problem.trainers[each.trainer]!.id,
      seats: each.seats
        .filter(({ seats }) => seats > 0)
        .map(({ group, seats }) => {
          const { commune, position } = problem.groups[group]!
          return { commune: problem.communes[commune]!.code, position, seats }
        }),
      cost: each.cost,
      gain: each.gain,
      pinned: each.pinned,
    }
  })
}

export function seatCount({ seats }: Pick<CodedClass, 'seats'>): number {
  return seats.reduce((sum, each) => sum + each.seats, 0)
}

/** Seats of a class by commune, in the order in which the communes come. */
export function seatsByCommune({ seats }: Pick<CodedClass, 'seats'>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { commune, seats: count } of seats) sums.set(commune, (sums.get(commune) ?? 0) + count)
  return sums
}

/** The wish that a class stays as it is; nobody teaches online seats, so that they are not pinned. */
export function pinOf({
  key,
  module,
  delivery,
  venue,
  commune,
  week,
  trainer,
  seats,
}: CodedClass): PinnedClass | null {
  if (delivery === 'online') return null
  return { key, module, delivery, venue, commune, week, trainer, seats }
}

/**
 * A wish of the settings as a class of the problem that was solved; null where the problem does not know its module,
 * place, week, trainer or groups. What the wish leaves open is what the class has now.
 */
export function wishedClass(
  problem: PlanProblem,
  settings: PlanSettings,
  wish: PinnedClass,
  now: SolvedClass,
): SolvedClass | null {
  const index = (
    list: readonly { code?: string; id?: string }[],
    code: string | null,
    other: number | null,
  ) => (code === null ? other : list.findIndex((each) => (each.code ?? each.id) === code))
  const module = index(problem.modules, wish.module, now.module)!
  const venue = wish.delivery === 'class' ? index(problem.venues, wish.venue, now.venue) : null
  const commune = wish.delivery === 'visit' ? index(problem.communes, wish.commune, now.commune) : null
  const trainer = index(problem.trainers, wish.trainer, now.trainer)
  const week = wish.week === null ? now.week : weeksOf(settings).indexOf(wish.week)
  const groups = new Map(
    problem.groups.map((group, i) => [`${problem.communes[group.commune]!.code}/${group.position}`, i]),
  )
  const seats = wish.seats
    ? wish.seats.map(({ commune: code, position, seats: count }) => ({
        group: groups.get(`${code}/${position}`) ?? -1,
        seats: count,
      }))
    : now.seats
  const known = [module, venue, commune, trainer, week].every((each) => each === null || each >= 0)
  if (!known || seats.some(({ group }) => group < 0)) return null
  const given = seats.filter((each) => each.seats > 0)
  // Days are dealt anew in another week; the first ones stand in until then.
  const days = week === now.week ? now.days : now.days.map((_, i) => i)
  return { ...now, module, delivery: wish.delivery, venue, commune, trainer, week, days, seats: given }
}
