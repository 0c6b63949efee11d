import { itemVersion } from '~/assessment/content.server'
import type { Locale } from '~/platform/i18n/locale'
import { lessonPlace, type LessonPlace } from './card'
import { pageLearner, type Learner, type PageLearner } from './learner.server'
import { checkView, isCheck, type CheckView } from './lesson-check'
import { afterLesson } from './lesson-order'
import { localTexts } from './local-texts.server'
import type { ModuleVersion } from './module'
import type { Progress } from './progress'
import { practiceOf } from './module-practice.server'
import { fillLocal } from './render/fill-local'
import { renderLesson } from './render/render.server'
import type { Rendered } from './render/rendered'

/** A lesson as it is read, in one language. */
export type LessonView = PageLearner & {
  module: { code: string; title: string; lessons: number }
  lesson: LessonPlace & { minutes: number }
  rendered: Rendered
  /** The last lesson, of a module with practice tasks for the reader. */
  practice: boolean
  /** By the id of the item's version. */
  checks: Record<string, CheckView>
  previous: LessonPlace | null
  /** Where the button at the end leads. */
  after: { kind: 'lesson'; lesson: LessonPlace } | { kind: 'quiz' } | { kind: 'module' }
  /** Whether it was read to its end before. */
  read: boolean
  /** What a report of a problem names; null for visitors, who have nobody to be answered. */
  report: string | null
}

export function viewLesson(
  learner: Learner,
  module: ModuleVersion,
  lessonCode: string,
  progress: Progress | null,
  search: URLSearchParams,
  locale: Locale,
): LessonView {
  const at = module.lessons.findIndex(({ code }) => code === lessonCode)
  const lesson = module.lessons[at]!
  const after = afterLesson(module, lessonCode, progress)
  const rendered = fillLocal(renderLesson(module, lessonCode, locale), localTexts(learner.actor, locale))
  return {
    module: { code: module.code, title: module.title[locale], lessons: module.lessons.length },
    lesson: { code: lesson.code, number: at + 1, title: lesson.title[locale], minutes: lesson.minutes },
    rendered,
    practice: at === module.lessons.length - 1 && practiceOf(learner.actor, module, locale).length > 0,
    checks: Object.fromEntries(
      lesson.checks.flatMap((id) => {
        const item = itemVersion(id)
        return isCheck(item) ? [[id, checkView(item, search, locale)]] : []
      }),
    ),
    previous: lessonPlace(module, module.lessons[at - 1]?.code, locale),
    after:
      after.kind === 'lesson' ? { kind: 'lesson', lesson: lessonPlace(module, after.code, locale)! } : after,
    read: progress?.read.includes(lessonCode) ?? false,
    report: learner.actor ? `${module.id}/${lesson.code}` : null,
    ...pageLearner(learner),
  }
}
