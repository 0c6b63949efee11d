import { fixedCost } from '../problem'
import {
  addColumn,
  addRow,
  emptyModel,
  enter,
  noEntries,
  type Entries,
  type LinearModel,
} from './linear-model'
import { pinnedIn, slackAt, type Pinned } from './pinned'
import type { Target } from './schedule'
import { costOfSeat, type PlanIndex } from './plan-index'

/** The stage of seats: what, where and how many seats, weeks summed up. Columns are −1 where there is none. */
export type SeatsModel = {
  model: LinearModel
  index: PlanIndex
  /** Classes and visits of a module that a trainer teaches. */
  trainings: { module: number; trainer: number; column: number }[]
  /** The row of the budget, in millions of đồng. */
  budget: number
  /** The rows that somebody teaches every class, by module; −1 where it has none. */
  teaching: number[]
  /** Rows Σ ≤ 0 that hold as well and are added where a solution breaks them: a unit sends few people to each class. */
  spare: Entries[]
  /** Classes of a module at a venue, at module · venues + venue; visits at module · communes + commune. */
  classes: Int32Array
  visits: Int32Array
  /** Seats of a commune in the classes of a module at a venue. */
  seats: { module: number; venue: number; commune: number; column: number }[]
  /** Seats of an offer by delivery. */
  class: Int32Array
  visit: Int32Array
  online: Int32Array
}

/** A model on its way, with the rows that are put together from everywhere. */
type Making = SeatsModel & {
  pinned: Pinned
  money: Entries
  ofCommune: Entries[]
  ofUnit: Entries[]
  ofGroup: Entries[]
  taught: Entries[]
  roomDays: Entries[]
}

/** Every plan gives a solution of this model with its value: the optimum of the relaxation bounds all plans. */
export function seatsModel(index: PlanIndex): SeatsModel {
  const { modules, venues, communes, groups, units, offers, rules } = index.problem
  const none = (count: number) => new Int32Array(count).fill(-1)
  const rows = (list: readonly unknown[]) => list.map(() => noEntries())
  const making: Making = {
    model: emptyModel(),
    index,
    trainings: [],
    budget: -1,
    teaching: [],
    spare: [],
    classes: none(modules.length * venues.length),
    visits: none(modules.length * communes.length),
    seats: [],
    class: none(offers.length),
    visit: none(offers.length),
    online: none(offers.length),
    pinned: pinnedIn(index),
    money: noEntries(),
    ofCommune: rows(communes),
    ofUnit: rows(units),
    ofGroup: rows(groups),
    taught: rows(modules),
    roomDays: rows(venues),
  }
  modules.forEach((_, m) => addHeld(making, m))
  modules.forEach((_, m) => addSeatsOf(making, m))
  limitPeople(making)
  limitTeaching(making)
  keepPins(making)
  making.budget = addRow(making.model, -Infinity, rules.budget / 1e6, making.money)
  return making
}

/** The numbers of classes of a module at each venue and of visits to each commune. */
function addHeld(making: Making, m: number): void {
  const { index, model, pinned } = making
  const { modules, venues, communes, offers, weeks, norms } = index.problem
  const { days, visit } = modules[m]!
  const put = (delivery: 'class' | 'visit', most: number) => {
    const column = addColumn(model, 0, most, true)
    enter(making.money, column, fixedCost(delivery, days, norms) / 1e6)
    enter(making.taught[m]!, column, 1)
    return column
  }
  for (const v of index.venuesOf[m]!) {
    const most = weeks.reduce((sum, _, w) => {
      const at = v * weeks.length + w
      return sum + (index.open[at]! >= days ? Math.floor(index.rooms[at]! / days) : 0)
    }, 0)
    const column = put('class', most)
    making.classes[m * venues.length + v] = column
    enter(making.roomDays[v]!, column, days)
  }
  if (!index.visits[m]) return
  communes.forEach((_, c) => {
    const people = index.offersAt[m * communes.length + c]!.reduce(
      (sum, o) => sum + (offers[o]!.gain.visit === undefined ? 0 : offers[o]!.most),
      0,
    )
    const held = pinned.pins.filter(
      ({ pin, places }) => pin.module === m && pin.delivery === 'visit' && places.includes(c),
    ).length
    const most = Math.floor(people / Math.max(1, visit!.least)) + held
    if (most > 0) making.visits[m * communes.length + c] = put('visit', most)
  })
}

/** Who has seats of a module, by offer and delivery, and that classes and visits are neither too small nor too large. */
function addSeatsOf(making: Making, m: number): void {
  const { index, model, pinned } = making
  const { modules, venues, communes } = index.problem
  const size = new Map(index.venuesOf[m]!.map((v) => [v, noEntries()]))
  communes.forEach((_, c) => {
    const open = index.reachable[c]!.filter((v) => making.classes[m * venues.length + v]! >= 0)
    const visit = making.visits[m * communes.length + c]!
    const inClass = noEntries()
    const inVisit = noEntries()
    for (const o of index.offersAt[m * communes.length + c]!)
      addOffer(making, o, open, visit, inClass, inVisit)
    if (inClass.indices.length > 0) addRoads(making, m, c, open, inClass, size)
    if (inVisit.indices.length > 0) {
      addSizes(making, inVisit, visit, modules[m]!.visit!, slackAt(index, pinned, m, 'visit', c))
    }
  })
  for (const [v, entries] of size) {
    const at = m * venues.length + v
    const sizes = { least: modules[m]!.class!.least, most: index.classMost[at]! }
    addSizes(making, entries, making.classes[at]!, sizes, slackAt(index, pinned, m, 'class', v))
  }
  const { least, most } = modules[m]!.classes
  if (least > 0 || most !== null) addRow(model, least, most ?? Infinity, making.taught[m]!)
}

/** Seats of an offer in each of its deliveries, together no more than it has. */
function addOffer(
  making: Making,
  o: number,
  open: number[],
  visit: number,
  inClass: Entries,
  inVisit: Entries,
): void {
  const { index, model, pinned } = making
  const { modules, groups, offers, norms } = index.problem
  const { module, group, most, gain } = offers[o]!
  const { commune, unit } = groups[group]!
  const all = noEntries()
  const put = (delivery: 'class' | 'visit' | 'online') => {
    const least = delivery === 'online' ? 0 : pinned[delivery][o]!
    const column = addColumn(model, gain[delivery]!, Math.max(most, least), false, least)
    making[delivery][o] = column
    for (const entries of [all, making.ofCommune[commune]!, making.ofGroup[group]!]) enter(entries, column, 1)
    return column
  }
  if (open.length > 0 && gain.class !== undefined) {
    const column = put('class')
    enter(inClass, column, 1)
    enter(making.ofUnit[unit]!, column, 1)
  }
  if (visit >= 0 && gain.visit !== undefined) {
    const column = put('visit')
    enter(inVisit, column, 1)
    enter(making.money, column, costOfSeat(index, module, 'visit', -1, commune) / 1e6)
  }
  if (modules[module]!.online && gain.online !== undefined) {
    enter(making.money, put('online'), norms.onlineSeat / 1e6)
  }
  if (all.indices.length > 1) addRow(model, -Infinity, Math.max(most, namedIn(pinned, o)), all)
}

/** Which venues the people of a commune go to, and how few of them one class can take. */
function addRoads(
  making: Making,
  m: number,
  c: number,
  open: number[],
  inClass: Entries,
  size: Map<number, Entries>,
): void {
  const { index, model, classes } = making
  const { venues, communes, groups, units, offers, pins } = index.problem
  const isNamed = pins.some((pin) => pin.module === m && pin.seats !== null)
  const here = index.offersAt[m * communes.length + c]!.filter((o) => making.class[o]! >= 0)
  let atOnce = 0
  for (const u of index.unitsOf[c]!) {
    const mine = here.filter((o) => groups[offers[o]!.group]!.unit === u)
    const people = mine.reduce((sum, o) => sum + offers[o]!.most, 0)
    const { away } = units[u]!
    atOnce += Math.min(people, away)
    if (people <= away || isNamed) continue
    const entries = noEntries()
    for (const o of mine) enter(entries, making.class[o]!, 1)
    for (const v of open) enter(entries, classes[m * venues.length + v]!, -away)
    making.spare.push(entries)
  }
  for (const v of open) {
    const column = addColumn(model, 0, Infinity)
    making.seats.push({ module: m, venue: v, commune: c, column })
    enter(inClass, column, -1)
    enter(size.get(v)!, column, 1)
    enter(making.money, column, costOfSeat(index, m, 'class', v, c) / 1e6)
    if (isNamed || atOnce >= index.classMost[m * venues.length + v]!) continue
    making.spare.push({ indices: [column, classes[m * venues.length + v]!], values: [1, -atOnce] })
  }
  addRow(model, 0, 0, inClass)
}

function addSizes(
  { model }: Making,
  seats: Entries,
  held: number,
  sizes: { least: number; most: number },
  slack: { below: number; above: number },
): void {
  const { indices, values } = seats
  addRow(model, -Infinity, slack.above, { indices: [...indices, held], values: [...values, -sizes.most] })
  addRow(model, -slack.below, Infinity, { indices: [...indices, held], values: [...values, -sizes.least] })
}

/** Seats that pins name stay even where they are more than there may be. */
const namedIn = (pinned: Pinned, offer: number): number => pinned.class[offer]! + pinned.visit[offer]!

/** What overlaps, groups and units may have, and communes must have. */
function limitPeople(making: Making): void {
  const { index, model, pinned } = making
  const { communes, groups, units, overlaps, rules, weeks } = index.problem
  for (const overlap of overlaps) {
    const all = [...new Set(overlap.offers)]
    const entries = noEntries()
    for (const o of all) {
      for (const column of [making.class[o]!, making.visit[o]!, making.online[o]!]) {
        if (column >= 0) enter(entries, column, 1)
      }
    }
    const named = all.reduce((sum, o) => sum + namedIn(pinned, o), 0)
    addRow(model, -Infinity, Math.max(overlap.most, named), entries)
  }
  groups.forEach((group, g) => {
    const entries = making.ofGroup[g]!
    const ever = entries.indices.reduce((sum, column) => sum + model.upper[column]!, 0)
    const most = rules.perPerson * group.people
    if (ever > most) addRow(model, -Infinity, most, entries)
  })
  const open = weeks.filter((days) => days > 0).length
  units.forEach((unit, u) => addRow(model, -Infinity, unit.away * open, making.ofUnit[u]!))
  communes.forEach((commune, c) =>
    addRow(model, commune.least - pinned.beside[c]!, Infinity, making.ofCommune[c]!),
  )
}

/** Days of rooms and trainers in the whole period; who teaches how many classes of what. */
function limitTeaching(making: Making): void {
  const { index, model } = making
  const { venues, trainers, modules, weeks } = index.problem
  const inAll = (days: Int32Array, i: number) =>
    days.subarray(i * weeks.length, (i + 1) * weeks.length).reduce((sum, one) => sum + one, 0)
  venues.forEach((_, v) => addRow(model, -Infinity, inAll(index.rooms, v), making.roomDays[v]!))
  trainers.forEach((trainer, t) => {
    const teaches = noEntries()
    for (const m of new Set(trainer.modules)) {
      if (!index.able[m]!.includes(t)) continue
      const column = addColumn(model, 0, Math.floor(trainer.days / modules[m]!.days), true)
      making.trainings.push({ module: m, trainer: t, column })
      enter(teaches, column, modules[m]!.days)
      enter(making.taught[m]!, column, -1)
    }
    addRow(model, -Infinity, Math.min(trainer.days, inAll(index.free, t)), teaches)
  })
  making.teaching = making.taught.map((entries) => addRow(model, -Infinity, 0, entries))
}

/** As many classes as there are pins that can only be held there. */
function keepPins({ index, model, pinned, classes, visits }: Making): void {
  const { venues, communes } = index.problem
  for (const { pin, places } of pinned.pins) {
    const columns = places.map((place) =>
      pin.delivery === 'class'
        ? classes[pin.module * venues.length + place]!
        : visits[pin.module * communes.length + place]!,
    )
    const alike = pinned.pins.filter(
      (one) =>
        one.pin.module === pin.module &&
        one.pin.delivery === pin.delivery &&
        one.places.every((place) => places.includes(place)),
    )
    addRow(model, alike.length, Infinity, { indices: columns, values: columns.map(() => 1) })
  }
}

/** Reads a solution whose numbers of classes and visits are whole. `price`: gain that a đồng is worth. */
export function targetOf(seats: SeatsModel, values: Float64Array, price: number): Target {
  const { venues, communes, modules } = seats.index.problem
  const at = (column: number) => (column < 0 ? 0 : values[column]!)
  const batches = modules.flatMap((_, module) => [
    ...venues.map((_, place) => ({
      module,
      delivery: 'class' as const,
      place,
      count: Math.round(at(seats.classes[module * venues.length + place]!)),
    })),
    ...communes.map((_, place) => ({
      module,
      delivery: 'visit' as const,
      place,
      count: Math.round(at(seats.visits[module * communes.length + place]!)),
    })),
  ])
  const list = (columns: Int32Array) => Float64Array.from(columns, at)
  return {
    batches: batches.filter((batch) => batch.count > 0),
    seats: { class: list(seats.class), visit: list(seats.visit), online: list(seats.online) },
    share: new Map(
      seats.seats.map(({ module, venue, commune, column }) => [
        (module * venues.length + venue) * communes.length + commune,
        values[column]!,
      ]),
    ),
    quota: new Map(
      seats.trainings.map(({ module, trainer, column }) => [
        module * seats.index.problem.trainers.length + trainer,
        Math.round(values[column]!),
      ]),
    ),
    price,
  }
}
