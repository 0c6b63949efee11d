import type { Highs } from 'highs'
import type { PlanProblem } from '../problem'
import type { More } from '../solution'
import { seatsIn, type Ledger } from './ledger'
import { indexPlan, mostSize } from './plan-index'
import type { Found } from './search-plan.server'
import { boundWith, relaxSeats } from './seats-stage.server'
import { solveWeekly } from './solve-weekly.server'

const million = 1e6
const moreDays = 10
const moreSeats = 10

/**
 * What one more unit of money, trainer or seats would bring, solved again: by the whole model where that was solved, else by
 * the stage of seats, whose bound then rises by so much. It is told where it is more than the plan's own gap.
 */
export function moreFor(solver: Highs, plan: Ledger, found: Found, clock: () => number): More[] {
  const { problem } = plan.index
  const gap = Math.max(0, found.bound - plan.value)
  const percent = Math.max(million, Math.round(problem.rules.budget / 100 / million) * million)
  const { budget } = problem.rules
  const seats = found.relaxation?.seats
  const wants: Want[] = [
    ...[1, 5].map((times) => ({
      more: { kind: 'money' as const, amount: times * percent, index: null },
      problem: { ...problem, rules: { ...problem.rules, budget: budget + times * percent } },
      row: { at: seats?.budget ?? -1, upper: (budget + times * percent) / 1e6 },
    })),
    ...scarceModules(plan).map((m) => ({
      more: { kind: 'trainer' as const, amount: moreDays, index: m },
      problem: { ...problem, trainers: [...problem.trainers, extraTrainer(problem, m)] },
      row: { at: seats?.teaching[m] ?? -1, upper: Math.floor(moreDays / problem.modules[m]!.days) },
    })),
    ...fullVenues(plan).map((v) => ({
      more: { kind: 'seats' as const, amount: moreSeats, index: v },
      problem: {
        ...problem,
        venues: problem.venues.map((venue, i) =>
          i === v ? { ...venue, seats: venue.seats + moreSeats } : venue,
        ),
      },
    })),
  ]
  const told: More[] = []
  for (const want of wants) {
    if (told.some((one) => one.kind === 'money' && want.more.kind === 'money' && one.gain !== null)) continue
    const best = clock() > 0 ? bestWith(solver, want, found, clock) : null
    const gain = best === null ? 0 : best - found.bound
    const shown = gain > Math.max(gap, 1e-6 * Math.max(1, found.bound))
    const lesser = told.findIndex((one) => one.kind === 'money')
    if (want.more.kind === 'money' && lesser >= 0) {
      if (shown) told[lesser] = { ...want.more, gain }
    } else told.push({ ...want.more, gain: shown ? gain : null })
  }
  return told
}

/** `row`: the row of the stage of seats whose right side alone would change, if there is one. */
type Want = { more: Omit<More, 'gain'>; problem: PlanProblem; row?: { at: number; upper: number } }

function bestWith(solver: Highs, want: Want, found: Found, clock: () => number): number | null {
  const { row } = want
  if (!found.exact && found.relaxation && row && row.at >= 0) {
    return boundWith(found.relaxation, row.at, row.upper, clock)
  }
  const index = indexPlan({ ...want.problem, earlier: [] })
  if (found.exact) {
    const found = solveWeekly(solver, index, clock)
    return found !== 'infeasible' && found.exact ? found.bound : null
  }
  const stage = relaxSeats(solver, index, clock)
  stage?.held.dispose()
  return stage?.relaxed.state === 'optimal' ? stage.relaxed.gain : null
}

function extraTrainer(problem: PlanProblem, module: number): PlanProblem['trainers'][number] {
  return { id: 'more', modules: [module], days: moreDays, free: problem.weeks }
}

/** Up to three modules in use of whose trainers the largest part of their days is taken. */
function scarceModules(plan: Ledger): number[] {
  const { problem, able } = plan.index
  const taken = problem.modules.map((_, m) => {
    const days = able[m]!.reduce((sum, t) => sum + problem.trainers[t]!.days, 0)
    const left = able[m]!.reduce((sum, t) => sum + plan.trainers[t]!, 0)
    return days === 0 ? 1 : 1 - left / days
  })
  const offered = new Set(problem.offers.map((offer) => offer.module))
  return problem.modules
    .flatMap((module, m) => ((module.class || module.visit) && offered.has(m) ? [m] : []))
    .sort((a, b) => taken[b]! - taken[a]! || a - b)
    .slice(0, 3)
}

/** Up to three venues whose classes are full because the room is, the fullest first. */
function fullVenues(plan: Ledger): number[] {
  const { problem } = plan.index
  const full = problem.venues.map((venue, v) => {
    const here = plan.drafts.filter((draft) => draft.delivery === 'class' && draft.place === v)
    const tight = here.filter(
      (draft) =>
        venue.seats < (problem.modules[draft.module]!.class?.most ?? 0) &&
        seatsIn(draft) >= mostSize(plan.index, draft.module, 'class', v),
    )
    return { v, tight: tight.length }
  })
  return full
    .filter((one) => one.tight > 0)
    .sort((a, b) => b.tight - a.tight || a.v - b.v)
    .slice(0, 3)
    .map((one) => one.v)
}
