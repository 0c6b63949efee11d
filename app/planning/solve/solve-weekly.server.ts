import type { Highs } from 'highs'
import { hold } from './highs.server'
import type { LinearModel } from './linear-model'
import { addColumn, addRow } from './linear-model'
import type { PlanIndex } from './plan-index'
import type { Found } from './search-plan.server'
import { readWeekly, weeklyModel, type WeeklyModel } from './weekly-model'

/**
 * Solves a small problem as one model. Classes that stood in the result before are worth a hundred-thousandth of the plan
 * together, so that between plans of one value the one with fewest changes is taken.
 */
export function solveWeekly(solver: Highs, index: PlanIndex, clock: () => number): Found | 'infeasible' {
  const made = weeklyModel(index)
  const bonus = keepEarlier(made)
  const held = hold(solver, made.model)
  const solved = held.run(clock())
  held.dispose()
  if (solved.state === 'infeasible') return 'infeasible'
  const plan = solved.gain > -Infinity ? readWeekly(made, solved.values) : null
  const bound =
    solved.state === 'optimal' && plan
      ? plan.value + (bonus > 0 ? Math.max(0, solved.bound - solved.gain) : 0)
      : solved.bound
  return {
    plan,
    bound: Math.max(bound, plan?.value ?? 0),
    stage: plan?.value ?? 0,
    exact: solved.state === 'optimal',
  }
}

/** Adds what it is worth that classes stay; the most that all of it can be. */
function keepEarlier(made: WeeklyModel): number {
  const { model, index } = made
  const { earlier, offers } = index.problem
  if (earlier.length === 0) return 0
  const scale = offers.reduce((sum, offer) => sum + offer.most * Math.max(0, ...Object.values(offer.gain)), 0)
  const worth = (1e-5 * scale) / earlier.length / 10
  const kinds = new Map<string, number>()
  for (const one of earlier) {
    const place = one.delivery === 'class' ? one.venue : one.commune
    const at = `${one.module} ${one.delivery} ${place} ${one.week} ${one.trainer}`
    kinds.set(at, (kinds.get(at) ?? 0) + 1)
  }
  for (const [at, count] of kinds) {
    const same = made.held.filter(
      ({ block, place, week, trainer }) =>
        at === `${block.module} ${block.delivery} ${place} ${week} ${trainer}`,
    )
    if (same.length > 0)
      addKept(
        model,
        worth,
        count,
        same.map((one) => one.column),
      )
  }
  return worth * earlier.length
}

function addKept(model: LinearModel, worth: number, count: number, columns: number[]): void {
  const kept = addColumn(model, worth, count)
  addRow(model, -Infinity, 0, { indices: [kept, ...columns], values: [1, ...columns.map(() => -1)] })
}
