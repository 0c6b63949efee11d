import { checkView, isCheck, type CheckView } from '~/learning/lesson-check'
import { localTexts } from '~/learning/local-texts.server'
import { fillLocal } from '~/learning/render/fill-local'
import { renderText } from '~/learning/render/render.server'
import type { Rendered } from '~/learning/render/rendered'
import { refuse } from '~/platform/http/errors'
import { locales, type Bilingual, type Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'
import { checksOf, type DraftLesson, type DraftModule } from './draft-module'
import { newestItems } from './library.server'
import { minutesOf } from './module-check'

/** A lesson being written as a learner will read it, in one language. */
export type ShownLesson = {
  id: string
  title: string
  minutes: number
  rendered: Rendered
  /** By the ids of their versions. */
  checks: Record<string, CheckView>
}

/** A lesson as a learner reads it; `prefix` keeps its ids apart from others of the page. */
export function showLesson(
  actor: Actor,
  data: DraftModule,
  lesson: DraftLesson,
  locale: Locale,
  prefix: string,
): ShownLesson {
  const items = [...newestItems(checksOf(lesson)).values()]
  const text = { text: lesson.text, title: lesson.title, checks: items.map(({ id }) => id) }
  return {
    id: lesson.id,
    title: lesson.title[locale],
    minutes: minutesOf(lesson),
    rendered: fillLocal(renderText(data, text, locale, prefix), localTexts(actor, locale)),
    checks: Object.fromEntries(
      items.flatMap((item) =>
        isCheck(item)
          ? [[item.id, { ...checkView(item, new URLSearchParams(), locale), code: `${prefix}${item.code}` }]]
          : [],
      ),
    ),
  }
}

/** A lesson of a draft to be looked at alone. */
export function viewLessonPreview(actor: Actor, id: string, lessonId: string, locale: Locale) {
  authorise(actor, 'studio.write')
  const draft = draftById(id)
  if (draft.kind !== 'module') throw refuse('notFound')
  const data = draft.data as DraftModule
  const lesson = data.lessons.find((each) => each.id === lessonId)
  if (!lesson) throw refuse('notFound')
  return { id, state: draft.state, shown: showLesson(actor, data, lesson, locale, 'p-') }
}

/** A module as its reviewer reads it. */
export type ShownModule = {
  title: Bilingual
  aim: Bilingual
  lessons: { vi: ShownLesson; en: ShownLesson; aim: Bilingual; summary: Bilingual }[]
  guide: Record<Locale, Rendered> | null
  quiz: { pass: number; draw: number; items: { code: string; stem: Bilingual }[] }
}

/** Each lesson of a module in both languages, and the questions of its quiz. */
export function showModule(actor: Actor, data: DraftModule): ShownModule {
  const items = newestItems(data.quiz.items)
  const inBoth = <T>(make: (locale: Locale) => T): Record<Locale, T> => ({ vi: make('vi'), en: make('en') })
  const guided = locales.some((locale) => data.guide[locale].trim() !== '')
  const guide = { text: data.guide, title: data.title, checks: [] }
  return {
    ...{ title: data.title, aim: data.aim },
    lessons: data.lessons.map((lesson) => {
      const shown = inBoth((locale) => showLesson(actor, data, lesson, locale, `${lesson.id}-${locale}-`))
      const summary = { vi: shown.vi.rendered.summary, en: shown.en.rendered.summary }
      return { ...shown, aim: lesson.aim, summary }
    }),
    guide: guided
      ? inBoth((locale) =>
          fillLocal(renderText(data, guide, locale, `guide-${locale}-`), localTexts(actor, locale)),
        )
      : null,
    quiz: {
      ...{ pass: data.quiz.pass, draw: data.quiz.draw ?? data.quiz.items.length },
      items: data.quiz.items.map((code) => ({ code, stem: items.get(code)?.stem ?? { vi: '', en: '' } })),
    },
  }
}
