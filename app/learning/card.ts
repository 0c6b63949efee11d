import { findCompetency, type Framework } from '~/competency/framework'
import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import { minutesOf, type Audience, type Module, type ModuleVersion } from './module'
import { goOn, lessonsRead, standingOf, type Progress, type Standing } from './progress'
import type { Reason } from './recommend'

/** A lesson by its place in the module. */
export type LessonPlace = { code: string; number: number; title: string }

/** A module as it stands in a list, in one language, with how far its reader is. */
export type ModuleCard = {
  code: string
  title: string
  aim: string
  audiences: Audience[]
  lessons: number
  minutes: number
  standing: Standing
  read: number
  /** Where to go on. */
  next: { kind: 'lesson'; lesson: LessonPlace } | { kind: 'quiz' } | { kind: 'done' }
  lastAt: string | null
  finishedAt: string | null
  certificate: string | null
}

export function cardOf(
  module: ModuleVersion,
  locale: Locale,
  progress: Progress | null,
  certificate: string | null,
): ModuleCard {
  return {
    code: module.code,
    title: module.title[locale],
    aim: module.aim[locale],
    audiences: module.for,
    lessons: module.lessons.length,
    minutes: minutesOf(module),
    standing: standingOf(progress),
    read: lessonsRead(module, progress),
    next: nextOf(module, locale, progress),
    lastAt: progress?.lastAt ?? null,
    finishedAt: progress?.finishedAt ?? null,
    certificate,
  }
}

export function nextOf(module: ModuleVersion, locale: Locale, progress: Progress | null): ModuleCard['next'] {
  const next = goOn(module, progress)
  if (next.kind !== 'lesson') return next
  const lesson = lessonPlace(module, next.code, locale)
  return lesson ? { kind: 'lesson', lesson } : { kind: 'quiz' }
}

/** The address where somebody goes on. */
export function goOnPath({ code, next }: Pick<ModuleCard, 'code' | 'next'>): string {
  if (next.kind === 'quiz') return paths.quiz(code)
  return next.kind === 'lesson' ? paths.lesson(code, next.lesson.code) : paths.module(code)
}

export function lessonPlace(
  module: Pick<Module, 'lessons'>,
  code: string | undefined,
  locale: Locale,
): LessonPlace | null {
  const at = module.lessons.findIndex((lesson) => lesson.code === code)
  const lesson = module.lessons[at]
  return lesson ? { code: lesson.code, number: at + 1, title: lesson.title[locale] } : null
}

/** A reason in the words of one language: names of competencies, or of the module that comes after. */
export type ReasonView = { kind: Reason['kind']; names: string }

export function reasonView(
  reason: Reason,
  framework: Framework,
  modules: readonly Module[],
  locale: Locale,
): ReasonView {
  const names =
    reason.kind === 'before'
      ? [modules.find(({ code }) => code === reason.module)?.title[locale] ?? '']
      : reason.kind === 'team'
        ? []
        : reason.competencies.map((code) => findCompetency(framework, code)?.short[locale] ?? code)
  return { kind: reason.kind, names: names.join('; ') }
}
