import type { ClassWish } from '../problem'
import { candidatesFor, chooseSeats } from './choose-seats'
import { give, idlest } from './greedy'
import { addDraft, addSeats, fixedCostOf, hasRoom, hasTime, type Draft, type Ledger } from './ledger'
import { costOfSeat, type PlanIndex } from './plan-index'

/** Where a pinned class may be held. */
export function placesOf(index: PlanIndex, pin: ClassWish): number[] {
  const { communes } = index.problem
  if (pin.delivery === 'visit') {
    if (!index.visits[pin.module]) return []
    return communes.flatMap((_, c) => (pin.commune === null || pin.commune === c ? [c] : []))
  }
  return index.venuesOf[pin.module]!.filter((venue) => pin.venue === null || pin.venue === venue)
}

/** Whether the people whom a pin names can come to a place, and find a seat there. */
export function takesSeats(index: PlanIndex, pin: ClassWish, place: number): boolean {
  if (!pin.seats) return true
  const { groups, venues } = index.problem
  const all = pin.seats.reduce((sum, row) => sum + row.seats, 0)
  if (pin.delivery === 'visit') return pin.seats.every((row) => groups[row.group]!.commune === place)
  const near = new Set(venues[place]!.reach.map((reach) => reach.commune))
  return all <= venues[place]!.seats && pin.seats.every((row) => near.has(groups[row.group]!.commune))
}

/**
 * Puts the pinned classes into an empty plan, those first that leave least open, each where it brings most of what is left
 * to the solver. False where one finds no place, week or trainer, or its people are in other classes.
 */
export function placePins(ledger: Ledger): boolean {
  const { pins } = ledger.index.problem
  const open = (pin: ClassWish) =>
    [pin.week, pin.trainer, pin.delivery === 'class' ? pin.venue : pin.commune].filter(
      (field) => field === null,
    ).length
  const order = pins.map((pin, i) => ({ pin, i })).sort((a, b) => open(a.pin) - open(b.pin) || a.i - b.i)
  return order.every(({ pin, i }) => placePin(ledger, pin, i))
}

function placePin(ledger: Ledger, pin: ClassWish, i: number): boolean {
  const { index } = ledger
  const { problem } = index
  let best: { place: number; week: number; trainer: number; worth: number } | null = null
  for (const place of placesOf(index, pin)) {
    if (!takesSeats(index, pin, place)) continue
    const candidates = pin.seats ? null : candidatesFor(index, pin.module, pin.delivery, place, 0)
    for (let week = 0; week < problem.weeks.length; week++) {
      if (pin.week !== null && pin.week !== week) continue
      if (pin.delivery === 'class' && !hasRoom(ledger, pin.module, place, week)) continue
      const trainer = pin.trainer ?? idlest(ledger, pin.module, week)
      if (trainer < 0 || !index.able[pin.module]!.includes(trainer)) continue
      if (!hasTime(ledger, pin.module, trainer, week)) continue
      const money = ledger.money - fixedCostOf(index, pin.module, pin.delivery)
      const at = { module: pin.module, delivery: pin.delivery, place, week }
      const choice = candidates && chooseSeats(ledger, candidates, at, { money })
      if (
        choice ? choice.count < problem.modules[pin.module]![pin.delivery]!.least : !fits(ledger, pin, week)
      )
        continue
      const worth = choice ? choice.gain + 1e3 * choice.covered : -costOfPin(index, pin, place)
      if (!best || worth > best.worth) best = { place, week, trainer, worth }
    }
  }
  if (!best) return false
  const { place, week, trainer } = best
  const draft: Draft = {
    module: pin.module,
    delivery: pin.delivery,
    place,
    week,
    trainer,
    seats: new Map(),
    pin: i,
  }
  addDraft(ledger, draft)
  if (pin.seats) {
    for (const row of pin.seats) if (row.seats > 0) addSeats(ledger, draft, row.group, row.seats)
  } else {
    const candidates = candidatesFor(index, pin.module, pin.delivery, place, 0)
    give(ledger, draft, chooseSeats(ledger, candidates, draft, { money: ledger.money }))
  }
  return ledger.money >= -1e-6
}

function costOfPin(index: PlanIndex, pin: ClassWish, place: number): number {
  return (pin.seats ?? []).reduce(
    (sum, row) =>
      sum +
      row.seats *
        costOfSeat(index, pin.module, pin.delivery, place, index.problem.groups[row.group]!.commune),
    0,
  )
}

function fits(ledger: Ledger, pin: ClassWish, week: number): boolean {
  const { problem } = ledger.index
  const W = problem.weeks.length
  const units = new Map<number, number>()
  return pin.seats!.every((row) => {
    const { unit } = problem.groups[row.group]!
    units.set(unit, (units.get(unit) ?? 0) + row.seats)
    if (ledger.persons[row.group]! < row.seats) return false
    if (pin.delivery === 'visit') return row.seats <= problem.groups[row.group]!.people
    return (
      units.get(unit)! <= ledger.away[unit * W + week]! && row.seats <= ledger.present[row.group * W + week]!
    )
  })
}
