import {
  fixedCost,
  seatCost,
  travelCost,
  type ClassWish,
  type PlanProblem,
  type ProblemGroup,
} from '../problem'
import type { CostLines, SolvedClass } from '../solution'

/** A rule that a plan breaks; `at`: the class by its place in the list, or the index of what is used up. */
export type Breach = { rule: string; at: number; has: number; may: number }

/** What the checks need of a class; results and edited classes both have it. */
export type CheckedClass = Pick<
  SolvedClass,
  'module' | 'delivery' | 'venue' | 'commune' | 'week' | 'days' | 'trainer' | 'seats' | 'pinned'
>

const sumOf = (list: readonly { seats: number }[]) => list.reduce((sum, one) => sum + one.seats, 0)
const hoursFrom = (problem: PlanProblem, venue: number, commune: number) =>
  problem.venues[venue]?.reach.find((reach) => reach.commune === commune)?.hours

/** Cost of a plan by line, in đồng. A seat at a venue that its commune cannot reach has no travel. */
export function costOf(
  problem: PlanProblem,
  classes: readonly CheckedClass[],
): { lines: CostLines; total: number } {
  const { norms } = problem
  const lines: CostLines = { trainers: 0, rooms: 0, seats: 0, travel: 0, online: 0, journeys: 0 }
  for (const one of classes) {
    const { days } = problem.modules[one.module]!
    const seats = sumOf(one.seats)
    if (one.delivery === 'online') {
      lines.online += seats * seatCost('online', days, 0, norms)
      continue
    }
    lines.trainers += days * norms.trainerDay
    lines.seats += seats * days * norms.seatDay
    if (one.delivery === 'visit') {
      lines.journeys += fixedCost('visit', days, norms) - days * norms.trainerDay
      continue
    }
    lines.rooms += days * norms.roomDay
    for (const { group, seats: count } of one.seats) {
      const hours = hoursFrom(problem, one.venue!, problem.groups[group]!.commune) ?? 0
      lines.travel += count * travelCost(hours, norms)
    }
  }
  return { lines, total: Object.values(lines).reduce((sum, line) => sum + line, 0) }
}

/** Expected reduction of the weighted gap; a seat of somebody to whom the module is not offered brings nothing. */
export function gainOf(problem: PlanProblem, classes: readonly CheckedClass[]): number {
  const gains = new Map(problem.offers.map((offer) => [key(offer.module, offer.group), offer.gain]))
  return classes.reduce(
    (total, one) =>
      total +
      one.seats.reduce(
        (sum, { group, seats }) => sum + seats * (gains.get(key(one.module, group))?.[one.delivery] ?? 0),
        0,
      ),
    0,
  )
}

const key = (a: number, b: number) => `${a} ${b}`

/** Every rule of a problem that the classes break; none for a valid plan. Knows nothing of how plans are made. */
export function breaches(problem: PlanProblem, classes: readonly CheckedClass[]): Breach[] {
  const found: Breach[] = []
  const atMost = (rule: string, at: number, has: number, may: number) => {
    if (has > may + 1e-6) found.push({ rule, at, has, may })
  }
  const atLeast = (rule: string, at: number, has: number, must: number) => {
    if (has < must - 1e-6) found.push({ rule, at, has, may: must })
  }
  classes.forEach((one, i) =>
    checkClass(problem, one, (rule, has, may) => found.push({ rule, at: i, has, may })),
  )
  checkPeople(problem, classes, atMost, atLeast)
  checkWeeks(problem, classes, atMost)
  problem.modules.forEach((module, m) => {
    const held = classes.filter((one) => one.module === m && one.delivery !== 'online').length
    atLeast('classesLeast', m, held, module.classes.least)
    atMost('classesMost', m, held, module.classes.most ?? Infinity)
  })
  atMost('budget', 0, costOf(problem, classes).total, problem.rules.budget)
  unkeptPins(problem, classes).forEach((pin) => found.push({ rule: 'pin', at: pin, has: 0, may: 1 }))
  return found
}

type Say = (rule: string, has: number, may: number) => void

/** Rules that a class keeps or breaks by itself. */
function checkClass(problem: PlanProblem, one: CheckedClass, say: Say): void {
  const module = problem.modules[one.module]!
  const seats = sumOf(one.seats)
  const fixed = one.pinned && problem.pins.some((pin) => pin.seats !== null && keeps(pin, one))
  if (one.seats.some((row) => row.seats < 0 || !Number.isInteger(row.seats))) say('whole', seats, 0)
  if (new Set(one.seats.map((row) => row.group)).size < one.seats.length)
    say('groupOnce', one.seats.length, 0)
  for (const { group } of one.seats) {
    const offer = problem.offers.find((each) => each.module === one.module && each.group === group)
    if (!fixed && offer?.gain[one.delivery] === undefined) say('offered', group, 0)
    const { commune } = problem.groups[group]!
    if (one.delivery === 'visit' && commune !== one.commune)
      say('visitsOneCommune', commune, one.commune ?? -1)
    if (one.delivery === 'class' && hoursFrom(problem, one.venue ?? -1, commune) === undefined) {
      say('reach', commune, one.venue ?? -1)
    }
  }
  if (one.delivery === 'online') {
    if (!module.online) say('delivery', 1, 0)
    if (one.week !== null || one.trainer !== null || one.days.length > 0) say('onlineHasNoWeek', 1, 0)
    return
  }
  const sizes = module[one.delivery]
  if (!sizes) return say('delivery', 1, 0)
  const venue = one.delivery === 'class' ? problem.venues[one.venue ?? -1] : undefined
  if (one.delivery === 'class' && !venue) return say('venue', 0, 1)
  if (one.delivery === 'visit' && !problem.communes[one.commune ?? -1]) return say('commune', 0, 1)
  if (venue?.not.includes(one.module)) say('notHere', one.module, 0)
  if (!fixed && seats < sizes.least) say('least', seats, sizes.least)
  if (seats > Math.min(fixed ? Infinity : sizes.most, venue?.seats ?? Infinity))
    say('most', seats, sizes.most)
  const days = new Set(one.days)
  if (days.size !== module.days || one.days.length !== module.days) say('days', days.size, module.days)
  const last = (problem.weeks[one.week ?? -1] ?? 0) - 1
  if (one.days.some((day) => day < 0 || day > last)) say('calendar', Math.max(...one.days), last)
  if (venue && module.days > (venue.days[one.week ?? -1] ?? 0))
    say('venueDays', module.days, venue.days[one.week!] ?? 0)
  if (!problem.trainers[one.trainer ?? -1]?.modules.includes(one.module))
    say('skill', one.trainer ?? -1, one.module)
}

type Compare = (rule: string, at: number, has: number, bound: number) => void

/** Seats of groups, offers, overlaps, communes, and people away in a week. */
function checkPeople(
  problem: PlanProblem,
  classes: readonly CheckedClass[],
  atMost: Compare,
  atLeast: Compare,
): void {
  const byOffer = new Map<string, number>()
  const fixed = new Map<string, number>()
  const byGroup = problem.groups.map(() => 0)
  const byCommune = problem.communes.map(() => 0)
  const unitWeek = new Map<string, number>()
  const groupWeek = new Map<string, number>()
  const add = (map: Map<string, number>, at: string, seats: number) => map.set(at, (map.get(at) ?? 0) + seats)
  for (const one of classes) {
    for (const { group, seats } of one.seats) {
      const { unit, commune }: ProblemGroup = problem.groups[group]!
      add(byOffer, key(one.module, group), seats)
      if (one.pinned) add(fixed, key(one.module, group), seats)
      byGroup[group]! += seats
      byCommune[commune]! += seats
      if (one.delivery !== 'class') continue
      add(unitWeek, key(unit, one.week!), seats)
      add(groupWeek, key(group, one.week!), seats)
    }
  }
  const pinned = (offer: number) => {
    const { module, group } = problem.offers[offer]!
    return problem.pins.some((pin) => pin.seats?.some((row) => row.group === group) && pin.module === module)
      ? (fixed.get(key(module, group)) ?? 0)
      : 0
  }
  const given = problem.offers.map((offer) => byOffer.get(key(offer.module, offer.group)) ?? 0)
  problem.offers.forEach((offer, o) => atMost('offer', o, given[o]!, Math.max(offer.most, pinned(o))))
  problem.overlaps.forEach((overlap, i) => {
    const all = [...new Set(overlap.offers)]
    const has = all.reduce((sum, o) => sum + given[o]!, 0)
    atMost(
      'overlap',
      i,
      has,
      Math.max(
        overlap.most,
        all.reduce((sum, o) => sum + pinned(o), 0),
      ),
    )
  })
  problem.groups.forEach((group, g) =>
    atMost('perPerson', g, byGroup[g]!, problem.rules.perPerson * group.people),
  )
  problem.communes.forEach((commune, c) => atLeast('coverage', c, byCommune[c]!, commune.least))
  for (const [at, has] of unitWeek)
    atMost('away', Number(at.split(' ')[0]), has, problem.units[Number(at.split(' ')[0])]!.away)
  for (const [at, has] of groupWeek) {
    atMost('oneClassAWeek', Number(at.split(' ')[0]), has, problem.groups[Number(at.split(' ')[0])]!.people)
  }
}

/** Days of trainers and rooms, in the whole, by week and by day. */
function checkWeeks(problem: PlanProblem, classes: readonly CheckedClass[], atMost: Compare): void {
  const trainerDays = problem.trainers.map(() => 0)
  const used = new Map<string, number>()
  const add = (name: string, index: number, week: number, count: number) => {
    const at = `${name} ${index} ${week}`
    used.set(at, (used.get(at) ?? 0) + count)
  }
  for (const one of classes) {
    if (one.delivery === 'online' || one.trainer === null || one.week === null) continue
    const { days } = problem.modules[one.module]!
    trainerDays[one.trainer]! += days
    add('trainerWeek', one.trainer, one.week, days)
    for (const day of one.days) add(`trainerDay${day}`, one.trainer, one.week, 1)
    if (one.delivery !== 'class') continue
    add('roomWeek', one.venue!, one.week, days)
    for (const day of one.days) add(`roomDay${day}`, one.venue!, one.week, 1)
  }
  problem.trainers.forEach((trainer, t) => atMost('trainerDays', t, trainerDays[t]!, trainer.days))
  for (const [at, has] of used) {
    const [name, index, week] = at.split(' ') as [string, string, string]
    const i = Number(index)
    const w = Number(week)
    if (name === 'trainerWeek')
      atMost(name, i, has, Math.min(problem.weeks[w]!, problem.trainers[i]!.free[w] ?? 0))
    else if (name.startsWith('trainerDay')) atMost('trainerDay', i, has, 1)
    else if (name === 'roomWeek') {
      const venue = problem.venues[i]!
      atMost(name, i, has, venue.rooms * Math.min(problem.weeks[w]!, venue.days[w] ?? 0))
    } else atMost('roomDay', i, has, problem.venues[i]!.rooms)
  }
}

/** Whether a class is what a pin asks for. */
function keeps(pin: ClassWish, one: CheckedClass): boolean {
  const seats = (rows: readonly { group: number; seats: number }[]) =>
    rows
      .filter((row) => row.seats > 0)
      .map((row) => key(row.group, row.seats))
      .sort()
      .join()
  return (
    pin.module === one.module &&
    pin.delivery === one.delivery &&
    (pin.delivery === 'visit' || pin.venue === null || pin.venue === one.venue) &&
    (pin.delivery === 'class' || pin.commune === null || pin.commune === one.commune) &&
    (pin.week === null || pin.week === one.week) &&
    (pin.trainer === null || pin.trainer === one.trainer) &&
    (pin.seats === null || seats(pin.seats) === seats(one.seats))
  )
}

/** Pins for which the plan has no class of their own: a matching of pins and classes by augmenting paths. */
function unkeptPins(problem: PlanProblem, classes: readonly CheckedClass[]): number[] {
  const takenBy = new Map<number, number>()
  const find = (pin: number, seen: Set<number>): boolean =>
    classes.some((one, i) => {
      if (!one.pinned || seen.has(i) || !keeps(problem.pins[pin]!, one)) return false
      seen.add(i)
      const other = takenBy.get(i)
      if (other !== undefined && !find(other, seen)) return false
      takenBy.set(i, pin)
      return true
    })
  return problem.pins.flatMap((_, pin) => (find(pin, new Set()) ? [] : [pin]))
}
