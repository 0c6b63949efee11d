import { defineTask } from '~/platform/jobs/thread.server'
import type { Progress } from '~/platform/jobs/job'
import type { PlanProblem } from '../problem'
import type { PlanSolution, SolveResult } from '../solution'
import { breaches, costOf } from './check-plan'
import { findClash, weeklyMost } from './clash.server'
import { finishPlan } from './finish'
import { allOptions, fillGreedily } from './greedy'
import { openHighs } from './highs.server'
import { meetsLeasts, openLedger, type Ledger } from './ledger'
import { moreFor } from './more.server'
import { placePins } from './place-pins'
import { planByPrice } from './plan-by-price'
import { indexPlan, type PlanIndex } from './plan-index'
import { searchPlan, type Found } from './search-plan.server'
import { shortCommunes } from './short'
import { solveWeekly } from './solve-weekly.server'
import { weeklySize } from './weekly-model'

/**
 * `weeklyMost`: size up to which the whole problem is one model; `elapsed`: seconds since any moment, for a clock other than
 * that on the wall.
 */
export type SolveOptions = { seconds: number; weeklyMost?: number; elapsed?: () => number }

/** A gap below this is rounding, and what classes of the plan before are worth as they are. */
const exact = 2e-5

/**
 * The training plan with the largest expected reduction of the weighted gap that can be found in `seconds`, with a bound that
 * no plan can exceed, or the demands that clash (docs/decisions/0041). The result depends on the problem alone as long as
 * the time does not run out; every plan is checked against all rules before it is given back.
 */
export async function solvePlan(
  problem: PlanProblem,
  { seconds, weeklyMost: most = weeklyMost, elapsed = () => performance.now() / 1000 }: SolveOptions,
  progress: Progress = () => {},
): Promise<SolveResult> {
  const solver = await openHighs()
  const from = elapsed()
  const clock = (share: number) => () => seconds * share - (elapsed() - from)
  const report = (stage: 'greedy' | 'seats' | 'weeks' | 'more') =>
    progress(Math.min(seconds, Math.round(elapsed() - from)), seconds, stage)
  report('greedy')
  const index = indexPlan(problem)
  const greedy = planGreedily(index)
  const average = greedy ? greedy.value / Math.max(1, problem.rules.budget - greedy.money) : 0
  const start = better(
    planByPrice(index, average, () => clock(0.3)() > 0),
    greedy,
  )
  report('seats')
  let found: Found | 'infeasible' | null = null
  if (weeklySize(index) <= most) found = solveWeekly(solver, index, clock(0.4))
  if (found === null || (found !== 'infeasible' && gapOf(found.bound, found.plan?.value ?? 0) > exact)) {
    const searched = searchPlan(solver, index, start, clock(0.72), report)
    found = merge(found, searched)
  }
  const plan = found === 'infeasible' ? null : better(found.plan, start)
  if (found === 'infeasible' || !plan) {
    if (found !== 'infeasible') found.relaxation?.held.dispose()
    const clash = findClash(solver, problem, clock(found === 'infeasible' ? 1 : 0.98))
    return { kind: 'infeasible', clash: clash ?? [{ demand: 'time', values: { seconds } }] }
  }
  report('more')
  const told = tellPlan(plan, greedy, found)
  const more = moreFor(solver, plan, found, clock(0.93))
  found.relaxation?.held.dispose()
  const ended = told.gap <= exact ? 'optimal' : clock(0.72)() > 0 ? 'gap' : 'time'
  return { kind: 'plan', plan: { ...told, more, ended, seconds: elapsed() - from } }
}

/** A plan as it is told, once every rule was checked. Throws where one is broken, which is a fault of the solver. */
function tellPlan(
  plan: Ledger,
  greedy: Ledger | null,
  found: Found,
): Omit<PlanSolution, 'more' | 'ended' | 'seconds'> {
  const { problem } = plan.index
  const classes = finishPlan(plan)
  const broken = breaches(problem, classes)
  if (broken.length > 0) throw new Error(`The plan breaks a rule: ${JSON.stringify(broken.slice(0, 3))}`)
  const bound = Math.max(found.bound, plan.value)
  const gap = gapOf(bound, plan.value)
  const { lines, total } = costOf(problem, classes)
  return {
    classes,
    value: plan.value,
    bound,
    gap,
    stageGap: Math.min(gap, gapOf(bound, found.stage)),
    greedy: greedy?.value ?? 0,
    cost: lines,
    total,
    short: shortCommunes(plan),
  }
}

const gapOf = (bound: number, value: number): number =>
  bound <= 1e-9 ? 0 : Math.max(0, (bound - value) / bound)

/** The greedy planner's plan, or null where it does not reach every least. */
function planGreedily(index: PlanIndex): Ledger | null {
  const ledger = openLedger(index)
  if (!placePins(ledger)) return null
  fillGreedily(ledger, allOptions(index, 0))
  return meetsLeasts(ledger) ? ledger : null
}

function better(a: Ledger | null, b: Ledger | null): Ledger | null {
  if (!a || !b) return a ?? b
  return b.value > a.value + 1e-9 ? b : a
}

/** What two searches of one problem found together. */
function merge(a: Found | null, b: Found | 'infeasible'): Found | 'infeasible' {
  if (a === null) return b
  if (b === 'infeasible') return a.plan ? a : b
  return {
    ...b,
    plan: better(a.plan, b.plan),
    bound: Math.min(a.bound, b.bound),
    stage: Math.max(a.stage, b.stage),
  }
}

/** The same beside the server's own thread. */
export const solvePlanInThread = defineTask<{ problem: PlanProblem; seconds: number }, SolveResult>(
  'planning.solve',
  ({ problem, seconds }, progress) => solvePlan(problem, { seconds }, progress),
  { megabytes: 1024, seconds: 900 },
)
