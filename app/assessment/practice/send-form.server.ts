import type { GroupTx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { shownFields, type PracticeState } from './engine'
import { appendMove, finishRun, progressOf, type Finished, type MoveOutcome, type Run } from './runs.server'
import { screenOf, type Move, type Scenario } from './scenario'
import { readAction, readFields } from './sent-move'

/** What came of a page that was sent; `typed` is what its fields held. */
export type Sent = { outcome: MoveOutcome | { kind: 'ended' }; typed: Move['fields'] }

/** What the fields of a screen held in a form, without doing anything. */
export function fieldsSent(
  scenario: Scenario,
  { screen, values }: PracticeState,
  form: FormData,
): Move['fields'] {
  return readFields(shownFields(screenOf(scenario, screen), values), form)
}

/** The name that a rendered form gave to what it sends, so that sending it twice is once. */
export function answerIdOf(form: FormData): string {
  const answerId = String(form.get('answerId') ?? '')
  if (!/^[0-9a-f-]{36}$/.test(answerId)) throw refuse('badRequest')
  return answerId
}

/** Does what a page of a try sent: a move, or its end, which `onEnd` is told of in the same transaction. */
export function sendForm(
  tx: GroupTx,
  run: Run,
  form: FormData,
  at: Date,
  onEnd?: (finished: Finished) => void,
): Sent {
  if (run.finishedAt !== null) return { outcome: { kind: 'ended' }, typed: {} }
  const progress = progressOf(tx.sql, run)
  const typed = fieldsSent(run.scenario, progress.state, form)
  if (form.get('end') === 'sure') {
    const finished = finishRun(tx, run, progress.state, at)
    onEnd?.(finished)
    return { outcome: { kind: 'ended' }, typed }
  }
  const { screen, values } = progress.state
  const action = readAction(screenOf(run.scenario, screen), values, form)
  const sent = { action, fields: typed, at: Number(form.get('at')), answerId: answerIdOf(form) }
  return { outcome: appendMove(tx, run, progress, sent, at), typed }
}
