import { inTransaction, type Tx } from '~/platform/db/db.server'
import { cancelJob, newestJob, queueJob } from '~/platform/jobs/jobs.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { planAt, scenarioAt, type ScenarioRow } from '../plan-row.server'
import { storedResult } from './scenario-result.server'
import { solveJob } from './solve-scenario.server'

/** The job that solves a scenario now or soon; null for none. */
export function solvingJob(scenarioId: string) {
  const job = newestJob(solveJob, scenarioId)
  return job && (job.state === 'queued' || job.state === 'running') ? job : null
}

/**
 * Queues the solving of a scenario. One that is being solved goes on, unless its settings have changed since: then it begins
 * anew. False where the plan is approved already.
 */
export async function startSolving(actor: Actor, planId: string, number: number): Promise<boolean> {
  planAt(actor, 'plans.manage', planId)
  return inTransaction(async (tx) => {
    const plan = planAt(actor, 'plans.manage', planId, tx)
    if (plan.state !== 'draft') return false
    const scenario = scenarioAt(planId, number, tx)
    const running = solvingJob(scenario.id)
    if (running && scenario.state === 'solving') return true
    if (running) cancelJob(tx, running.id)
    const jobId = queueJob(tx, {
      kind: solveJob,
      subject: scenario.id,
      provinceCode: plan.provinceCode,
      createdBy: actor.accountId,
    })
    tx.sql.run("UPDATE PlanScenario SET state = 'solving', jobId = ? WHERE id = ?", jobId, scenario.id)
    await audit(tx, actor.accountId, 'plan.solve', planId, { scenario: number })
    return true
  })
}

/** Stops solving; the result before, if any, stays. */
export async function cancelSolving(actor: Actor, planId: string, number: number): Promise<void> {
  planAt(actor, 'plans.manage', planId)
  await inTransaction(async (tx) => {
    const scenario = scenarioAt(planId, number, tx)
    const running = solvingJob(scenario.id)
    if (!running) return
    stopSolving(tx, scenario, running.id)
    await audit(tx, actor.accountId, 'plan.solve.cancel', planId, { scenario: number })
  })
}

function stopSolving(tx: Tx, scenario: ScenarioRow, jobId: string): void {
  cancelJob(tx, jobId)
  tx.sql.run(
    "UPDATE PlanScenario SET state = ? WHERE id = ? AND state = 'solving'",
    restingState(scenario),
    scenario.id,
  )
}

/** What a scenario is when nothing is being worked out for it. */
function restingState(scenario: ScenarioRow): string {
  if (scenario.solvedRevision !== scenario.revision) return 'editing'
  return storedResult(scenario)?.result.solve.kind === 'infeasible' ? 'infeasible' : 'solved'
}
