import { fixedCost, type Delivery } from '../problem'
import { costOfSeat, leastSize, offerOf, type PlanIndex } from './plan-index'

/** A class or visit on its way into a plan. `place`: the venue of a class, the commune of a visit. `pin`: index of its pin. */
export type Draft = {
  module: number
  delivery: 'class' | 'visit'
  place: number
  week: number
  trainer: number
  seats: Map<number, number>
  pin: number | null
}

/** A plan that is being put together, and what is left of everything that it takes. */
export type Ledger = {
  index: PlanIndex
  drafts: Draft[]
  /** Online seats by offer. */
  online: Int32Array
  value: number
  money: number
  /** Seats that offers, overlaps and groups still have room for. */
  offers: Int32Array
  overlaps: Int32Array
  persons: Int32Array
  /** People who may still be in a class of a week, of a unit and of a group: at unit or group · weeks + week. */
  away: Int32Array
  present: Int32Array
  /** Seats that a commune must still be given, classes that a module must and may still have. */
  wanted: Int32Array
  required: Int32Array
  classes: Float64Array
  trainers: Int32Array
  trainerWeeks: Int32Array
  roomWeeks: Int32Array
}

export function openLedger(index: PlanIndex): Ledger {
  const { problem } = index
  const W = problem.weeks.length
  const spread = (list: number[]) =>
    Int32Array.from({ length: list.length * W }, (_, i) => list[Math.floor(i / W)]!)
  return {
    index,
    drafts: [],
    online: new Int32Array(problem.offers.length),
    value: 0,
    money: problem.rules.budget,
    offers: Int32Array.from(problem.offers, (offer) => offer.most),
    overlaps: Int32Array.from(problem.overlaps, (overlap) => overlap.most),
    persons: Int32Array.from(problem.groups, (group) => problem.rules.perPerson * group.people),
    away: spread(problem.units.map((unit) => unit.away)),
    present: spread(problem.groups.map((group) => group.people)),
    wanted: Int32Array.from(problem.communes, (commune) => commune.least),
    required: Int32Array.from(problem.modules, (module) => module.classes.least),
    classes: Float64Array.from(problem.modules, (module) => module.classes.most ?? Infinity),
    trainers: Int32Array.from(problem.trainers, (trainer) => trainer.days),
    trainerWeeks: index.free.slice(),
    roomWeeks: index.rooms.slice(),
  }
}

/** A ledger of its own with the same plan in it. */
export function copyLedger(ledger: Ledger): Ledger {
  return {
    ...ledger,
    drafts: ledger.drafts.map((draft) => ({ ...draft, seats: new Map(draft.seats) })),
    online: ledger.online.slice(),
    offers: ledger.offers.slice(),
    overlaps: ledger.overlaps.slice(),
    persons: ledger.persons.slice(),
    away: ledger.away.slice(),
    present: ledger.present.slice(),
    wanted: ledger.wanted.slice(),
    required: ledger.required.slice(),
    classes: ledger.classes.slice(),
    trainers: ledger.trainers.slice(),
    trainerWeeks: ledger.trainerWeeks.slice(),
    roomWeeks: ledger.roomWeeks.slice(),
  }
}

/** Whether every least is reached: of communes and of modules. What may not be exceeded never is. */
export const meetsLeasts = (ledger: Ledger): boolean =>
  ledger.wanted.every((seats) => seats <= 0) &&
  ledger.required.every((classes) => classes <= 0) &&
  ledger.drafts.every(
    (draft) => draft.pin !== null || seatsIn(draft) >= leastSize(ledger.index, draft.module, draft.delivery),
  )

export function seatsIn(draft: Draft): number {
  let sum = 0
  for (const seats of draft.seats.values()) sum += seats
  return sum
}

export function fixedCostOf(index: PlanIndex, module: number, delivery: 'class' | 'visit'): number {
  return fixedCost(delivery, index.problem.modules[module]!.days, index.problem.norms)
}

/** Takes trainer, room and money for a class without seats. */
export function addDraft(ledger: Ledger, draft: Draft, sign = 1): void {
  const { index } = ledger
  const W = index.problem.weeks.length
  const { days } = index.problem.modules[draft.module]!
  ledger.trainers[draft.trainer]! -= sign * days
  ledger.trainerWeeks[draft.trainer * W + draft.week]! -= sign * days
  if (draft.delivery === 'class') ledger.roomWeeks[draft.place * W + draft.week]! -= sign * days
  ledger.required[draft.module]! -= sign
  ledger.classes[draft.module]! -= sign
  ledger.money -= sign * fixedCostOf(index, draft.module, draft.delivery)
  if (sign > 0) ledger.drafts.push(draft)
  else ledger.drafts.splice(ledger.drafts.indexOf(draft), 1)
}

/** Gives back everything that a class took. */
export function removeDraft(ledger: Ledger, draft: Draft): void {
  for (const [group, seats] of [...draft.seats]) addSeats(ledger, draft, group, -seats)
  addDraft(ledger, draft, -1)
}

/** Gives a group `seats` more (or, below 0, fewer) seats in a class. */
export function addSeats(ledger: Ledger, draft: Draft, group: number, seats: number): void {
  const { problem } = ledger.index
  const { commune, unit } = problem.groups[group]!
  const has = (draft.seats.get(group) ?? 0) + seats
  if (has === 0) draft.seats.delete(group)
  else draft.seats.set(group, has)
  if (draft.delivery === 'class') {
    ledger.away[unit * problem.weeks.length + draft.week]! -= seats
    ledger.present[group * problem.weeks.length + draft.week]! -= seats
  }
  take(ledger, draft.module, draft.delivery, group, commune, seats)
  ledger.money -= seats * costOfSeat(ledger.index, draft.module, draft.delivery, draft.place, commune)
}

export function addOnline(ledger: Ledger, offer: number, seats: number): void {
  const { module, group } = ledger.index.problem.offers[offer]!
  ledger.online[offer]! += seats
  take(ledger, module, 'online', group, ledger.index.problem.groups[group]!.commune, seats)
  ledger.money -= seats * ledger.index.problem.norms.onlineSeat
}

function take(
  ledger: Ledger,
  module: number,
  delivery: Delivery,
  group: number,
  commune: number,
  seats: number,
): void {
  const { index } = ledger
  const offer = offerOf(index, module, group)
  ledger.persons[group]! -= seats
  ledger.wanted[commune]! -= seats
  if (offer < 0) return
  ledger.offers[offer]! -= seats
  for (const overlap of index.overlapsOf[offer]!) ledger.overlaps[overlap]! -= seats
  ledger.value += seats * (index.problem.offers[offer]!.gain[delivery] ?? 0)
}

/** How many more of an offer would do good, however many modules its people have already. */
export function roomOfNeed(ledger: Ledger, offer: number): number {
  let room = ledger.offers[offer]!
  for (const overlap of ledger.index.overlapsOf[offer]!) room = Math.min(room, ledger.overlaps[overlap]!)
  return Math.max(0, room)
}

/** How many more of an offer there may be, whatever the delivery; money aside. */
export function roomOfOffer(ledger: Ledger, offer: number): number {
  const { group } = ledger.index.problem.offers[offer]!
  return Math.max(0, Math.min(roomOfNeed(ledger, offer), ledger.persons[group]!))
}

/** The same for a class of a week, where nobody is in two classes and the unit stays open. */
export function roomInWeek(ledger: Ledger, offer: number, week: number): number {
  const { problem } = ledger.index
  const { group } = problem.offers[offer]!
  const W = problem.weeks.length
  return Math.max(
    0,
    Math.min(
      roomOfOffer(ledger, offer),
      ledger.away[problem.groups[group]!.unit * W + week]!,
      ledger.present[group * W + week]!,
    ),
  )
}

/** Whether a room has the days for a class of a module in a week. */
export function hasRoom(ledger: Ledger, module: number, venue: number, week: number): boolean {
  const at = venue * ledger.index.problem.weeks.length + week
  const { days } = ledger.index.problem.modules[module]!
  return ledger.index.open[at]! >= days && ledger.roomWeeks[at]! >= days
}

/** Whether a trainer of a module has the days for it in a week. */
export function hasTime(ledger: Ledger, module: number, trainer: number, week: number): boolean {
  const { days } = ledger.index.problem.modules[module]!
  return (
    ledger.trainers[trainer]! >= days &&
    ledger.trainerWeeks[trainer * ledger.index.problem.weeks.length + week]! >= days
  )
}
