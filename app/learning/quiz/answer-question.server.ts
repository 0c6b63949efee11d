import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { readItemEntry, type Entries, type Entry } from '~/assessment/answer-entry'
import { itemVersion } from '~/assessment/content.server'
import { isMarkedByHand } from '~/assessment/item'
import { unmaskEntries } from '~/assessment/present'
import { scoreItem } from '~/assessment/scoring/score'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { authorise } from '~/platform/policy/require.server'
import type { Learner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { changeVisitorModule } from '../progress.server'
import { isOver, seedOf, type Given } from './attempt'
import { newestAttempt, responsesOf } from './attempts.server'
import { answeredInCookie } from './visitor-answers.server'
import { settleAttempt } from './settle-attempt.server'

export type AnswerInput = {
  /** The question's place in the attempt, from 1. */
  number: number
  /** The attempt that the form was made for. */
  attemptId: string
  entries: Entries
}

type Fault = Omit<Extract<Entry, { kind: 'fault' }>, 'fault'> & {
  fault: Extract<Entry, { kind: 'fault' }>['fault'] | 'chooseOrUnknown'
}

/**
 * `kept`: the question had another answer before, which counts. `stale`: the form was made for another attempt. `over`: the
 * time of the attempt is over.
 */
export type AnswerOutcome =
  { kind: 'saved' } | { kind: 'kept' } | { kind: 'stale' } | { kind: 'over' } | Fault

/**
 * Saves the first answer to a question of an attempt; the last one ends the attempt, and may finish the module. A long
 * answer waits for a trainer from then on.
 */
export async function answerQuestion(
  learner: Learner,
  module: ModuleVersion,
  { number, attemptId, entries }: AnswerInput,
  context: Pick<AppLoadContext, 'setCookie'>,
): Promise<AnswerOutcome> {
  const attempt = newestAttempt(learner, module.code)
  if (attempt?.id !== attemptId) return { kind: 'stale' }
  const itemId = attempt.items[number - 1]
  if (itemId === undefined) throw refuse('notFound')
  const item = itemVersion(itemId)
  const entry = readItemEntry(item, unmaskEntries(item, seedOf(attempt.id, itemId), entries))
  const before = attempt.given.get(itemId)
  if (!before && isOver(attempt, now())) return { kind: 'over' }
  if (before) return { kind: isSame(entry, before) ? 'saved' : 'kept' }
  if (entry.kind === 'fault') return entry
  if (entry.kind === 'empty') return { kind: 'fault', fault: 'chooseOrUnknown' }
  const value = entry.value
  if (learner.kind === 'visitor') {
    await changeVisitorModule(learner, module, context, (known, at) =>
      answeredInCookie(known, [[number, value]], at),
    )
    return { kind: 'saved' }
  }
  const { actor, personId } = learner
  authorise(actor, 'learning.own', { personId })
  const waits = isMarkedByHand(item) && value !== null
  const given = { value, score: waits ? null : scoreItem(item, value) }
  return inGroupedTransaction((tx) => {
    if (insertResponse(tx, attempt.id, itemId, given)) {
      settleAttempt(tx, { personId, attempt, module, at: now() })
      return { kind: 'saved' }
    }
    // Sent twice at the same moment: the other one was first.
    const first = responsesOf(attempt.id, tx.sql).get(itemId)
    return { kind: first && isSame(entry, first) ? 'saved' : 'kept' }
  })
}

function isSame(entry: Entry, before: Given): boolean {
  return entry.kind === 'value' && JSON.stringify(entry.value) === JSON.stringify(before.value)
}

function insertResponse(tx: GroupTx, attemptId: string, itemId: string, { value, score }: Given): boolean {
  const at = dbDate(now())
  const added = tx.sql.run(
    'INSERT INTO QuizResponse (attemptId, itemId, value, score, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    attemptId,
    itemId,
    JSON.stringify(value),
    score,
    at,
  )
  if (added === 1 && score === null)
    tx.sql.run(
      'INSERT INTO EssayMark (id, attemptId, itemId, waitingSince) VALUES (?, ?, ?, ?)',
      ...[randomUUID(), attemptId, itemId, at],
    )
  return added === 1
}
