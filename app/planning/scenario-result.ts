import type { Expected } from './expected'
import type { ResultChanges } from './results/changes'
import type { PlanSettings } from './settings'
import type { Clash, SolveResult } from './solution'

/** What is stored of a solved scenario in PlanScenario.result; its indices are those of PlanScenario.problem. */
export type ScenarioResult = {
  solve: SolveResult
  expected: Expected | null
  /** The settings that were solved: those of the scenario may have changed since. */
  settings?: PlanSettings
  /** Against the result before, where there was one. */
  changes?: ResultChanges
  /** What clashed when it was solved last, where `solve` is an earlier plan that could still be made. */
  clash?: Clash[]
}
