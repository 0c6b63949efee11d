import { progressOf, runsOf, type Run } from '~/assessment/practice/runs.server'
import type { ScenarioVersion } from '~/assessment/practice/scenario'
import { presentScenario, presentScenarios } from '~/assessment/practice/versions.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'

/** What an account has done of a practice task. `running` is the try that has not ended. */
export type OwnPractice = {
  scenario: ScenarioVersion
  runs: Run[]
  running: Run | null
  /** The last try that ended. */
  last: Run | null
  best: number | null
}

/** A practice task of this actor; a task that was withdrawn stays readable for who has begun it. */
export function ownPractice(actor: Actor, code: string): OwnPractice {
  authorise(actor, 'practice.own')
  const runs = runsOf(reader.sql, { accountId: actor.accountId }, code)
  const scenario = presentScenario('teach', code) ?? runs[0]?.scenario
  if (!scenario) throw refuse('notFound')
  return { scenario, ...standingOf(runs) }
}

export function ownPractices(actor: Actor): OwnPractice[] {
  authorise(actor, 'practice.own')
  return presentScenarios('teach').map((scenario) => ({
    scenario,
    ...standingOf(runsOf(reader.sql, { accountId: actor.accountId }, scenario.code)),
  }))
}

function standingOf(runs: Run[]): Omit<OwnPractice, 'scenario'> {
  const ended = runs.filter(({ finishedAt }) => finishedAt !== null)
  const scores = ended.flatMap(({ score }) => (score === null ? [] : [score]))
  return {
    runs,
    running: runs[0] && runs[0].finishedAt === null ? runs[0] : null,
    last: ended[0] ?? null,
    best: scores.length > 0 ? Math.max(...scores) : null,
  }
}

/** The try that goes on, with where it stands. */
export function runningTry(actor: Actor, code: string) {
  const { running } = ownPractice(actor, code)
  return running ? { run: running, ...progressOf(reader.sql, running) } : null
}
