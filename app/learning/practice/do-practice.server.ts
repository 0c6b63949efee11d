import { beginRun, runsOf } from '~/assessment/practice/runs.server'
import type { Move } from '~/assessment/practice/scenario'
import { fieldsSent, sendForm, type Sent } from '~/assessment/practice/send-form.server'
import { presentScenario } from '~/assessment/practice/versions.server'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { runningTry } from './own-practice.server'

/** Begins a try at a task, or goes on with the one that has not ended: sent twice it is one. */
export async function startPractice(actor: Actor, code: string): Promise<void> {
  authorise(actor, 'practice.own')
  const owner = { accountId: actor.accountId }
  await inGroupedTransaction((tx) => {
    const [last] = runsOf(tx.sql, owner, code)
    if (last && last.finishedAt === null) return
    const scenario = presentScenario('teach', code)
    if (!scenario) throw refuse('notFound')
    beginRun(tx, owner, scenario, (last?.number ?? 0) + 1, now())
  })
}

/** What the fields of a page of the task held, without doing anything. */
export function typedPractice(actor: Actor, code: string, form: FormData): Move['fields'] {
  const running = runningTry(actor, code)
  return running ? fieldsSent(running.run.scenario, running.state, form) : {}
}

export type PracticeOutcome = Sent['outcome'] | { kind: 'notBegun' }

/** Does what a page of the task sent: a move, or its end. */
export async function doPractice(
  actor: Actor,
  code: string,
  form: FormData,
): Promise<{ outcome: PracticeOutcome; typed: Move['fields'] }> {
  authorise(actor, 'practice.own')
  return inGroupedTransaction((tx) => {
    const [run] = runsOf(tx.sql, { accountId: actor.accountId }, code)
    return run ? sendForm(tx, run, form, now()) : { outcome: { kind: 'notBegun' }, typed: {} }
  })
}
