import { addOnline, addSeats, roomInWeek, roomOfOffer, seatsIn, type Draft, type Ledger } from './ledger'
import {
  addColumn,
  addRow,
  emptyModel,
  enter,
  noEntries,
  type Entries,
  type LinearModel,
} from './linear-model'
import { costOfSeat, hoursTo, mostSize, leastSize } from './plan-index'

type Column = { offer: number; draft: Draft | null; column: number }

/** Whose seats are given anew: those of some modules, or of some communes, or of both where both are named. */
export type Part = { modules?: ReadonlySet<number>; communes?: ReadonlySet<number> }

/** The seats of some part given anew while everything else stands. `start`: what they were. */
export type Reseating = { model: LinearModel; columns: Column[]; start: number[] }

/**
 * Takes all seats of a part in classes, visits and online back into the ledger, except those of pins that say who sits in
 * them, and makes the model of who sits where instead. `price` is the gain that a đồng is worth.
 */
export function reseatingModel(ledger: Ledger, part: Part, price: number): Reseating {
  const { index } = ledger
  const { problem } = index
  const { communes, groups, offers } = problem
  const W = problem.weeks.length
  const before = new Map<string, number>()
  const modules = part.modules ?? new Set(problem.modules.keys())
  const isIn = (group: number) => part.communes?.has(groups[group]!.commune) ?? true
  const drafts = ledger.drafts.filter((draft) => modules.has(draft.module) && !isSeated(ledger, draft))
  drafts.forEach((draft, k) => {
    for (const [group, seats] of [...draft.seats]) {
      if (!isIn(group)) continue
      before.set(`${k} ${index.offerAt[draft.module * groups.length + group]!}`, seats)
      addSeats(ledger, draft, group, -seats)
    }
  })
  ledger.online.forEach((seats, offer) => {
    if (seats === 0 || !modules.has(offers[offer]!.module) || !isIn(offers[offer]!.group)) return
    before.set(`online ${offer}`, seats)
    addOnline(ledger, offer, -seats)
  })
  const model = emptyModel()
  const columns: Column[] = []
  const start: number[] = []
  const budget = noEntries()
  const wanted = communes.map(() => noEntries())
  const units = new Map<number, Entries>()
  const present = new Map<number, Entries>()
  const persons = new Map<number, Entries>()
  const overlaps = new Map<number, Entries>()
  const put = (map: Map<number, Entries>, key: number, column: number) => {
    const entries = map.get(key) ?? noEntries()
    map.set(key, entries)
    enter(entries, column, 1)
  }
  const size = drafts.map(() => noEntries())
  for (const m of modules) {
    const mine = drafts.map((draft, k) => ({ draft, k })).filter(({ draft }) => draft.module === m)
    for (const c of part.communes ?? communes.keys()) {
      const here = mine.filter(({ draft }) =>
        draft.delivery === 'visit' ? draft.place === c : !Number.isNaN(hoursTo(index, draft.place, c)),
      )
      for (const o of index.offersAt[m * communes.length + c]!) {
        const offer = offers[o]!
        const room = roomOfOffer(ledger, o)
        if (room === 0) continue
        const all = noEntries()
        const column = (gain: number, cost: number, most: number, draft: Draft | null, had: number) => {
          const at = addColumn(model, gain - price * cost, most)
          columns.push({ offer: o, draft, column: at })
          start.push(had)
          enter(all, at, 1)
          enter(budget, at, cost / 1e6)
          enter(wanted[c]!, at, 1)
          return at
        }
        for (const { draft, k } of here) {
          const gain = offer.gain[draft.delivery]
          const inWeek = draft.delivery === 'class' ? roomInWeek(ledger, o, draft.week) : room
          if (gain === undefined || inWeek === 0) continue
          const cost = costOfSeat(index, m, draft.delivery, draft.place, c)
          const at = column(gain, cost, inWeek, draft, before.get(`${k} ${o}`) ?? 0)
          enter(size[k]!, at, 1)
          if (draft.delivery === 'class') {
            put(units, groups[offer.group]!.unit * W + draft.week, at)
            put(present, offer.group * W + draft.week, at)
          }
        }
        if (problem.modules[m]!.online && offer.gain.online !== undefined) {
          column(offer.gain.online, problem.norms.onlineSeat, room, null, before.get(`online ${o}`) ?? 0)
        }
        if (all.indices.length > 1) addRow(model, -Infinity, Math.min(room, ledger.offers[o]!), all)
        for (const overlap of index.overlapsOf[o]!) for (const at of all.indices) put(overlaps, overlap, at)
        for (const at of all.indices) put(persons, offer.group, at)
      }
    }
  }
  const binding = (rows: Map<number, Entries>, most: (key: number) => number) => {
    for (const [key, entries] of rows) {
      const sum = entries.indices.reduce((total, at) => total + model.upper[at]!, 0)
      if (sum > most(key)) addRow(model, -Infinity, most(key), entries)
    }
  }
  binding(units, (key) => ledger.away[key]!)
  binding(present, (key) => ledger.present[key]!)
  if (modules.size > 1) {
    binding(persons, (key) => ledger.persons[key]!)
    binding(overlaps, (key) => ledger.overlaps[key]!)
  }
  drafts.forEach((draft, k) => {
    if (part.communes && size[k]!.indices.length === 0) return
    const others = seatsIn(draft)
    const least = leastSize(index, draft.module, draft.delivery) - others
    const most = mostSize(index, draft.module, draft.delivery, draft.place) - others
    addRow(model, least, Math.max(0, most), size[k]!)
  })
  communes.forEach((_, c) => {
    if (ledger.wanted[c]! > 0) addRow(model, ledger.wanted[c]!, Infinity, wanted[c]!)
  })
  addRow(model, -Infinity, ledger.money / 1e6, budget)
  return { model, columns, start }
}

/** A pin that says who sits in it is left as it is. */
export const isSeated = (ledger: Ledger, draft: Draft): boolean =>
  draft.pin !== null && ledger.index.problem.pins[draft.pin]!.seats !== null

/** Puts seats into the ledger as a solution has them, rounded down. */
export function seat(ledger: Ledger, { columns }: Reseating, values: ArrayLike<number>): void {
  for (const { offer, draft, column } of columns) {
    const seats = Math.floor(values[column]! + 1e-6)
    if (seats <= 0) continue
    if (draft) addSeats(ledger, draft, ledger.index.problem.offers[offer]!.group, seats)
    else addOnline(ledger, offer, seats)
  }
}

/** What seats rounded down are worth beyond the price of their money. */
export function worthOf({ model, columns }: Reseating, values: ArrayLike<number>): number {
  return columns.reduce(
    (sum, { column }) => sum + model.gain[column]! * Math.floor(values[column]! + 1e-6),
    0,
  )
}
