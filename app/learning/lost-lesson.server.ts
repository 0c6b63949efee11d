import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { lessonPlace, type LessonPlace } from './card'
import { movedTo } from './lesson-order'
import type { ModuleVersion } from './module'
import { currentModule, moduleVersion } from './modules.server'

/** A lesson that its module no longer has, and the way on. */
export type LostLesson = {
  module: { code: string; title: string }
  /** The title that it had. */
  title: string
  to: { module: { code: string; title: string }; lesson: LessonPlace } | null
}

/** What became of a lesson that `module` does not have; refuses what it never had. */
export function lostLesson(module: ModuleVersion, lessonCode: string, locale: Locale): LostLesson {
  const before = reader.sql
    .all<{ id: string }>('SELECT id FROM ModuleVersion WHERE code = ? ORDER BY version DESC', module.code)
    .flatMap(({ id }) => lessonPlace(moduleVersion(id), lessonCode, locale) ?? [])[0]
  const to = wayOn(module, lessonCode, locale)
  if (!before && !to) throw refuse('notFound')
  return { module: named(module, locale), title: before?.title ?? to!.lesson.title, to }
}

/** Follows a lesson that moved, perhaps more than once, to where it is now. */
function wayOn(module: ModuleVersion, lessonCode: string, locale: Locale, steps = 5): LostLesson['to'] {
  const target = movedTo(module, lessonCode)
  const there = target && currentModule(target.module)
  if (!there) return null
  const lesson = lessonPlace(there, target.lesson, locale)
  if (lesson) return { module: named(there, locale), lesson }
  return steps > 0 ? wayOn(there, target.lesson, locale, steps - 1) : null
}

const named = (module: ModuleVersion, locale: Locale) => ({ code: module.code, title: module.title[locale] })
