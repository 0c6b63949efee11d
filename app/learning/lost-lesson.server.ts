import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { lessonPlace, type LessonPlace } from './card'
import type { ModuleVersion } from './module'
import { currentModule, moduleVersion } from './modules.server'
import { trail } from './moves'
import { lessonMoves } from './moves.server'

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

/** Where a lesson that moved, perhaps more than once, is now. */
function wayOn(from: ModuleVersion, lessonCode: string, locale: Locale): LostLesson['to'] {
  const [, ...places] = trail(`${from.code}/${lessonCode}`, lessonMoves())
  for (const place of places.reverse()) {
    const [code = '', lesson] = place.split('/')
    const module = currentModule(code)
    const found = module && lessonPlace(module, lesson, locale)
    if (found) return { module: named(module, locale), lesson: found }
  }
  return null
}

const named = (module: ModuleVersion, locale: Locale) => ({ code: module.code, title: module.title[locale] })
