import { itemVersion } from '~/assessment/content.server'
import { presentItem, type StepView } from '~/assessment/present'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { standingCertificate } from '../certificates/list.server'
import { pageLearner, type Learner, type PageLearner } from '../learner.server'
import type { ModuleVersion } from '../module'
import { moduleVersion } from '../modules.server'
import { goOn, isPassed, lessonsRead, wasFinished, type Progress } from '../progress'
import { progressOf } from '../progress.server'
import { nextUnanswered, placeOf, seedOf, type Attempt } from './attempt'
import { endedAttempt, newestAttempt, pastAttempts, type PastAttempt } from './attempts.server'
import { feedbackOf, verdictOf, type Feedback, type Verdict } from './feedback'

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
    lessonsLeft: number
    running: Running | null
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
  const { pass } = attempt && running ? moduleVersion(attempt.versionId).quiz : module.quiz
  return {
    ...quizOf(module, locale),
    ...pageLearner(learner),
    pass,
    count: Math.min(module.quiz.draw, module.quiz.items.length),
    lessonsLeft: module.lessons.length - lessonsRead(module, progress),
    running,
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
    asked: { kind: 'question'; view: StepView } | { kind: 'feedback'; feedback: Feedback }
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
  return {
    ...quizOf(moduleVersion(attempt.versionId), locale),
    ...pageLearner(learner),
    attemptId: attempt.id,
    attempt: attempt.number,
    report: learner.actor ? itemId : null,
    number,
    count: attempt.items.length,
    next: attempt.score === null ? nextUnanswered(attempt, number) : isLast ? null : number + 1,
    asked: given
      ? { kind: 'feedback', feedback: feedbackOf(item, given, locale) }
      : { kind: 'question', view: presentItem(item, locale, seedOf(attempt.id, itemId)) },
  }
}

export type QuizResult = Quiz &
  PageLearner & {
    attempt: number
    points: number
    count: number
    score: number
    passed: boolean
    best: number
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
  if (attempt?.score == null) return null
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
    points: attempt.score * attempt.items.length,
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
      .filter((id) => verdictOf(attempt.given.get(id)!) !== 'right')
      .map((id) => itemVersion(id).competency),
  )
  return module.lessons
    .filter(({ checks }) => checks.some((id) => missed.has(itemVersion(id).competency)))
    .map(({ code }) => code)
}
