import type { Locale } from '~/platform/i18n/locale'
import { can } from '~/platform/policy/policy'
import { cardOf, type LessonPlace, type ModuleCard } from './card'
import { standingCertificate } from './certificates/list.server'
import { leadsTo } from './leads-to.server'
import { pageLearner, type Learner } from './learner.server'
import { hasSummary, type ModuleVersion } from './module'
import { practiceOf } from './module-practice.server'
import { currentModule } from './modules.server'
import type { PracticeCard } from './practice/practice-views.server'
import { isPassed, wasFinished, type Progress } from './progress'
import { progressOf } from './progress.server'

export type ModuleLesson = LessonPlace & { minutes: number; standing: 'new' | 'open' | 'read' }

export type ModuleView = {
  card: ModuleCard
  /** Finished, and the certificate does not stand any more. */
  lostCertificate: boolean
  competencies: { code: string; name: string; level: string }[]
  requires: { code: string; title: string; finished: boolean }[]
  lessons: ModuleLesson[]
  /** Its practice tasks, for who may do them. */
  practice: PracticeCard[]
  /** Whether there is a sheet for each lesson. */
  summaries: boolean
  quiz: { pass: number; draw: number; best: number | null; standing: 'new' | 'failed' | 'passed' | 'before' }
  /** An earlier version is finished, and this one is not. */
  more: boolean
  /** Whether the reader may see the pages for those who teach others, and there are some. */
  guide: boolean
  /** Whether the reader writes modules and finds this one's versions in the studio. */
  writes: boolean
  learner: 'person' | 'account' | 'visitor'
  /** The reader was signed in on this machine, and is not any more. */
  lapsed: boolean
}

/** A module with what it leads to, what it takes and how far its reader is. */
export function viewModule(learner: Learner, module: ModuleVersion, locale: Locale): ModuleView {
  const progress = progressOf(learner, module.code)
  const person = learner.kind === 'person' ? learner.personId : null
  const certificate = person && standingCertificate(person, module.code)
  return {
    card: cardOf(module, locale, progress, certificate),
    lostCertificate: person !== null && progress?.finishedAt != null && certificate === null,
    competencies: leadsTo(module).map(({ code, name, level }) => ({
      code,
      name: name[locale],
      level: level[locale],
    })),
    requires: module.requires.flatMap((code) => {
      const required = currentModule(code)
      if (!required) return []
      const finished = progressOf(learner, code)?.finishedAt != null
      return [{ code, title: required.title[locale], finished }]
    }),
    lessons: lessonsOf(module, progress, locale),
    practice: practiceOf(learner.actor, module, locale),
    summaries: module.lessons.some((lesson) => hasSummary(lesson)),
    quiz: {
      pass: module.quiz.pass,
      draw: module.quiz.draw,
      best: progress?.bestScore ?? null,
      standing: quizStanding(module, progress),
    },
    more: progress?.finishedAt != null && !wasFinished(module, progress),
    guide: module.guide !== null && can(learner.actor, 'modules.read'),
    writes: can(learner.actor, 'studio.write'),
    learner: learner.kind === 'person' ? 'person' : learner.actor ? 'account' : 'visitor',
    lapsed: pageLearner(learner).lapsed,
  }
}

function quizStanding(module: ModuleVersion, progress: Progress | null): ModuleView['quiz']['standing'] {
  if (isPassed(module, progress)) return 'passed'
  if (progress?.passedAt != null) return 'before'
  return progress?.bestScore == null ? 'new' : 'failed'
}

function lessonsOf(module: ModuleVersion, progress: Progress | null, locale: Locale): ModuleLesson[] {
  return module.lessons.map(({ code, minutes, title }, at) => ({
    code,
    minutes,
    number: at + 1,
    title: title[locale],
    standing: progress?.read.includes(code) ? 'read' : progress?.lastLesson === code ? 'open' : 'new',
  }))
}
