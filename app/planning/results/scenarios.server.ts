import { randomUUID } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { cancelJob } from '~/platform/jobs/jobs.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { planAt, scenarioAt } from '../plan-row.server'
import { scenarioLines } from './scenario-result.server'
import { solvingJob } from './start-solving.server'

/** So many scenarios of a plan stand side by side. */
const mostScenarios = 4

export type ScenarioFault = 'approved' | 'full' | 'last'

/** A second scenario with the settings and the result of the first, under the smallest number that is free. */
export async function copyScenario(
  actor: Actor,
  planId: string,
  number: number,
  name: string | ((number: number) => string),
): Promise<{ number: number } | { fault: ScenarioFault }> {
  planAt(actor, 'plans.manage', planId)
  return inTransaction(async (tx) => {
    if (planAt(actor, 'plans.manage', planId, tx).state !== 'draft') return { fault: 'approved' }
    const source = scenarioAt(planId, number, tx)
    const used = new Set(scenarioLines(planId, tx).map((each) => each.number))
    const free = Array.from({ length: mostScenarios }, (_, i) => i + 1).find((each) => !used.has(each))
    if (!free) return { fault: 'full' }
    tx.sql.run(
      `INSERT INTO PlanScenario (id, planId, number, name, settings, revision, state, solvedRevision, problem, result, chosen,
         editedAt, editedBy, solvedAt)
       SELECT ?, planId, ?, ?, settings, revision, CASE WHEN state IN ('solving', 'failed') THEN 'editing' ELSE state END,
         solvedRevision, problem, result, 0, ?, ?, solvedAt FROM PlanScenario WHERE id = ?`,
      randomUUID(),
      free,
      typeof name === 'string' ? name : name(free),
      dbDate(now()),
      actor.accountId,
      source.id,
    )
    await audit(tx, actor.accountId, 'plan.scenario.copy', planId, { from: number, to: free })
    return { number: free }
  })
}

export async function renameScenario(
  actor: Actor,
  planId: string,
  number: number,
  name: string,
): Promise<ScenarioFault | null> {
  planAt(actor, 'plans.manage', planId)
  return inTransaction(async (tx) => {
    if (planAt(actor, 'plans.manage', planId, tx).state !== 'draft') return 'approved'
    tx.sql.run('UPDATE PlanScenario SET name = ? WHERE id = ?', name, scenarioAt(planId, number, tx).id)
    await audit(tx, actor.accountId, 'plan.scenario.rename', planId, { scenario: number })
    return null
  })
}

/** Deletes a scenario with its result; a plan keeps at least one, and an approved one keeps all. */
export async function deleteScenario(
  actor: Actor,
  planId: string,
  number: number,
): Promise<ScenarioFault | null> {
  planAt(actor, 'plans.manage', planId)
  return inTransaction(async (tx) => {
    if (planAt(actor, 'plans.manage', planId, tx).state !== 'draft') return 'approved'
    const scenario = scenarioAt(planId, number, tx)
    if (scenarioLines(planId, tx).length === 1) return 'last'
    const running = solvingJob(scenario.id)
    if (running) cancelJob(tx, running.id)
    tx.sql.run('DELETE FROM PlanScenario WHERE id = ?', scenario.id)
    await audit(tx, actor.accountId, 'plan.scenario.delete', planId, { scenario: number })
    return null
  })
}
