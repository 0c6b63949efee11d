/** How training reaches people: a class at a venue, self-paced online, or a coach who comes to the commune. */
export const deliveries = ['class', 'online', 'visit'] as const
export type Delivery = (typeof deliveries)[number]

/**
 * What a training plan is made from, with every name turned into an index from 0. Money is in đồng, time in days or hours,
 * a week is a calendar week of the period. Plain data: it travels to the solver's thread and is kept beside the result.
 */
export type PlanProblem = {
  /** Working days of each week, blocked dates taken out: 0–7. */
  weeks: number[]
  communes: ProblemCommune[]
  units: ProblemUnit[]
  groups: ProblemGroup[]
  modules: ProblemModule[]
  venues: ProblemVenue[]
  trainers: ProblemTrainer[]
  offers: Offer[]
  /**
   * Offers of one group that teach the same thing: together they have at most `most` seats, so that nobody is taught it
   * twice and no gap is closed twice.
   */
  overlaps: { offers: number[]; most: number }[]
  norms: Norms
  rules: Rules
  /** Classes that stay as they are, and the classes of the result before, which are kept where that costs nothing. */
  pins: ClassWish[]
  earlier: ClassWish[]
}

/** `least`: the fewest seats that its people must have together. */
export type ProblemCommune = { code: string; people: number; least: number }

/** A department of a commune; at most `away` of its people are in classes of one week. */
export type ProblemUnit = { commune: number; code: string; people: number; away: number }

/** The people of one position in one unit: seats are given to groups, and the commune names who takes them. */
export type ProblemGroup = { commune: number; unit: number; position: string; people: number }

/** `days`: whole days that a class or visit lasts, within one week. A delivery that is missing is not offered. */
export type ProblemModule = {
  code: string
  days: number
  class?: { least: number; most: number }
  visit?: { least: number; most: number }
  online?: true
  /** The fewest and the most classes and visits of it together. */
  classes: { least: number; most: number | null }
}

/** `days`: on how many days of each week it is free. Only communes that can reach it are listed, with the hours one way. */
export type ProblemVenue = {
  id: string
  seats: number
  rooms: number
  days: number[]
  reach: { commune: number; hours: number }[]
  /** Modules that are not to be held here. */ not: number[]
}

/** `days`: the most days of teaching in the whole period; `free`: in each week. */
export type ProblemTrainer = { id: string; modules: number[]; days: number; free: number[] }

/** A seat of a module for one of a group: expected reduction of the weighted gap by delivery, of at most `most` people. */
export type Offer = { module: number; group: number; most: number; gain: Partial<Record<Delivery, number>> }

/** Đồng: a day of a trainer, a day of a room, a seat for a day, an hour on the road for one seat, an online seat, a visit's journey. */
export type Norms = {
  trainerDay: number
  roomDay: number
  seatDay: number
  travelHour: number
  onlineSeat: number
  visitJourney: number
}

/** `perPerson`: the most modules that one person may be given in the period. */
export type Rules = { budget: number; perPerson: number }

/** A class by what it is; what is null is left to the solver. `key`: the name that a pinned class keeps in the result. */
export type ClassWish = {
  key?: string
  module: number
  delivery: 'class' | 'visit'
  venue: number | null
  commune: number | null
  week: number | null
  trainer: number | null
  seats: { group: number; seats: number }[] | null
}

/** Travel of one seat to a venue and back: once for a class, because people stay for its days. */
export function travelCost(hours: number, norms: Norms): number {
  return 2 * hours * norms.travelHour
}

/** What a class or visit costs before anybody has a seat in it. */
export function fixedCost(delivery: 'class' | 'visit', days: number, norms: Norms): number {
  return delivery === 'class'
    ? days * (norms.trainerDay + norms.roomDay)
    : days * norms.trainerDay + norms.visitJourney
}

/** What one seat costs; `hours` on the road only matter for a class. */
export function seatCost(delivery: Delivery, days: number, hours: number, norms: Norms): number {
  if (delivery === 'online') return norms.onlineSeat
  return days * norms.seatDay + (delivery === 'class' ? travelCost(hours, norms) : 0)
}
