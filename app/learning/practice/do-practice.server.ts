import { shownFields, type PracticeState } from '~/assessment/practice/engine'
import {
  appendMove,
  beginRun,
  finishRun,
  progressOf,
  runsOf,
  type MoveOutcome,
} from '~/assessment/practice/runs.server'
import { screenOf, type Move, type ScenarioVersion } from '~/assessment/practice/scenario'
import { readAction, readFields } from '~/assessment/practice/sent-move'
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
  return running ? typedIn(running.run.scenario, running.state, form) : {}
}

function typedIn(
  scenario: ScenarioVersion,
  { screen, values }: PracticeState,
  form: FormData,
): Move['fields'] {
  return readFields(shownFields(screenOf(scenario, screen), values), form)
}

export type PracticeOutcome = MoveOutcome | { kind: 'ended' } | { kind: 'notBegun' }

/** Does what a page of the task sent: a move, or its end. `typed` is what its fields held. */
export async function doPractice(
  actor: Actor,
  code: string,
  form: FormData,
): Promise<{ outcome: PracticeOutcome; typed: Move['fields'] }> {
  authorise(actor, 'practice.own')
  const answerId = String(form.get('answerId') ?? '')
  return inGroupedTransaction((tx) => {
    const [run] = runsOf(tx.sql, { accountId: actor.accountId }, code)
    if (!run) return { outcome: { kind: 'notBegun' } as const, typed: {} }
    if (run.finishedAt !== null) return { outcome: { kind: 'ended' } as const, typed: {} }
    const { state } = progressOf(tx.sql, run)
    const fields = typedIn(run.scenario, state, form)
    if (form.get('end') === 'sure') {
      finishRun(tx, run, now())
      return { outcome: { kind: 'ended' } as const, typed: fields }
    }
    if (!/^[0-9a-f-]{36}$/.test(answerId)) throw refuse('badRequest')
    const action = readAction(screenOf(run.scenario, state.screen), state.values, form)
    const sent = { action, fields, at: Number(form.get('at')), answerId }
    return { outcome: appendMove(tx, run, sent, now()), typed: fields }
  })
}
