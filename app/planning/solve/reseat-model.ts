import { addOnline, addSeats, roomInWeek, roomOfOffer, type Draft, type Ledger } from './ledger'
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

/** The seats of some modules given anew while everything else stands. `before`: what they were worth. */
export type Reseating = { model: LinearModel; columns: Column[]; start: number[] }

/**
 * Takes all seats of the classes, visits and online seats of `modules` back into the ledger, except those of pins that say
 * who sits in them, and makes the model of who sits where instead. `price` is the gain that a đồng is worth.
 */
export function reseatingModel(ledger: Ledger, modules: ReadonlySet<number>, price: number): Reseating {
  const { index } = ledger
  const { problem } = index
  const { communes, groups, offers } = problem
  const W = problem.weeks.length
  const before = new Map<string, number>()
  const drafts = ledger.drafts.filter((draft) => modules.has(draft.module) && !isSeated(ledger, draft))
  drafts.forEach((draft, k) => {
    for (const [group, seats] of [...draft.seats]) {
      before.set(`${k} ${index.offerAt[draft.module * groups.length + group]!}`, seats)
      addSeats(ledger, draft, group, -seats)
    }
  })
  ledger.online.forEach((seats, offer) => {
    if (seats === 0 || !modules.has(offers[offer]!.module)) return
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
    communes.forEach((_, c) => {
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
    })
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
  drafts.forEach((draft, k) =>
    addRow(
      model,
      leastSize(index, draft.module, draft.delivery),
      mostSize(index, draft.module, draft.delivery, draft.place),
      size[k]!,
    ),
  )
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
