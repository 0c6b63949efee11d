import { randomBytes, randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { itemVersion } from '~/assessment/content.server'
import { isMarkedByHand } from '~/assessment/item'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { authorise } from '~/platform/policy/require.server'
import type { Learner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { changeVisitorModule, enrol } from '../progress.server'
import type { VisitorAttempt } from '../visitor'
import { endOf, type Attempt } from './attempt'
import { attemptsAt, newestAttempt, personAttempt } from './attempts.server'
import { drawItems } from './draw'

/**
 * Begins an attempt at a module's quiz, or goes on with the one that has not ended or waits to be marked: sent twice it is
 * one attempt. An attempt at an older version is left behind, never to be ended, where `giveUp` is its id.
 */
export async function startAttempt(
  learner: Learner,
  module: ModuleVersion,
  context: Pick<AppLoadContext, 'setCookie'>,
  giveUp?: string,
): Promise<Attempt> {
  const goesOn = ({ id, versionId, score }: Attempt) =>
    score === null && !(id === giveUp && versionId !== module.id)
  const begun = newestAttempt(learner, module.code)
  if (begun && goesOn(begun)) return begun
  const { attempts } = module.quiz
  if (attempts !== undefined && attemptsAt(learner, module) >= attempts)
    throw refuse('attemptsSpent', { count: attempts })
  if (learner.kind === 'visitor') {
    await changeVisitorModule(learner, module, context, (known) => ({
      ...known,
      attempt: nextInCookie(module, known.attempt),
    }))
    return newestAttempt(learner, module.code)!
  }
  const { actor, personId } = learner
  authorise(actor, 'learning.own', { personId })
  return inGroupedTransaction((tx) => {
    const last = personAttempt(personId, module.code, tx.sql)
    if (last && goesOn(last)) return last
    return insertAttempt(tx, personId, module, (last?.number ?? 0) + 1)
  })
}

function insertAttempt(tx: GroupTx, personId: string, module: ModuleVersion, number: number): Attempt {
  const id = randomUUID()
  const at = now()
  enrol(tx, personId, module.code, at)
  const items = askedItems(module, askedBefore(tx, personId, module.code), id)
  tx.sql.run(
    'INSERT INTO QuizAttempt (id, personId, moduleCode, moduleVersionId, number, items, startedAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    personId,
    module.code,
    module.id,
    number,
    JSON.stringify(items),
    dbDate(at),
  )
  const endsAt = endOf(at, module.quiz.minutes)
  return { id, versionId: module.id, number, items, endsAt, given: new Map(), score: null, passed: null }
}

const askedSql = `SELECT i.value AS id, count(*) AS times FROM QuizAttempt a, json_each(a.items) i
  WHERE a.personId = ? AND a.moduleCode = ? GROUP BY i.value`

function askedBefore(tx: GroupTx, personId: string, moduleCode: string): Map<string, number> {
  const rows = tx.sql.all<{ id: string; times: number }>(askedSql, personId, moduleCode)
  return new Map(rows.map(({ id, times }) => [id, times]))
}

function askedItems(
  { quiz }: ModuleVersion,
  asked: ReadonlyMap<string, number>,
  seed: string,
  isAsked = (_id: string) => true,
): string[] {
  const pool = quiz.items.filter(isAsked).map((id) => ({ id, competency: itemVersion(id).competency }))
  const drawn = drawItems(pool, quiz.draw, asked, seed)
  return quiz.shuffle === false
    ? drawn.toSorted((a, b) => quiz.items.indexOf(a) - quiz.items.indexOf(b))
    : drawn
}

/** Whether an item can be asked of somebody who is not signed in: nobody could mark what only a machine's cookie keeps. */
export function asksVisitors(itemId: string): boolean {
  return !isMarkedByHand(itemVersion(itemId))
}

function nextInCookie(module: ModuleVersion, last: VisitorAttempt | null): VisitorAttempt {
  const same = last?.versionId === module.id ? last : null
  const times = module.quiz.items.map((_, place) => {
    const before = Number(same?.asked[place] ?? 0) + (same?.items.includes(place) ? 1 : 0)
    return Math.min(9, before)
  })
  const asked = new Map(module.quiz.items.map((id, place) => [id, times[place]!]))
  const id = `v${randomBytes(5).toString('hex')}`
  const items = askedItems(module, asked, id, asksVisitors).map((itemId) => module.quiz.items.indexOf(itemId))
  return {
    id,
    number: (last?.number ?? 0) + 1,
    versionId: module.id,
    items,
    answers: items.map(() => []),
    asked: times.join(''),
    ...(module.quiz.minutes === undefined ? {} : { startedAt: Math.floor(now().getTime() / 1000) }),
  }
}
