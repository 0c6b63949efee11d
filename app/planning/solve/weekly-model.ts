import { fixedCost, type ClassWish } from '../problem'
import { addDraft, addOnline, addSeats, openLedger, type Ledger } from './ledger'
import {
  addColumn,
  addRow,
  emptyModel,
  enter,
  noEntries,
  type Entries,
  type LinearModel,
} from './linear-model'
import { placesOf, takesSeats } from './place-pins'
import { pinnedIn } from './pinned'
import { costOfSeat, hoursTo, type PlanIndex } from './plan-index'

/** Classes of one kind: those of a pin, or those that the solver is free to make. */
type Block = { module: number; delivery: 'class' | 'visit'; pin: number | null; places: number[] }
type At = { block: Block; place: number; week: number }

/** The whole problem by weeks and trainers in one model: exact, and only for plans that are small. */
export type WeeklyModel = {
  model: LinearModel
  index: PlanIndex
  budget: number
  held: (At & { trainer: number; column: number })[]
  seats: (At & { group: number; column: number })[]
  online: { offer: number; column: number }[]
}

/** About how many columns the weekly model would have. */
export function weeklySize(index: PlanIndex): number {
  const { problem } = index
  const weeks = problem.weeks.filter((days) => days > 0).length
  const groups = (communes: number) =>
    (communes * problem.groups.length) / Math.max(1, problem.communes.length)
  return blocksOf(index).reduce(
    (sum, { module, delivery, places }) =>
      sum +
      places.reduce((all, place) => {
        const communes = delivery === 'visit' ? 1 : problem.venues[place]!.reach.length
        return all + weeks * (index.able[module]!.length + groups(communes))
      }, 0),
    problem.offers.length,
  )
}

function blocksOf(index: PlanIndex): Block[] {
  const { problem } = index
  const free = problem.modules.flatMap((_, module): Block[] => [
    { module, delivery: 'class', pin: null, places: index.venuesOf[module]! },
    {
      module,
      delivery: 'visit',
      pin: null,
      places: index.visits[module] ? problem.communes.map((_, c) => c) : [],
    },
  ])
  const pinned = problem.pins.map((pin, i): Block => {
    const places = placesOf(index, pin).filter((place) => takesSeats(index, pin, place))
    return { module: pin.module, delivery: pin.delivery, pin: i, places }
  })
  return [...free, ...pinned]
}

/** Rows that are made of entries from everywhere, put together under a name. */
type Rows = { get: (name: string) => Entries; has: (name: string) => boolean }

function namedRows(): Rows {
  const rows = new Map<string, Entries>()
  return {
    has: (name) => rows.has(name),
    get: (name) => {
      const entries = rows.get(name) ?? noEntries()
      rows.set(name, entries)
      return entries
    },
  }
}

export function weeklyModel(index: PlanIndex): WeeklyModel {
  const { problem } = index
  const { modules, norms, offers, groups, weeks } = problem
  const model = emptyModel()
  const rows = namedRows()
  const made: WeeklyModel = { model, index, budget: -1, held: [], seats: [], online: [] }
  for (const block of blocksOf(index)) {
    const pin = block.pin === null ? null : problem.pins[block.pin]!
    const one = noEntries()
    for (const place of block.places) {
      weeks.forEach((length, week) => {
        if (length < modules[block.module]!.days || (pin && pin.week !== null && pin.week !== week)) return
        addMeetings(made, rows, { block, place, week }, pin, one)
      })
    }
    if (pin) addRow(model, 1, 1, one)
  }
  offers.forEach((offer, o) => {
    if (!modules[offer.module]!.online || offer.gain.online === undefined || offer.most <= 0) return
    if (index.offerAt[offer.module * groups.length + offer.group] !== o) return
    const column = addColumn(model, offer.gain.online, offer.most, true)
    made.online.push({ offer: o, column })
    enterSeat(index, rows, offer.module, offer.group, column, 1)
    enter(rows.get('money'), column, norms.onlineSeat / 1e6)
  })
  limit(made, rows)
  return made
}

/** Classes of a block at a place in a week: a number for each trainer, and seats for each group. */
function addMeetings(made: WeeklyModel, rows: Rows, at: At, pin: ClassWish | null, one: Entries): void {
  const { model, index } = made
  const { problem } = index
  const { block, place, week } = at
  const module = problem.modules[block.module]!
  const isClass = block.delivery === 'class'
  const W = problem.weeks.length
  if (isClass && index.open[place * W + week]! < module.days) return
  const here: number[] = []
  for (const trainer of index.able[block.module]!) {
    const most = Math.floor(
      Math.min(index.free[trainer * W + week]!, problem.trainers[trainer]!.days) / module.days,
    )
    if (most < 1 || (pin && pin.trainer !== null && pin.trainer !== trainer)) continue
    const column = addColumn(model, 0, pin ? 1 : most, true)
    made.held.push({ ...at, trainer, column })
    here.push(column)
    if (pin) enter(one, column, 1)
    enter(rows.get(`trainer ${trainer}`), column, module.days)
    enter(rows.get(`trainer ${trainer} ${week}`), column, module.days)
    if (isClass) enter(rows.get(`venue ${place} ${week}`), column, module.days)
    enter(rows.get(`module ${block.module}`), column, 1)
    enter(rows.get('money'), column, fixedCost(block.delivery, module.days, problem.norms) / 1e6)
  }
  if (here.length === 0) return
  if (pin?.seats) {
    for (const { group, seats } of pin.seats) {
      if (seats === 0) continue
      const offer = index.offerAt[block.module * problem.groups.length + group]!
      const gain = offer < 0 ? 0 : (problem.offers[offer]!.gain[block.delivery] ?? 0)
      for (const column of here) {
        model.gain[column]! += seats * gain
        enterGroup(index, rows, at, group, column, seats)
      }
    }
    return
  }
  const sizes = module[block.delivery]!
  const most = Math.min(sizes.most, isClass ? problem.venues[place]!.seats : Infinity)
  const size = noEntries()
  problem.groups.forEach((group, g) => {
    const offer = index.offerAt[block.module * problem.groups.length + g]!
    const gain = offer < 0 ? undefined : problem.offers[offer]!.gain[block.delivery]
    if (gain === undefined) return
    if (isClass ? Number.isNaN(hoursTo(index, place, group.commune)) : group.commune !== place) return
    const room = isClass ? Math.min(group.people, problem.units[group.unit]!.away) : group.people
    const column = addColumn(model, gain, Math.min(room, problem.offers[offer]!.most), true)
    made.seats.push({ ...at, group: g, column })
    enterGroup(index, rows, at, g, column, 1)
    enter(size, column, 1)
  })
  const entries = { indices: [...size.indices], values: [...size.values] }
  for (const column of here) {
    enter(size, column, -most)
    enter(entries, column, -sizes.least)
  }
  addRow(model, -Infinity, 0, size)
  addRow(model, 0, Infinity, entries)
}

function enterGroup(index: PlanIndex, rows: Rows, at: At, g: number, column: number, seats: number): void {
  const { module, delivery } = at.block
  const { unit, commune } = index.problem.groups[g]!
  enterSeat(index, rows, module, g, column, seats)
  add(rows.get('money'), column, (seats * costOfSeat(index, module, delivery, at.place, commune)) / 1e6)
  if (delivery !== 'class') return
  add(rows.get(`away ${unit} ${at.week}`), column, seats)
  add(rows.get(`present ${g} ${at.week}`), column, seats)
}

function enterSeat(
  index: PlanIndex,
  rows: Rows,
  module: number,
  g: number,
  column: number,
  seats: number,
): void {
  const offer = index.offerAt[module * index.problem.groups.length + g]!
  add(rows.get(`group ${g}`), column, seats)
  add(rows.get(`commune ${index.problem.groups[g]!.commune}`), column, seats)
  if (offer < 0) return
  add(rows.get(`offer ${offer}`), column, seats)
  for (const overlap of index.overlapsOf[offer]!) add(rows.get(`overlap ${overlap}`), column, seats)
}

/** Enters a value for a column that may stand in the row already, as the last few entries at most. */
function add(entries: Entries, column: number, value: number): void {
  const at = entries.indices.lastIndexOf(column)
  if (at >= 0) entries.values[at]! += value
  else enter(entries, column, value)
}

/** Everything that there is only so much of. */
function limit(made: WeeklyModel, rows: Rows): void {
  const { model, index } = made
  const { problem } = index
  const W = problem.weeks.length
  const atMost = (name: string, most: number) =>
    rows.has(name) ? addRow(model, -Infinity, most, rows.get(name)) : -1
  const { class: inClasses, visit } = pinnedIn(index)
  const pinned = inClasses.map((seats, o) => seats + visit[o]!)
  problem.offers.forEach((offer, o) => atMost(`offer ${o}`, Math.max(offer.most, pinned[o]!)))
  problem.overlaps.forEach((overlap, i) => {
    const held = [...new Set(overlap.offers)].reduce((sum, o) => sum + pinned[o]!, 0)
    atMost(`overlap ${i}`, Math.max(overlap.most, held))
  })
  problem.groups.forEach((group, g) => atMost(`group ${g}`, problem.rules.perPerson * group.people))
  problem.modules.forEach((module, m) =>
    addRow(model, module.classes.least, module.classes.most ?? Infinity, rows.get(`module ${m}`)),
  )
  problem.communes.forEach((commune, c) => addRow(model, commune.least, Infinity, rows.get(`commune ${c}`)))
  problem.trainers.forEach((trainer, t) => atMost(`trainer ${t}`, trainer.days))
  for (let week = 0; week < W; week++) {
    problem.trainers.forEach((_, t) => atMost(`trainer ${t} ${week}`, index.free[t * W + week]!))
    problem.venues.forEach((_, v) => atMost(`venue ${v} ${week}`, index.rooms[v * W + week]!))
    problem.units.forEach((unit, u) => atMost(`away ${u} ${week}`, unit.away))
    problem.groups.forEach((group, g) => atMost(`present ${g} ${week}`, group.people))
  }
  made.budget = addRow(model, -Infinity, problem.rules.budget / 1e6, rows.get('money'))
}

/** The plan of a solution: seats of classes at one place in one week are dealt out to them evenly. */
export function readWeekly(made: WeeklyModel, values: ArrayLike<number>): Ledger {
  const ledger = openLedger(made.index)
  const { pins } = made.index.problem
  const atOf = ({ block, place, week }: At) =>
    `${block.module} ${block.delivery} ${block.pin} ${place} ${week}`
  const seats = new Map<string, { group: number; seats: number }[]>()
  for (const one of made.seats) {
    const count = Math.round(values[one.column]!)
    if (count > 0) seats.set(atOf(one), [...(seats.get(atOf(one)) ?? []), { group: one.group, seats: count }])
  }
  const drafts = new Map<string, Ledger['drafts']>()
  for (const one of made.held) {
    for (let i = Math.round(values[one.column]!); i > 0; i--) {
      const { module, delivery, pin } = one.block
      addDraft(ledger, {
        module,
        delivery,
        place: one.place,
        week: one.week,
        trainer: one.trainer,
        seats: new Map(),
        pin,
      })
      drafts.set(atOf(one), [...(drafts.get(atOf(one)) ?? []), ledger.drafts[ledger.drafts.length - 1]!])
      const fixed = pin === null ? null : pins[pin]!.seats
      for (const row of fixed ?? []) {
        if (row.seats > 0) addSeats(ledger, ledger.drafts[ledger.drafts.length - 1]!, row.group, row.seats)
      }
    }
  }
  for (const [at, rows] of seats) {
    const list = drafts.get(at) ?? []
    let next = 0
    for (const row of rows) {
      for (let i = 0; i < row.seats; i++) addSeats(ledger, list[next++ % list.length]!, row.group, 1)
    }
  }
  for (const { offer, column } of made.online) {
    const count = Math.round(values[column]!)
    if (count > 0) addOnline(ledger, offer, count)
  }
  return ledger
}
