import type { AppLoadContext } from '@remix-run/node'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, reader, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { authorise } from '~/platform/policy/require.server'
import { dueForPerson, dueForVisitor, finishModule } from './finish.server'
import type { Learner } from './learner.server'
import type { ModuleVersion } from './module'
import { placeNow, readIn } from './moves'
import { lessonMoves } from './moves.server'
import type { Progress } from './progress'
import { newVisitorModule, visitorProgress, type VisitorModule, type VisitorRecord } from './visitor'
import { writeVisitorRecord } from './visitor-cookie.server'

type Visitor = Extract<Learner, { kind: 'visitor' }>
type Cookies = Pick<AppLoadContext, 'setCookie'>
type Sql = Pick<typeof reader.sql, 'get' | 'all'>
type Row = Omit<Progress, 'read'> & { read: string }

const versionIn = (column: string) => `CAST(substr(${column}, instr(${column}, '@') + 1) AS INTEGER)`
const progressSql = `SELECT e.moduleCode, e.lastLesson, e.lastAt, e.bestScore, e.passedAt, e.finishedAt,
  ${versionIn('e.finishedVersionId')} AS finishedVersion,
  (SELECT MAX(${versionIn('a.moduleVersionId')}) FROM QuizAttempt a
    WHERE a.personId = e.personId AND a.moduleCode = e.moduleCode AND a.passed = 1) AS passedVersion,
  (SELECT json_group_array(moduleCode || '/' || lessonCode) FROM LearningRecord r
    WHERE r.personId = e.personId AND r.verb = 'read') AS read
  FROM Enrolment e WHERE e.personId = ?`

const progressIn = (row: Row) => movedOn({ ...row, read: JSON.parse(row.read) as string[] })

/** What was read of all modules, each `module/lesson`, as it counts for this one now that lessons have moved. */
function movedOn(progress: Progress): Progress {
  const { moduleCode, read, lastLesson } = progress
  const moves = lessonMoves()
  return {
    ...progress,
    read: readIn(moduleCode, read, moves),
    lastLesson: placeNow(moduleCode, lastLesson, moves),
  }
}

function personProgress(sql: Sql, personId: string, moduleCode: string): Progress | null {
  const row = sql.get<Row>(`${progressSql} AND e.moduleCode = ?`, personId, moduleCode)
  return row ? progressIn(row) : null
}

function cookieProgress(record: VisitorRecord, moduleCode: string): Progress | null {
  const progress = visitorProgress(record, moduleCode)
  return progress && movedOn(progress)
}

/** How far a learner is in a module; null before the beginning. */
export function progressOf(learner: Learner, moduleCode: string): Progress | null {
  if (learner.kind === 'visitor') return cookieProgress(learner.record, moduleCode)
  return personProgress(reader.sql, learner.personId, moduleCode)
}

/** How far a learner is in every module begun, by its code. */
export function allProgress(learner: Learner): Map<string, Progress> {
  const all =
    learner.kind === 'visitor'
      ? Object.keys(learner.record).map((code) => cookieProgress(learner.record, code)!)
      : reader.sql.all<Row>(progressSql, learner.personId).map(progressIn)
  return new Map(all.map((progress) => [progress.moduleCode, progress]))
}

/** Notes that a lesson is open: the place to come back to. Writes only when that is news; returns how far the learner is then. */
export async function openLesson(
  learner: Learner,
  module: ModuleVersion,
  lessonCode: string,
  context: Cookies,
): Promise<Progress | null> {
  if (isLapsed(learner)) return progressOf(learner, module.code)
  return note(learner, module, lessonCode, 'opened', context)
}

/** Notes that a lesson was read to its end; the last one finishes the module when its quiz is passed. */
export async function finishLesson(
  learner: Learner,
  module: ModuleVersion,
  lessonCode: string,
  context: Cookies,
): Promise<void> {
  await note(learner, module, lessonCode, 'read', context)
}

/** Finishes a module whose rule is met without a further step, as when a new version has fewer lessons. */
export async function settleModule(learner: Learner, module: ModuleVersion, context: Cookies): Promise<void> {
  if (isLapsed(learner) || !isDue(learner, module, progressOf(learner, module.code))) return
  if (learner.kind === 'visitor')
    await changeVisitorModule(learner, module, context, (known) => ({ ...known }))
  else await inGroupedTransaction((tx) => finishIfDue(tx, learner.personId, module, now()))
}

async function note(
  learner: Learner,
  module: ModuleVersion,
  lessonCode: string,
  verb: 'opened' | 'read',
  context: Cookies,
): Promise<Progress | null> {
  if (!module.lessons.some(({ code }) => code === lessonCode)) throw refuse('lessonWithdrawn')
  const known = progressOf(learner, module.code)
  const isNews = known?.lastLesson !== lessonCode || (verb === 'read' && !known.read.includes(lessonCode))
  if (!isNews && !isDue(learner, module, known)) return known
  if (learner.kind === 'visitor') {
    await changeVisitorModule(learner, module, context, (mine) => ({
      ...mine,
      lastLesson: lessonCode,
      read: verb === 'read' ? [...new Set([...mine.read, lessonCode])] : mine.read,
    }))
    return progressOf(learner, module.code)
  }
  const { personId, actor } = learner
  authorise(actor, 'learning.own', { personId })
  await inGroupedTransaction((tx) => {
    const at = now()
    enrol(tx, personId, module.code, at, lessonCode)
    record(tx, personId, module, lessonCode, verb, at)
    finishIfDue(tx, personId, module, at)
  })
  return progressOf(learner, module.code)
}

const enrolSql = `INSERT INTO Enrolment (personId, moduleCode, lastLesson, startedAt, lastAt) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (personId, moduleCode) DO UPDATE
  SET lastLesson = coalesce(excluded.lastLesson, lastLesson), lastAt = excluded.lastAt`

/** Enrols a person, or moves where the person stands. */
export function enrol(
  tx: GroupTx,
  personId: string,
  moduleCode: string,
  at: Date,
  lessonCode: string | null = null,
): void {
  tx.sql.run(enrolSql, personId, moduleCode, lessonCode, dbDate(at), dbDate(at))
}

function record(
  tx: GroupTx,
  personId: string,
  module: ModuleVersion,
  lessonCode: string,
  verb: string,
  at: Date,
): void {
  tx.sql.run(
    `INSERT INTO LearningRecord (personId, moduleCode, moduleVersionId, lessonCode, verb, at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    personId,
    module.code,
    module.id,
    lessonCode,
    verb,
    dbDate(at),
  )
}

/** A page shown to somebody whose session has lapsed notes nothing: it belongs to the account. */
const isLapsed = (learner: Learner) => learner.kind === 'visitor' && learner.lapsed === true

function isDue(learner: Learner, module: ModuleVersion, progress: Progress | null): boolean {
  if (learner.kind === 'person') return dueForPerson(learner.personId, module, progress) !== null
  return dueForVisitor(module, progress, attemptVersion(learner.record, module.code)) !== null
}

const attemptVersion = (record: VisitorRecord, code: string) =>
  Object.hasOwn(record, code) ? record[code]!.attempt?.versionId : undefined

/** Finishes the newest version whose rule is met, be it `module` or one that the person began with. */
export function finishIfDue(tx: GroupTx, personId: string, module: ModuleVersion, at: Date): void {
  const progress = personProgress(tx.sql, personId, module.code)
  const due = dueForPerson(personId, module, progress, tx.sql)
  if (due) finishModule(tx, personId, due, at)
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

/** Changes what a visitor's cookie holds of a module; the rule of finishing is applied as for everybody. */
export async function changeVisitorModule(
  learner: Visitor,
  module: ModuleVersion,
  context: Cookies,
  change: (known: VisitorModule, at: number) => VisitorModule,
): Promise<void> {
  const at = seconds(now())
  const { code } = module
  const known = Object.hasOwn(learner.record, code) ? learner.record[code]! : newVisitorModule(at)
  const changed = { ...change(known, at), lastAt: at }
  const record = { ...learner.record, [code]: changed }
  const due = dueForVisitor(module, cookieProgress(record, code), changed.attempt?.versionId)
  if (due) record[code] = { ...changed, finishedAt: changed.finishedAt ?? at, finishedVersion: due.version }
  learner.record = await writeVisitorRecord(context, record, code)
}
