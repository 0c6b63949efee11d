import { reader } from '~/platform/db/db.server'
import type { From, ScenarioRow } from '../plan-row.server'
import type { PlanProblem } from '../problem'
import type { ScenarioResult } from '../scenario-result'
import type { PlanSettings } from '../settings'
import { codedClasses, type CodedClass } from './coded-class'

export type Stored = { problem: PlanProblem; result: ScenarioResult }

/** What came of solving a scenario, with the problem that its indices speak of; null before the first time. */
export function storedResult({ problem, result }: Pick<ScenarioRow, 'problem' | 'result'>): Stored | null {
  if (!problem || !result) return null
  return { problem: JSON.parse(problem) as PlanProblem, result: JSON.parse(result) as ScenarioResult }
}

/** The classes of a stored result by codes; `settings` stand in where it does not say which were solved. */
export function storedClasses({ problem, result }: Stored, settings: PlanSettings): CodedClass[] {
  const { solve } = result
  return solve.kind === 'plan' ? codedClasses(problem, result.settings ?? settings, solve.plan.classes) : []
}

export type ScenarioLine = Pick<
  ScenarioRow,
  'id' | 'number' | 'name' | 'state' | 'revision' | 'solvedRevision' | 'editedAt' | 'editedBy'
> & { chosen: boolean; solvedAt: string | null; solved: boolean }

/** The scenarios of a plan in the order of their numbers, without what they hold; `solved`: there is a result to read. */
export function scenarioLines(planId: string, from: From = reader): ScenarioLine[] {
  return from.sql
    .all<Omit<ScenarioLine, 'chosen' | 'solved'> & { chosen: number; solved: number }>(
      `SELECT id, number, name, state, revision, solvedRevision, editedAt, editedBy, solvedAt, chosen, result IS NOT NULL AS solved
       FROM PlanScenario WHERE planId = ? ORDER BY number`,
      planId,
    )
    .map(({ chosen, solved, ...line }) => ({ ...line, chosen: chosen === 1, solved: solved === 1 }))
}
