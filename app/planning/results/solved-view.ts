import { weeksOf } from '../calendar'
import type { Expected } from '../expected'
import type { PlanProblem } from '../problem'
import type { ScenarioResult } from '../scenario-result'
import type { PlanSettings } from '../settings'
import type { CostLines, MoreKind, PlanSolution, ShortReason } from '../solution'
import type { ResultChanges } from './changes'
import { codedClasses, type CodedClass } from './coded-class'

type Kept = Pick<
  PlanSolution,
  'value' | 'bound' | 'gap' | 'stageGap' | 'greedy' | 'total' | 'ended' | 'seconds'
>

/** A result as pages show it: everything by codes, days and đồng. */
export type SolvedView = Kept & {
  /** The settings that were solved. */ settings: PlanSettings
  /** Mondays. */ weeks: string[]
  classes: CodedClass[]
  cost: CostLines
  short: { commune: string; module: string; missing: number; why: ShortReason }[]
  more: { kind: MoreKind; amount: number; of: string | null; gain: number | null }[]
  expected: Expected | null
  changes: ResultChanges | null
  people: number
}

/** Null where no plan could be made. `settings` stand in where the result does not say which were solved. */
export function solvedView(
  { problem, result }: { problem: PlanProblem; result: ScenarioResult },
  settings: PlanSettings,
): SolvedView | null {
  if (result.solve.kind !== 'plan') return null
  const { plan } = result.solve
  const solved = result.settings ?? settings
  return {
    value: plan.value,
    bound: plan.bound,
    gap: plan.gap,
    stageGap: plan.stageGap,
    greedy: plan.greedy,
    total: plan.total,
    ended: plan.ended,
    seconds: plan.seconds,
    settings: solved,
    weeks: weeksOf(solved),
    classes: codedClasses(problem, solved, plan.classes),
    cost: plan.cost,
    short: plan.short.map(({ commune, module, missing, why }) => ({
      commune: problem.communes[commune]!.code,
      module: problem.modules[module]!.code,
      missing,
      why,
    })),
    more: plan.more.map(({ kind, amount, index, gain }) => ({
      kind,
      amount,
      of: index === null ? null : nameOf(problem, kind, index),
      gain,
    })),
    expected: result.expected,
    changes: result.changes ?? null,
    people: problem.communes.reduce((sum, { people }) => sum + people, 0),
  }
}

function nameOf({ modules, venues }: PlanProblem, kind: MoreKind, index: number): string | null {
  if (kind === 'trainer') return modules[index]?.code ?? null
  return kind === 'seats' ? (venues[index]?.id ?? null) : null
}

/** How much more the plan reaches than the greedy planner, as a share; null where that reaches nothing. */
export function overGreedy({ value, greedy }: Pick<SolvedView, 'value' | 'greedy'>): number | null {
  return greedy > 0 ? value / greedy - 1 : null
}
