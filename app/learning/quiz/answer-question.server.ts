import type { AppLoadContext } from '@remix-run/node'
import { readItemEntry, type Entries, type Entry } from '~/assessment/answer-entry'
import { itemVersion } from '~/assessment/content.server'
import { unmaskEntries } from '~/assessment/present'
import { scoreItem, type ItemAnswer } from '~/assessment/scoring/score'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { authorise } from '~/platform/policy/require.server'
import type { Learner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { moduleVersion } from '../modules.server'
import { changeVisitorModule, finishIfDue } from '../progress.server'
import type { VisitorModule } from '../visitor'
import { attemptScore, reaches, seedOf, type Attempt, type Given } from './attempt'
import { attemptInCookie, newestAttempt, responsesOf } from './attempts.server'

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

/** `kept`: the question had another answer before, which counts. `stale`: the form was made for another attempt. */
export type AnswerOutcome = { kind: 'saved' } | { kind: 'kept' } | { kind: 'stale' } | Fault

/** Saves the first answer to a question of an attempt; the last one ends the attempt, and may finish the module. */
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
  if (before) return { kind: isSame(entry, before) ? 'saved' : 'kept' }
  if (entry.kind === 'fault') return entry
  if (entry.kind === 'empty') return { kind: 'fault', fault: 'chooseOrUnknown' }
  const value = entry.value
  if (learner.kind === 'visitor') {
    await changeVisitorModule(learner, module, context, (known, at) => answered(known, number, value, at))
    return { kind: 'saved' }
  }
  const { actor, personId } = learner
  authorise(actor, 'learning.own', { personId })
  const given = { value, score: scoreItem(item, value) }
  return inGroupedTransaction((tx) => {
    if (insertResponse(tx, attempt.id, itemId, given)) {
      endIfComplete(tx, { personId, attempt, module })
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
  const added = tx.sql.run(
    'INSERT INTO QuizResponse (attemptId, itemId, value, score, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    attemptId,
    itemId,
    JSON.stringify(value),
    score,
    dbDate(now()),
  )
  return added === 1
}

type Ending = { personId: string; attempt: Attempt; module: ModuleVersion }

function endIfComplete(tx: GroupTx, { personId, attempt, module }: Ending): void {
  const score = attemptScore(attempt.items, responsesOf(attempt.id, tx.sql))
  if (score === null) return
  const at = now()
  const version = moduleVersion(attempt.versionId)
  const passed = reaches(score, version.quiz.pass)
  tx.sql.run(
    'UPDATE QuizAttempt SET submittedAt = ?, score = ?, passed = ? WHERE id = ?',
    dbDate(at),
    score,
    passed ? 1 : 0,
    attempt.id,
  )
  tx.sql.run(
    `UPDATE Enrolment SET bestScore = max(coalesce(bestScore, 0), ?), lastAt = ?,
       passedAt = CASE WHEN ? THEN coalesce(passedAt, ?) ELSE passedAt END
     WHERE personId = ? AND moduleCode = ?`,
    score,
    dbDate(at),
    passed ? 1 : 0,
    dbDate(at),
    personId,
    module.code,
  )
  if (passed) finishIfDue(tx, personId, module, at)
}

function answered(known: VisitorModule, number: number, value: ItemAnswer | null, at: number): VisitorModule {
  const { attempt } = known
  if (!attempt) return known
  const answers = attempt.answers.map((each, i): typeof each => (i === number - 1 ? [value] : each))
  const changed = { ...known, attempt: { ...attempt, answers } }
  const { score, passed } = attemptInCookie(changed.attempt) ?? { score: null, passed: null }
  if (score === null) return changed
  const ended = { ...changed, bestScore: Math.max(known.bestScore ?? 0, score) }
  if (!passed) return ended
  const { version } = moduleVersion(attempt.versionId)
  return {
    ...ended,
    passedAt: known.passedAt ?? at,
    passedVersion: Math.max(known.passedVersion ?? 0, version),
  }
}
