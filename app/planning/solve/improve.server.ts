import type { Highs } from 'highs'
import { shuffle, type Random } from '~/assessment/numeric/random'
import { allOptions, bestMeeting, beyondPrice, fillGreedily, give, perDong, type Option } from './greedy'
import { hold } from './highs.server'
import { addDraft, copyLedger, meetsLeasts, removeDraft, type Draft, type Ledger } from './ledger'
import { reseatingModel, seat, worthOf, type Part, type Reseating } from './reseat-model'

/** What improving needs beside the plan: `price` is the gain that a đồng is worth; `clock` the seconds that are left. */
export type Means = { solver: Highs; price: number; clock: () => number; options: Option[]; random: Random }

export const meansFor = (
  solver: Highs,
  ledger: Ledger,
  price: number,
  clock: () => number,
  random: Random,
): Means => ({
  solver,
  price,
  clock,
  random,
  options: allOptions(ledger.index, price),
})

/** Communes whose seats are given anew after some classes were moved. */
const many = 10

/** Gives all seats of each module anew, the best way while the others stand. */
export function reseat(ledger: Ledger, modules: Iterable<number>, means: Means): void {
  for (const module of modules) reseatAt(ledger, { modules: new Set([module]) }, means)
}

/** Gives the seats of one commune after the other anew, in classes of all modules and weeks together. */
export function reseatCommunes(ledger: Ledger, communes: Iterable<number>, means: Means): void {
  for (const commune of communes) reseatAt(ledger, { communes: new Set([commune]) }, means)
}

/** Gives the seats of a part anew, unless rounding the best way would make it worse. */
function reseatAt(ledger: Ledger, part: Part, means: Means): void {
  if (means.clock() <= 0) return
  const reseating = reseatingModel(ledger, part, means.price * 0.9)
  if (reseating.model.gain.length === 0) return
  const held = hold(means.solver, reseating.model, { whole: false })
  const solved = held.run(60)
  held.dispose()
  const values = solved.state === 'optimal' ? wholeSeats(means.solver, reseating, solved.values) : null
  seat(
    ledger,
    reseating,
    values && worthOf(reseating, values) > worthOf(reseating, reseating.start) ? values : reseating.start,
  )
}

/** Seats in whole numbers: as they are, or rounded down, or solved again in whole numbers where that would lose some. */
function wholeSeats(solver: Highs, reseating: Reseating, values: Float64Array): ArrayLike<number> {
  const isBroken = values.some((value) => Math.abs(value - Math.round(value)) > 1e-6)
  if (!isBroken || values.length > 4000) return values
  const { model, start } = reseating
  const held = hold(solver, { ...model, whole: model.whole.map(() => true) }, { gap: 1e-4, start })
  const solved = held.run(1)
  held.dispose()
  return solved.gain > -Infinity ? solved.values : values
}

/** Adds whatever fits: first what is worth its price, then anything for the money that is left. */
export function fill(ledger: Ledger, means: Means): void {
  fillGreedily(ledger, means.options, beyondPrice(means.price))
  fillGreedily(ledger, means.options, perDong)
}

export const allModules = (ledger: Ledger): number[] => ledger.index.problem.modules.map((_, m) => m)

/**
 * Takes some classes out of the plan, puts them into other weeks, adds what fits beside them, and keeps what is better,
 * until the time is over, `rounds` in a row brought nothing, or the plan is good enough (large neighbourhood search, Shaw
 * 1998). The plan that comes back is never worse than the one given.
 */
export function improve(
  start: Ledger,
  means: Means,
  until: { rounds: number; enough: (value: number) => boolean; tick: () => void },
): Ledger {
  let best = start
  let idle = 0
  while (idle < until.rounds && means.clock() > 0 && !until.enough(best.value)) {
    until.tick()
    const next = copyLedger(best)
    const chosen = neighbourhood(next, means.random)
    if (chosen.length === 0) return best
    const touched = communesOf(next, chosen)
    for (const draft of chosen) removeDraft(next, draft)
    for (const draft of shuffle(means.random, chosen)) moveDraft(next, draft, means)
    reseat(next, new Set(chosen.map((draft) => draft.module)), means)
    fill(next, means)
    reseatCommunes(next, shuffle(means.random, touched).slice(0, many), means)
    idle++
    if (next.value <= best.value + 1e-9 || !meetsLeasts(next)) continue
    best = next
    idle = 0
  }
  return best
}

/** Communes from which people sat in classes. */
function communesOf(ledger: Ledger, drafts: readonly Draft[]): number[] {
  const { groups } = ledger.index.problem
  return [
    ...new Set(drafts.flatMap((draft) => [...draft.seats.keys()].map((group) => groups[group]!.commune))),
  ]
}

/** Holds a class that was taken out in the week in which it brings most, with a trainer who is free then. */
function moveDraft(ledger: Ledger, draft: Draft, means: Means): void {
  const option = means.options.find(
    (one) => one.kind === draft.delivery && one.module === draft.module && one.place === draft.place,
  )
  if (!option || option.kind === 'online') return
  const found = bestMeeting(ledger, option, beyondPrice(0), means.random)
  if (!found) return
  const moved = { ...draft, week: found.week, trainer: found.trainer, seats: new Map<number, number>() }
  addDraft(ledger, moved)
  give(ledger, moved, found.choice)
}

/** Classes that stand in each other's way: of a module, or some of a week, of a venue or a commune, or of a trainer. */
function neighbourhood(ledger: Ledger, random: Random): Draft[] {
  const free = ledger.drafts.filter((draft) => draft.pin === null)
  if (free.length === 0) return []
  const any = free[Math.floor(random() * free.length)]!
  const kind = Math.floor(random() * 4)
  const near = free.filter((draft) => {
    if (kind === 0) return draft.module === any.module
    if (kind === 1) return draft.week === any.week
    if (kind === 2) return draft.delivery === any.delivery && draft.place === any.place
    return draft.trainer === any.trainer
  })
  return near.filter((draft) => draft === any || random() < 0.6)
}
