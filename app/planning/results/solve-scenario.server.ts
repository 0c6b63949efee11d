import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { JobRefused, type Progress } from '~/platform/jobs/job'
import { handleJobs } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import { expectedAfter } from '../expected-after'
import { loadProblem } from '../load-problem.server'
import type { From, ScenarioRow } from '../plan-row.server'
import type { PlanProblem } from '../problem'
import type { ScenarioResult } from '../scenario-result'
import type { PlanSettings } from '../settings'
import type { Clash, SolveResult } from '../solution'
import { breaches } from '../solve/check-plan'
import { solvePlanInThread } from '../solve/solve-plan.server'
import { changesBetween } from './changes'
import { codedClasses } from './coded-class'
import { storedClasses, storedResult } from './scenario-result.server'

/** One job a scenario; its subject is the scenario's id. */
export const solveJob = 'solve-plan'

handleJobs(solveJob, async (job, progress, signal) => {
  try {
    await solveScenario(job.subject, progress, signal)
  } catch (error) {
    if (!signal.aborted) await markFailed(job.subject)
    throw error
  }
})

/**
 * Solves a scenario from its settings as they are now and stores what comes of it. A plan that breaks a rule is a fault of
 * ours and never stored. What was deleted or approved meanwhile stays as it is.
 */
async function solveScenario(id: string, progress: Progress, signal: AbortSignal): Promise<void> {
  const scenario = openScenario(id)
  if (!scenario) return
  progress(0, 0, 'solve.stage.reading')
  const { problem, effects, basis, settings } = loadProblem(scenario)
  progress(0, settings.seconds)
  const found = await solvePlanInThread(
    { problem, seconds: settings.seconds },
    (done, total, stage) => progress(done, total, stage && `solve.stage.${stage}`),
    signal,
  )
  signal.throwIfAborted()
  const solve = named(problem, found)
  if (solve.kind === 'plan') {
    const broken = breaches(problem, solve.plan.classes)
    if (broken.length > 0) {
      log.error({ scenarioId: id, broken: broken.slice(0, 5) }, 'a solved plan breaks a rule')
      throw new JobRefused({ key: 'solve.failed.breach' })
    }
  }
  const expected = solve.kind === 'plan' ? expectedAfter(basis, problem, effects, solve.plan.classes) : null
  await store(scenario, problem, { solve, expected, settings })
}

/** A result under names that last: a clash speaks of codes. */
function named(problem: PlanProblem, found: SolveResult): SolveResult {
  return found.kind === 'infeasible'
    ? { ...found, clash: found.clash.map((each) => coded(problem, each)) }
    : found
}

/** A clash outlives the problem that it was found in: a commune is named by its code. */
function coded(problem: PlanProblem, { demand, values }: Clash): Clash {
  const { commune } = values
  if (typeof commune !== 'number') return { demand, values }
  return { demand, values: { ...values, commune: problem.communes[commune]?.code ?? '' } }
}

const openSql = `SELECT s.id, s.planId, s.number, s.name, s.settings, s.revision, s.state, s.solvedRevision, s.problem, s.result,
  s.editedAt, s.editedBy FROM PlanScenario s JOIN TrainingPlan p ON p.id = s.planId AND p.state = 'draft' WHERE s.id = ?`

/** The scenario as it is, unless it or its plan is gone or the plan has been approved. */
function openScenario(id: string, from: From = reader): ScenarioRow | null {
  return from.sql.get<ScenarioRow>(openSql, id) ?? null
}

async function store(
  { id, revision }: ScenarioRow,
  problem: PlanProblem,
  found: ScenarioResult & { settings: PlanSettings },
): Promise<void> {
  const { solve, settings } = found
  await inTransaction(async (tx) => {
    const still = openScenario(id, tx)
    if (!still) return
    const state = still.revision !== revision ? 'editing' : solve.kind === 'plan' ? 'solved' : 'infeasible'
    const stored = storedResult(still)
    const before = stored?.result.solve.kind === 'plan' ? stored : null
    if (before && solve.kind === 'infeasible') {
      // The last plan that could be made stays to be read, beside what clashes now.
      const kept: ScenarioResult = { ...before.result, clash: solve.clash }
      tx.sql.run(
        'UPDATE PlanScenario SET result = ?, state = ? WHERE id = ?',
        JSON.stringify(kept),
        state,
        id,
      )
      return
    }
    const changes =
      before && solve.kind === 'plan'
        ? changesBetween(storedClasses(before, settings), codedClasses(problem, settings, solve.plan.classes))
        : undefined
    tx.sql.run(
      'UPDATE PlanScenario SET problem = ?, result = ?, solvedRevision = ?, solvedAt = ?, state = ? WHERE id = ?',
      JSON.stringify(problem),
      JSON.stringify({ ...found, changes } satisfies ScenarioResult),
      revision,
      dbDate(now()),
      state,
      id,
    )
  })
}

/** The result before stays. */
async function markFailed(id: string): Promise<void> {
  await inTransaction(async (tx) =>
    tx.sql.run("UPDATE PlanScenario SET state = 'failed' WHERE id = ? AND state = 'solving'", id),
  )
}
