import type { Highs } from 'highs'
import type { PlanProblem } from '../problem'
import type { Clash, Demand } from '../solution'
import { hold } from './highs.server'
import type { LinearModel } from './linear-model'
import { indexPlan } from './plan-index'
import { demands, withoutDemands } from './relax-demands'
import { relaxSeats } from './seats-stage.server'
import { seatsModel } from './seats-model'
import { weeklyModel, weeklySize } from './weekly-model'

/** Above this many columns the weekly model is not tried. */
export const weeklyMost = 4000

/** Whether a problem has any plan; of a large one, whether its stage of seats has, which is asked without weeks. */
function isFeasible(solver: Highs, problem: PlanProblem, clock: () => number): boolean {
  const index = indexPlan(problem)
  if (weeklySize(index) > weeklyMost) {
    const stage = relaxSeats(solver, index, clock)
    stage?.held.dispose()
    return stage !== null
  }
  const { model } = weeklyModel(index)
  const held = hold(solver, { ...model, gain: model.gain.map(() => 0) })
  const { state } = held.run(Math.min(30, Math.max(1, clock())))
  held.dispose()
  return state !== 'infeasible'
}

/**
 * The smallest set of demands found that cannot hold together: each is dropped in turn and stays dropped where the rest
 * clash without it (deletion filter, Chinneck and Dravnieks 1991), then communes, modules and pins are narrowed down in
 * the same way. Null where the problem turns out to have a plan.
 */
export function findClash(solver: Highs, problem: PlanProblem, clock: () => number): Clash[] | null {
  if (isFeasible(solver, problem, clock)) return null
  const dropped = new Set<Demand>()
  for (const demand of demands) {
    const fewer = new Set([...dropped, demand])
    if (clock() > 0 && !isFeasible(solver, withoutDemands(problem, fewer), clock)) dropped.add(demand)
  }
  const kept = demands.filter((demand) => !dropped.has(demand))
  const clashes = (part: PlanProblem) =>
    clock() > 0 && !isFeasible(solver, withoutDemands(part, dropped), clock)
  let core = problem
  if (kept.includes('coverage')) {
    const from = core
    const with_ = (communes: number[]): PlanProblem => ({
      ...from,
      communes: from.communes.map((one, c) => (communes.includes(c) ? one : { ...one, least: 0 })),
    })
    const asking = core.communes.flatMap((one, c) => (one.least > 0 ? [c] : []))
    core = with_(narrow(asking, (part) => clashes(with_(part))))
  }
  if (kept.includes('required')) {
    const from = core
    const with_ = (modules: number[]): PlanProblem => ({
      ...from,
      modules: from.modules.map((one, m) =>
        modules.includes(m) ? one : { ...one, classes: { ...one.classes, least: 0 } },
      ),
    })
    const asking = core.modules.flatMap((one, m) => (one.classes.least > 0 ? [m] : []))
    core = with_(narrow(asking, (part) => clashes(with_(part))))
  }
  if (kept.includes('pins')) {
    const from = core
    const with_ = (pins: number[]): PlanProblem => ({ ...from, pins: pins.map((pin) => from.pins[pin]!) })
    core = with_(
      narrow(
        core.pins.map((_, pin) => pin),
        (part) => clashes(with_(part)),
      ),
    )
  }
  const need = kept.includes('budget') ? leastCost(solver, problem, core, dropped, clock) : null
  return kept.flatMap((demand) => tell(demand, problem, core, need))
}

/** Leaves out parts of a list, halves first, as long as the rest still clashes. */
function narrow(list: number[], clashes: (part: number[]) => boolean): number[] {
  let kept = list
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const part = [...kept.slice(0, from), ...kept.slice(from + size)]
      if (kept.length > 1 && part.length > 0 && clashes(part)) kept = part
      else from += size
    }
  }
  return kept
}

/** The least money with which everything else holds, or of what clashes alone where other things clash as well. */
function leastCost(
  solver: Highs,
  problem: PlanProblem,
  core: PlanProblem,
  dropped: ReadonlySet<Demand>,
  clock: () => number,
): number | null {
  const unbounded = new Set<Demand>(['budget'])
  for (const each of [
    withoutDemands(problem, unbounded),
    withoutDemands(core, new Set([...dropped, 'budget' as const])),
  ]) {
    const index = indexPlan(each)
    const isSmall = weeklySize(index) <= weeklyMost
    const { model, budget } = isSmall ? weeklyModel(index) : seatsModel(index)
    if (budget < 0) return 0
    const held = hold(solver, { ...model, gain: costsOf(model, budget) }, { whole: isSmall })
    const solved = held.run(Math.max(2, Math.min(20, clock())))
    held.dispose()
    if (solved.gain > -Infinity) return Math.ceil(-solved.bound * 1e6 - 0.5)
  }
  return null
}

function costsOf(model: LinearModel, row: number): number[] {
  const gain = model.gain.map(() => 0)
  for (let i = model.starts[row]!; i < model.starts[row + 1]!; i++)
    gain[model.indices[i]!] = -model.values[i]!
  return gain
}

/** What the words of a clash need to know. */
function tell(demand: Demand, problem: PlanProblem, core: PlanProblem, need: number | null): Clash[] {
  const asked = core.modules.filter((module) => module.classes.least > 0)
  const asking = core.communes.flatMap((one, c) => (one.least > 0 ? [{ ...one, c }] : []))
  const pinned = core.pins.map((pin) => core.modules[pin.module]!)
  switch (demand) {
    case 'budget':
      return [{ demand, values: { have: problem.rules.budget, ...(need === null ? {} : { need }) } }]
    case 'coverage': {
      const seats = asking.reduce((sum, one) => sum + one.least, 0)
      const only: Record<string, number> = asking.length === 1 ? { commune: asking[0]!.c } : {}
      return [{ demand, values: { communes: asking.length, seats, ...only } }]
    }
    case 'required':
      return asked.map((module) => ({
        demand,
        values: { module: module.code, classes: module.classes.least },
      }))
    case 'pins':
      return core.pins.map((pin, i) => ({
        demand,
        values: { module: pinned[i]!.code, pin: problem.pins.indexOf(pin) },
      }))
    case 'trainers': {
      const index = indexPlan(core)
      const wanted = [...asked, ...pinned]
      const none = wanted.find((module) => index.able[core.modules.indexOf(module)]!.length === 0)
      return [{ demand, values: { module: (none ?? wanted[0] ?? core.modules[0])?.code ?? '' } }]
    }
    case 'reach':
      return [{ demand, values: { communes: asking.length, commune: asking[0]?.code ?? '' } }]
    case 'perPerson':
      return [{ demand, values: { most: problem.rules.perPerson } }]
    case 'calendar':
      return [{ demand, values: { days: problem.weeks.reduce((sum, days) => sum + days, 0) } }]
    case 'rooms':
    case 'size':
    case 'away':
    case 'time':
      return [{ demand, values: {} }]
  }
}
