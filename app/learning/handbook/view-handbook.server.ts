import { itemVersion } from '~/assessment/content.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { leadsTo } from '../leads-to.server'
import { minutesOf, type ModuleVersion } from '../module'
import { fillLocal, type LocalTexts } from '../render/fill-local'
import { renderLesson } from '../render/render.server'
import { paperQuestions } from './handbook'

export type HandbookView = ReturnType<typeof viewHandbook>

/** A whole module on one page, in one language; `prefix` keeps the ids of its lessons apart. */
export function viewHandbook(module: ModuleVersion, locale: Locale, texts: LocalTexts) {
  const items = module.lessons.flatMap(({ checks }) => checks.map(itemVersion))
  return {
    code: module.code,
    title: module.title[locale],
    aim: module.aim[locale],
    audiences: module.for,
    competencies: leadsTo(module),
    minutes: minutesOf(module),
    version: module.version,
    printedOn: vietnamDay(now()),
    lessons: module.lessons.map((lesson, i) => {
      const prefix = `l${i + 1}-`
      return {
        id: `l${i + 1}`,
        number: i + 1,
        title: lesson.title[locale],
        minutes: lesson.minutes,
        rendered: fillLocal(renderLesson(module, lesson.code, locale, prefix), texts),
      }
    }),
    questions: paperQuestions(items, locale),
  }
}

export type SummariesView = ReturnType<typeof viewSummaries>

/** The summaries of a module, each for a sheet of its own. */
export function viewSummaries(module: ModuleVersion, locale: Locale, texts: LocalTexts) {
  return {
    code: module.code,
    title: module.title[locale],
    version: module.version,
    lessons: module.lessons.length,
    printedOn: vietnamDay(now()),
    sheets: module.lessons.flatMap((lesson, i) => {
      const { summary } = fillLocal(renderLesson(module, lesson.code, locale), texts)
      if (!summary) return []
      const { code, title, aim } = lesson
      return [{ code, number: i + 1, title: title[locale], aim: aim[locale], summary }]
    }),
  }
}
