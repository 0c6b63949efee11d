import { itemVersion } from '~/assessment/content.server'
import { presentItem, type StepView } from '~/assessment/present'
import { now } from '~/platform/clock/now.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { standingCertificate } from '../certificates/list.server'
import { pageLearner, type Learner, type PageLearner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { moduleVersion } from '../modules.server'
import { goOn, isPassed, lessonsRead, wasFinished, type Progress } from '../progress'
import { progressOf } from '../progress.server'
import { isAnswered, nextUnanswered, placeOf, seedOf, waitingIn, type Attempt } from './attempt'
import { attemptsAt, endedAttempt, newestAttempt, pastAttempts, type PastAttempt } from './attempts.server'
import { feedbackOf, verdictOf, type Feedback, type Verdict } from './feedback'
import { asksVisitors } from './start-attempt.server'

/** What every page of a quiz names: the module, and what the quiz asks for. */
type Quiz = { code: string; title: string; pass: number }

/** An attempt that has not ended: where it goes on. `older`: the module has a newer version since. */
type Running = { id: string; number: number; next: number; answered: number; count: number; older: boolean }

function quizOf(version: ModuleVersion, locale: Locale): Quiz {
  return { code: version.code, title: version.title[locale], pass: version.quiz.pass }
}

function runningOf(attempt: Attempt | null, module: ModuleVersion): Running | null {
  const next = attempt && nextUnanswered(attempt)
  if (!attempt || !next) return null
  const { id, number, items, given, versionId } = attempt
  return { id, number, next, answered: given.size, count: items.length, older: versionId !== module.id }
}

function certificateOf(learner: Learner, code: string, progress: Progress | null): string | null {
  if (learner.kind === 'visitor' || !progress?.finishedAt) return null
  return standingCertificate(learner.personId, code)
}

export type QuizStart = Quiz &
  PageLearner & {
    count: number
    /** An item of the quiz is a long answer. */
    essays: boolean
    lessonsLeft: number
    running: Running | null
    /** The newest attempt is answered, and an answer of it waits to be marked: until then there is no other. */
    waiting: boolean
    /** So many minutes for an attempt, and whether answers are told of at the end only. */
    minutes: number | null
    atEnd: boolean
    /** How many attempts there are, and how many are left; null without a limit. */
    attempts: { most: number; left: number } | null
    best: number | null
    /** Whether the quiz of this version was passed, only that of an earlier one, or none. */
    passed: 'now' | 'before' | null
    finished: boolean
    certificate: string | null
    past: PastAttempt[]
  }

/** The page before a quiz: what it asks, and how earlier attempts went. */
export function quizStart(learner: Learner, module: ModuleVersion, locale: Locale): QuizStart {
  const progress = progressOf(learner, module.code)
  const attempt = newestAttempt(learner, module.code)
  const running = runningOf(attempt, module)
  const rules = attempt && running ? moduleVersion(attempt.versionId).quiz : module.quiz
  const { pass } = rules
  const { attempts } = module.quiz
  return {
    ...quizOf(module, locale),
    ...pageLearner(learner),
    pass,
    count: Math.min(
      module.quiz.draw,
      learner.kind === 'person' ? module.quiz.items.length : module.quiz.items.filter(asksVisitors).length,
    ),
    essays: !module.quiz.items.every(asksVisitors),
    lessonsLeft: module.lessons.length - lessonsRead(module, progress),
    running,
    waiting: attempt !== null && isAnswered(attempt) && attempt.score === null,
    minutes: rules.minutes ?? null,
    atEnd: rules.feedback === 'end',
    attempts:
      attempts === undefined
        ? null
        : { most: attempts, left: Math.max(0, attempts - attemptsAt(learner, module)) },
    best: progress?.bestScore ?? null,
    passed: isPassed(module, progress) ? 'now' : progress?.passedAt != null ? 'before' : null,
    finished: wasFinished(module, progress),
    certificate: certificateOf(learner, module.code, progress),
    past: learner.kind === 'person' ? pastAttempts(learner.personId, module.code) : [],
  }
}

export type QuizQuestion = Quiz &
  PageLearner & {
    attemptId: string
    attempt: number
    number: number
    count: number
    /** What a report of a problem names; null for visitors. */
    report: string | null
    /** The next question to go to once this one is answered; null leads to the result. */
    next: number | null
    /** `kept`: answered, and told of when the quiz has ended. */
    asked: { kind: 'question'; view: StepView } | { kind: 'feedback'; feedback: Feedback } | { kind: 'kept' }
    /** Of an attempt with a limit of time, while it goes on: when it ends, and whole minutes until then. */
    time: { endsAt: string; minutes: number } | null
  }

/** One question of the newest attempt, or what it says once it is answered; null where no attempt has begun. */
export function quizQuestion(
  learner: Learner,
  module: ModuleVersion,
  place: string,
  locale: Locale,
): QuizQuestion | null {
  const attempt = newestAttempt(learner, module.code)
  if (!attempt) return null
  const number = placeOf(place) ?? 0
  const itemId = attempt.items[number - 1]
  if (itemId === undefined) throw refuse('notFound')
  const item = itemVersion(itemId)
  const given = attempt.given.get(itemId)
  const isLast = number === attempt.items.length
  const version = moduleVersion(attempt.versionId)
  return {
    ...quizOf(version, locale),
    ...pageLearner(learner),
    attemptId: attempt.id,
    attempt: attempt.number,
    report: learner.actor ? itemId : null,
    number,
    count: attempt.items.length,
    next: !isAnswered(attempt) ? nextUnanswered(attempt, number) : isLast ? null : number + 1,
    time:
      attempt.endsAt === null || isAnswered(attempt)
        ? null
        : {
            endsAt: new Date(attempt.endsAt).toISOString(),
            minutes: Math.max(0, Math.floor((attempt.endsAt - now().getTime()) / 60_000)),
          },
    asked: given
      ? version.quiz.feedback === 'end' && !isAnswered(attempt)
        ? { kind: 'kept' }
        : { kind: 'feedback', feedback: feedbackOf(item, given, locale) }
      : { kind: 'question', view: presentItem(item, locale, seedOf(attempt.id, itemId)) },
  }
}

export type QuizResult = Quiz &
  PageLearner & {
    attempt: number
    count: number
    /** Answers that wait to be marked; while there is one, there are no points and no score. */
    waiting: number
    points: number | null
    score: number | null
    passed: boolean
    best: number | null
    /** Without an address where a newer attempt has taken their place. */
    questions: { number: number; text: string; verdict: Verdict; linked: boolean }[]
    /** Lessons about what was not answered right. */
    again: { code: string; title: string }[]
    running: Running | null
    /** The version of the attempt is finished. */
    finished: boolean
    /** The module has a newer version, whose quiz has not been passed. */
    newer: boolean
    certificate: string | null
    /** The lesson to read on; null where every lesson is read, or none is needed any more. */
    nextLesson: { code: string; title: string; left: number } | null
  }

/** How the newest attempt that ended went, and what to do now; null where none has ended. */
export function quizResult(learner: Learner, module: ModuleVersion, locale: Locale): QuizResult | null {
  const attempt = endedAttempt(learner, module.code)
  if (!attempt) return null
  const progress = progressOf(learner, module.code)
  const running = runningOf(newestAttempt(learner, module.code), module)
  const version = moduleVersion(attempt.versionId)
  const finished = wasFinished(version, progress)
  const onwards = goOn(module, progress)
  const titled = (code: string) => ({
    code,
    title: module.lessons.find((lesson) => lesson.code === code)!.title[locale],
  })
  const left = module.lessons.length - lessonsRead(module, progress)
  return {
    ...quizOf(version, locale),
    ...pageLearner(learner),
    attempt: attempt.number,
    waiting: waitingIn(attempt),
    points: attempt.score === null ? null : attempt.score * attempt.items.length,
    count: attempt.items.length,
    score: attempt.score,
    passed: attempt.passed === true,
    best: progress?.bestScore ?? attempt.score,
    questions: attempt.items.map((id, i) => ({
      number: i + 1,
      text: itemVersion(id).stem[locale],
      verdict: verdictOf(attempt.given.get(id)!),
      linked: running === null,
    })),
    again: lessonsAgain(module, attempt).map(titled),
    running,
    finished,
    newer: version.version < module.version && !isPassed(module, progress),
    certificate: certificateOf(learner, module.code, progress),
    nextLesson: onwards.kind === 'lesson' && !finished ? { ...titled(onwards.code), left } : null,
  }
}

/** Lessons whose checks are about a competency that was not answered right. */
function lessonsAgain(module: ModuleVersion, attempt: Attempt): string[] {
  const missed = new Set(
    attempt.items
      .filter((id) => !['right', 'waiting'].includes(verdictOf(attempt.given.get(id)!)))
      .map((id) => itemVersion(id).competency),
  )
  return module.lessons
    .filter(({ checks }) => checks.some((id) => missed.has(itemVersion(id).competency)))
    .map(({ code }) => code)
}
