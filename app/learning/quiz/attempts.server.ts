import { itemVersion } from '~/assessment/content.server'
import { scoreItem, type ItemAnswer } from '~/assessment/scoring/score'
import { reader } from '~/platform/db/db.server'
import { storedVersion } from '../finish.server'
import type { Learner } from '../learner.server'
import type { VisitorAttempt, VisitorRecord } from '../visitor'
import type { RubricLevels } from '~/assessment/scoring/rubric'
import { attemptScore, endOf, isAnswered, reaches, type Attempt, type Given } from './attempt'

type Sql = Pick<typeof reader.sql, 'get' | 'all'>
type Row = {
  id: string
  versionId: string
  number: number
  items: string
  startedAt: string
  score: number | null
  passed: number | null
}

const newestSql = `SELECT id, moduleVersionId AS versionId, number, items, startedAt, score, passed FROM QuizAttempt
  WHERE personId = ? AND moduleCode = ?`
const responsesSql = `SELECT r.itemId, r.value, coalesce(r.score, m.score) AS score, m.levels, m.comment FROM QuizResponse r
  LEFT JOIN EssayMark m ON m.attemptId = r.attemptId AND m.itemId = r.itemId WHERE r.attemptId = ?`
type ResponseRow = {
  itemId: string
  value: string
  score: number | null
  levels: string | null
  comment: string | null
}

/** What was answered in an attempt, by item. */
export function responsesOf(attemptId: string, sql: Sql = reader.sql): Map<string, Given> {
  return new Map(
    sql.all<ResponseRow>(responsesSql, attemptId).map(({ itemId, value, score, levels, comment }) => {
      const given = { value: JSON.parse(value) as ItemAnswer | null, score }
      const mark = levels === null ? {} : { mark: { levels: JSON.parse(levels) as RubricLevels, comment } }
      return [itemId, { ...given, ...mark }]
    }),
  )
}

function attemptOf(row: Row | undefined, sql: Sql): Attempt | null {
  if (!row) return null
  const { startedAt, ...rest } = row
  return {
    ...rest,
    items: JSON.parse(row.items) as string[],
    endsAt: endOf(new Date(startedAt), storedVersion(row.versionId)?.quiz.minutes),
    given: responsesOf(row.id, sql),
    passed: row.passed === null ? null : row.passed === 1,
  }
}

/** The newest attempt of a person at a module's quiz, under way or ended. */
export function personAttempt(personId: string, moduleCode: string, sql: Sql = reader.sql): Attempt | null {
  return attemptOf(sql.get<Row>(`${newestSql} ORDER BY number DESC LIMIT 1`, personId, moduleCode), sql)
}

export function newestAttempt(learner: Learner, moduleCode: string): Attempt | null {
  return learner.kind === 'person'
    ? personAttempt(learner.personId, moduleCode)
    : visitorAttempt(learner.record, moduleCode)
}

/** The newest attempt that was answered to its end, marked or not. A visitor's machine keeps one attempt only. */
export function endedAttempt(learner: Learner, moduleCode: string): Attempt | null {
  const newest = newestAttempt(learner, moduleCode)
  if (!newest || isAnswered(newest)) return newest
  if (learner.kind === 'visitor') return null
  const endedSql = `${newestSql} AND submittedAt IS NOT NULL ORDER BY number DESC LIMIT 1`
  return attemptOf(reader.sql.get<Row>(endedSql, learner.personId, moduleCode), reader.sql)
}

/** `score` and `passed` are null while an answer waits to be marked. */
export type PastAttempt = { number: number; score: number | null; passed: boolean | null; at: string }

/** The attempts of a person that ended, newest first. */
export function pastAttempts(personId: string, moduleCode: string): PastAttempt[] {
  return reader.sql
    .all<Omit<PastAttempt, 'passed'> & { passed: number | null }>(
      `SELECT number, score, passed, submittedAt AS at FROM QuizAttempt
       WHERE personId = ? AND moduleCode = ? AND submittedAt IS NOT NULL ORDER BY number DESC`,
      personId,
      moduleCode,
    )
    .map((row) => ({ ...row, passed: row.passed === null ? null : row.passed === 1 }))
}

function visitorAttempt(record: VisitorRecord, moduleCode: string): Attempt | null {
  const kept = Object.hasOwn(record, moduleCode) ? record[moduleCode]!.attempt : null
  return kept && attemptInCookie(kept)
}

/** How many attempts a learner has begun at a version of a module. */
export function attemptsAt(learner: Learner, { id, code }: { id: string; code: string }): number {
  if (learner.kind === 'person')
    return reader.sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM QuizAttempt WHERE personId = ? AND moduleVersionId = ?',
      ...[learner.personId, id],
    )!.n
  const kept = Object.hasOwn(learner.record, code) ? learner.record[code]!.attempt : null
  return kept?.versionId === id ? kept.number : 0
}

/** What the cookie keeps of an attempt, filled from the version; null where the version has no such items. */
export function attemptInCookie(kept: VisitorAttempt): Attempt | null {
  const quiz = storedVersion(kept.versionId)?.quiz
  if (!quiz) return null
  const items = kept.items.map((place) => quiz.items[place])
  if (!items.every((id) => id !== undefined)) return null
  const given = new Map<string, Given>()
  kept.answers.forEach((answer, i) => {
    const id = items[i]
    if (id === undefined || answer.length === 0) return
    given.set(id, { value: answer[0], score: scoreItem(itemVersion(id), answer[0]) })
  })
  const score = attemptScore(items, given)
  const { id, number, versionId } = kept
  return {
    id,
    number,
    versionId,
    items,
    endsAt: kept.startedAt === undefined ? null : endOf(new Date(kept.startedAt * 1000), quiz.minutes),
    given,
    score,
    passed: score === null ? null : reaches(score, quiz.pass),
  }
}
