import type { Highs } from 'highs'
import { seeded } from '~/assessment/numeric/random'
import { allModules, fill, improve, meansFor, reseat, reseatCommunes, type Means } from './improve.server'
import { copyLedger, meetsLeasts, openLedger, type Ledger } from './ledger'
import { placePins } from './place-pins'
import type { PlanIndex } from './plan-index'
import { schedule, type Habit, type Target } from './schedule'
import { relaxSeats, roundClasses, type SeatsStage } from './seats-stage.server'

/** The best plan found, a bound of every plan, and the value of the stage of seats; `exact`: nothing was relaxed. */
export type Found = {
  plan: Ledger | null
  bound: number
  stage: number
  exact: boolean
  /** The relaxation that the bound is from, to be disposed of by who is told of it. */
  relaxation?: SeatsStage
}

/** As many orders of scheduling are tried; so many attempts in a row may bring nothing; so near to the bound is enough. */
const orders = 4
const patience = 60
const enoughGap = 0.01
/** Seats are given anew as many times at most, and no more once it brings less than this part. */
const rounds = 6
const little = 2e-4
/** The result before is kept where it is worth as much within this part of it. */
const indifferent = 0.001

/**
 * Plans in stages: what, where and how many seats first, which also bounds every plan; then weeks and trainers, in several
 * orders; then who sits where; then the plan of the greedy planner and the result before compete with it, and what is left
 * of the time goes into who sits where and into moving classes.
 */
export function searchPlan(
  solver: Highs,
  index: PlanIndex,
  greedy: Ledger | null,
  clock: () => number,
  report: (stage: 'seats' | 'weeks') => void,
): Found | 'infeasible' {
  const stage = relaxSeats(solver, index, clock)
  if (!stage) return 'infeasible'
  const bound = stage.relaxed.state === 'optimal' ? stage.relaxed.gain : mostEver(index)
  const rounded = stage.relaxed.state === 'optimal' ? roundClasses(stage, clock) : null
  report('weeks')
  const habits = habitsOf(index)
  const starts: Ledger[] = greedy ? [copyLedger(greedy)] : []
  const empty = openLedger(index)
  const means = meansFor(solver, empty, stage.price, clock, seeded('plan'))
  if (placePins(empty)) {
    for (let order = 0; rounded && order < orders && (order === 0 || clock() > 0); order++) {
      const ledger = copyLedger(empty)
      schedule(ledger, rounded.target, habits, order)
      starts.push(polish(ledger, means))
      report('weeks')
    }
    if (habits.length > 0) starts.push(polish(asBefore(empty, habits, stage.price), means))
  }
  const valid = starts.filter(meetsLeasts)
  let best = valid.reduce<Ledger | null>((top, one) => (top && top.value >= one.value ? top : one), null)
  const before = habits.length > 0 ? valid[valid.length - 1] : undefined
  const stays = (before && best && before.value >= best.value * (1 - indifferent)) ?? false
  if (stays) best = before!
  if (best && !stays) {
    best = settle(best, means, () => report('weeks'))
    best = improve(best, means, {
      rounds: patience,
      enough: (value) => value >= bound * (1 - enoughGap),
      tick: () => report('weeks'),
    })
  }
  return { plan: best, bound, stage: rounded?.value ?? 0, exact: false, relaxation: stage }
}

/** Seats given anew, what fits added, and once more. */
function polish(ledger: Ledger, means: Means): Ledger {
  let best = ledger
  for (let round = 0; round < 2 && (round === 0 || means.clock() > 0); round++) {
    const next = copyLedger(best)
    reseat(next, allModules(next), means)
    fill(next, means)
    if (next.value > best.value || !meetsLeasts(best)) best = next
  }
  return best
}

/** Seats given anew commune by commune, in all classes at once, then module by module, until that brings nothing more. */
function settle(ledger: Ledger, means: Means, tick: () => void): Ledger {
  let best = ledger
  for (let round = 0; round < rounds && means.clock() > 0; round++) {
    tick()
    const next = copyLedger(best)
    reseatCommunes(next, next.index.problem.communes.keys(), means)
    fill(next, means)
    reseat(next, allModules(next), means)
    fill(next, means)
    if (next.value <= best.value || !meetsLeasts(next)) return best
    const isLittle = next.value < best.value * (1 + little)
    best = next
    if (isLittle) return best
  }
  return best
}

function habitsOf(index: PlanIndex): Habit[] {
  return index.problem.earlier.flatMap(({ module, delivery, venue, commune, week, trainer }) => {
    const place = delivery === 'class' ? venue : commune
    return place === null || week === null || trainer === null
      ? []
      : [{ module, delivery, place, week, trainer }]
  })
}

/** The classes of the result before, as far as they can still be held. */
function asBefore(empty: Ledger, habits: Habit[], price: number): Ledger {
  const ledger = copyLedger(empty)
  const { problem } = ledger.index
  const quota = new Map<number, number>()
  const counts = new Map<string, Target['batches'][number]>()
  for (const { module, delivery, place, trainer } of habits) {
    const at = `${module} ${delivery} ${place}`
    const batch = counts.get(at) ?? { module, delivery, place, count: 0 }
    counts.set(at, { ...batch, count: batch.count + 1 })
    const taught = module * problem.trainers.length + trainer
    quota.set(taught, (quota.get(taught) ?? 0) + 1)
  }
  const all = Float64Array.from(problem.offers, (offer) => offer.most)
  const none = new Float64Array(problem.offers.length)
  const share = new Map<number, number>()
  for (const { module, place } of counts.values()) {
    problem.communes.forEach((commune, c) =>
      share.set((module * problem.venues.length + place) * problem.communes.length + c, commune.people),
    )
  }
  const target = {
    batches: [...counts.values()],
    seats: { class: all, visit: all, online: none },
    share,
    quota,
    price,
  }
  schedule(ledger, target, habits)
  return ledger
}

const mostEver = (index: PlanIndex): number =>
  index.problem.offers.reduce((sum, offer) => sum + offer.most * Math.max(0, ...Object.values(offer.gain)), 0)
