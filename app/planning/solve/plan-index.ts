import { seatCost, type Delivery, type PlanProblem } from '../problem'

/** What the solver looks up again and again, worked out once from a problem. */
export type PlanIndex = {
  problem: PlanProblem
  /** Offer of a module for a group, or −1: at module · groups + group. */
  offerAt: Int32Array
  /** Offers by module and commune, at module · communes + commune. */
  offersAt: number[][]
  /** Trainers who can teach a module and have a week in which it fits. */
  able: number[][]
  /** Venues at which classes of a module can be held in some week by somebody. */
  venuesOf: number[][]
  /** Modules whose visits somebody could make. */
  visits: boolean[]
  /** The most seats that a class of a module has at a venue, at module · venues + venue. */
  classMost: Int32Array
  /** Hours one way by commune, or NaN, at venue · communes + commune. */
  hours: Float64Array
  /** Venues that a commune can reach. */
  reachable: number[][]
  groupsOf: number[][]
  unitsOf: number[][]
  /** Overlaps that an offer is in. */
  overlapsOf: number[][]
  /** Days of a week on which a trainer is free, a venue is open, and room days there: at trainer or venue · weeks + week. */
  free: Int32Array
  open: Int32Array
  rooms: Int32Array
}

export function indexPlan(problem: PlanProblem): PlanIndex {
  const { weeks, communes, units, groups, modules, venues, trainers, offers } = problem
  const W = weeks.length
  const free = new Int32Array(trainers.length * W)
  trainers.forEach((trainer, t) =>
    weeks.forEach((days, w) => (free[t * W + w] = Math.max(0, Math.min(days, trainer.free[w] ?? 0)))),
  )
  const open = new Int32Array(venues.length * W)
  venues.forEach((venue, v) =>
    weeks.forEach((days, w) => (open[v * W + w] = Math.max(0, Math.min(days, venue.days[w] ?? 0)))),
  )
  const rooms = open.map((days, i) => days * venues[Math.floor(i / W)]!.rooms)
  const hours = new Float64Array(venues.length * communes.length).fill(NaN)
  const reachable: number[][] = communes.map(() => [])
  venues.forEach((venue, v) => {
    for (const reach of venue.reach) {
      if (Number.isNaN(hours[v * communes.length + reach.commune]!)) reachable[reach.commune]!.push(v)
      hours[v * communes.length + reach.commune] = reach.hours
    }
  })
  const able = modules.map((module, m) =>
    trainers.flatMap((trainer, t) =>
      trainer.modules.includes(m) &&
      trainer.days >= module.days &&
      weeks.some((_, w) => free[t * W + w]! >= module.days)
        ? [t]
        : [],
    ),
  )
  const together = (m: number, v: number) =>
    able[m]!.some((t) =>
      weeks.some(
        (_, w) =>
          free[t * W + w]! >= modules[m]!.days &&
          open[v * W + w]! >= modules[m]!.days &&
          venues[v]!.rooms > 0,
      ),
    )
  const classMost = new Int32Array(modules.length * venues.length)
  const venuesOf = modules.map((module, m) =>
    venues.flatMap((venue, v) => {
      const most = Math.min(module.class?.most ?? 0, venue.seats)
      if (!module.class || most < Math.max(1, module.class.least) || venue.not.includes(m)) return []
      if (!together(m, v)) return []
      classMost[m * venues.length + v] = most
      return [v]
    }),
  )
  const offerAt = new Int32Array(modules.length * groups.length).fill(-1)
  const offersAt: number[][] = Array.from({ length: modules.length * communes.length }, () => [])
  offers.forEach((offer, o) => {
    if (offer.most <= 0 || offerAt[offer.module * groups.length + offer.group] !== -1) return
    offerAt[offer.module * groups.length + offer.group] = o
    offersAt[offer.module * communes.length + groups[offer.group]!.commune]!.push(o)
  })
  const overlapsOf: number[][] = offers.map(() => [])
  problem.overlaps.forEach((overlap, i) => {
    for (const o of new Set(overlap.offers)) overlapsOf[o]!.push(i)
  })
  const groupsOf: number[][] = units.map(() => [])
  groups.forEach((group, g) => groupsOf[group.unit]!.push(g))
  const unitsOf: number[][] = communes.map(() => [])
  units.forEach((unit, u) => unitsOf[unit.commune]!.push(u))
  return {
    problem,
    offerAt,
    offersAt,
    able,
    venuesOf,
    visits: modules.map((module, m) => Boolean(module.visit) && able[m]!.length > 0),
    classMost,
    hours,
    reachable,
    groupsOf,
    unitsOf,
    overlapsOf,
    free,
    open,
    rooms,
  }
}

export const offerOf = (index: PlanIndex, module: number, group: number): number =>
  index.offerAt[module * index.problem.groups.length + group]!

export const hoursTo = (index: PlanIndex, venue: number, commune: number): number =>
  index.hours[venue * index.problem.communes.length + commune]!

/** Đồng of a seat; for a class at `venue` for somebody of `commune`. */
export function costOfSeat(
  index: PlanIndex,
  module: number,
  delivery: Delivery,
  venue: number,
  commune: number,
): number {
  const { modules, norms } = index.problem
  return seatCost(
    delivery,
    modules[module]!.days,
    delivery === 'class' ? hoursTo(index, venue, commune) : 0,
    norms,
  )
}

/** The fewest and the most seats of a class or visit; a class has no more than its room. */
export const leastSize = (index: PlanIndex, module: number, delivery: 'class' | 'visit'): number =>
  index.problem.modules[module]![delivery]?.least ?? 0

export function mostSize(
  index: PlanIndex,
  module: number,
  delivery: 'class' | 'visit',
  place: number,
): number {
  const most = index.problem.modules[module]![delivery]?.most ?? 0
  return delivery === 'class' ? Math.min(most, index.problem.venues[place]!.seats) : most
}
