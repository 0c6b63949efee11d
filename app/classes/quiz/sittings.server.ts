import { randomUUID } from 'node:crypto'
import { readItemEntry, type Entries, type Entry } from '~/assessment/answer-entry'
import { itemVersion } from '~/assessment/content.server'
import { presentItem, unmaskEntries, type StepView } from '~/assessment/present'
import { scoreItem } from '~/assessment/scoring/score'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { TrainingClass } from '../class'
import { ownClass } from '../my-classes.server'
import { fixQuiz, quizLength, quizOf } from './class-quiz.server'
import { storeMeasure } from './measure.server'
import { quizTime, type QuizForm, type QuizTime } from './times'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }
type Sitting = { id: string; submittedAt: string | null; score: number | null }

export type QuizDoor = {
  class: Pick<TrainingClass, 'id' | 'title'>
  form: QuizForm
  time: QuizTime | 'cancelled'
  count: number
  answered: number
  begun: boolean
  /** The next question to answer; null at the end. */
  next: number | null
  submitted: boolean
  score: number | null
}

/** The page before a quiz of a class, and after it. */
export function quizDoor(actor: Actor, classId: string, form: QuizForm): QuizDoor {
  const found = ownClass(actor, classId)
  const sitting = sittingOf(reader, classId, actor.personId!, form)
  const items = itemsOf(reader, classId, form)
  const given = sitting ? answeredIn(reader, sitting.id) : new Set<string>()
  const open = items.findIndex((id) => !given.has(id))
  return {
    class: { id: found.id, title: found.title },
    form,
    time: timeOf(found, form),
    count: quizLength(classId),
    answered: given.size,
    begun: sitting !== undefined,
    next: open < 0 ? null : open + 1,
    submitted: sitting?.submittedAt != null,
    score: sitting?.score ?? null,
  }
}

/** Begins a quiz, or goes on with the one begun: sent twice it is one. Returns the question to go to; null at the end. */
export async function startQuiz(actor: Actor, classId: string, form: QuizForm): Promise<number | null> {
  const found = ownClass(actor, classId)
  if (timeOf(found, form) !== 'open') return null
  await inTransaction((tx) => {
    if (sittingOf(tx, classId, actor.personId!, form)) return Promise.resolve()
    if (!fixQuiz(tx, classId)) throw refuse('notFound')
    tx.sql.run(
      'INSERT INTO ClassSitting (id, classId, personId, form, startedAt) VALUES (?, ?, ?, ?, ?)',
      randomUUID(),
      classId,
      actor.personId,
      form,
      dbDate(now()),
    )
    return Promise.resolve()
  })
  return quizDoor(actor, classId, form).next
}

export type QuizStep = {
  class: Pick<TrainingClass, 'id' | 'title'>
  form: QuizForm
  number: number
  count: number
  /** Null where the question is answered already: it counts as it was answered first. */
  view: StepView | null
}

/** One question of a quiz that has begun. */
export function quizStep(
  actor: Actor,
  classId: string,
  form: QuizForm,
  number: number,
  locale: Locale,
): QuizStep {
  const found = ownClass(actor, classId)
  const sitting = sittingOf(reader, classId, actor.personId!, form)
  const items = itemsOf(reader, classId, form)
  const itemId = items[number - 1]
  if (!sitting || itemId === undefined) throw refuse('notFound')
  const done = sitting.submittedAt !== null || answeredIn(reader, sitting.id).has(itemId)
  return {
    class: { id: found.id, title: found.title },
    form,
    number,
    count: items.length,
    view: done ? null : presentItem(itemVersion(itemId), locale, seedOf(sitting.id, itemId)),
  }
}

export type StepOutcome =
  | { kind: 'saved'; next: number | null }
  | { kind: 'over' }
  | {
      kind: 'fault'
      fault: Extract<Entry, { kind: 'fault' }>['fault'] | 'empty'
      values?: Record<string, number>
    }

/** Keeps the first answer to a question; the last one hands the quiz in, and what it shows is measured. */
export async function answerStep(
  actor: Actor,
  classId: string,
  form: QuizForm,
  number: number,
  entries: Entries,
): Promise<StepOutcome> {
  const found = ownClass(actor, classId)
  const sitting = sittingOf(reader, classId, actor.personId!, form)
  const itemId = itemsOf(reader, classId, form)[number - 1]
  if (!sitting || itemId === undefined) throw refuse('notFound')
  if (timeOf(found, form) !== 'open') return { kind: 'over' }
  const item = itemVersion(itemId)
  const entry = readItemEntry(item, unmaskEntries(item, seedOf(sitting.id, itemId), entries))
  if (entry.kind === 'empty') return { kind: 'fault', fault: 'empty' }
  if (entry.kind === 'fault') return { kind: 'fault', fault: entry.fault, values: entry.values }
  const { value } = entry
  await inTransaction((tx) => {
    const current = sittingOf(tx, classId, actor.personId!, form)
    if (!current || current.submittedAt !== null) return Promise.resolve()
    tx.sql.run(
      `INSERT INTO ClassResponse (sittingId, itemId, value, score, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (sittingId, itemId) DO NOTHING`,
      current.id,
      itemId,
      JSON.stringify(value),
      scoreItem(item, value),
      dbDate(now()),
    )
    const quiz = quizOf(tx, classId)!
    if (answeredIn(tx, current.id).size >= quiz[form].length)
      storeMeasure(tx, quiz, { sittingId: current.id, personId: actor.personId!, found })
    return Promise.resolve()
  })
  return { kind: 'saved', next: quizDoor(actor, classId, form).next }
}

/** The items of a form, in the order asked. */
function itemsOf(from: From, classId: string, form: QuizForm): string[] {
  return quizOf(from, classId)?.[form] ?? []
}

function sittingOf(from: From, classId: string, personId: string, form: QuizForm): Sitting | undefined {
  return from.sql.get<Sitting>(
    'SELECT id, submittedAt, score FROM ClassSitting WHERE classId = ? AND personId = ? AND form = ?',
    classId,
    personId,
    form,
  )
}

function answeredIn(from: From, sittingId: string): Set<string> {
  const rows = from.sql.all<{ itemId: string }>(
    'SELECT itemId FROM ClassResponse WHERE sittingId = ?',
    sittingId,
  )
  return new Set(rows.map(({ itemId }) => itemId))
}

function timeOf(found: TrainingClass, form: QuizForm): QuizTime | 'cancelled' {
  return found.cancelledAt !== null ? 'cancelled' : quizTime(form, found.sessions, now())
}

const seedOf = (sittingId: string, itemId: string) => `${sittingId}/${itemId}`
