import { codeOfItem } from '~/assessment/item'
import { itemVersion } from '~/assessment/content.server'
import { presentScenarios } from '~/assessment/practice/versions.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { fold } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { revisionOf } from '../drafts/find-draft.server'
import { openEditor } from '../editor/open-editor.server'
import { figuresUsed, type DraftModule } from './draft-module'
import { libraryFor, newestItems } from './library.server'
import { lessonAdvice, minutesOf, moduleAdvice, moduleFaults } from './module-check'
import { figureLine } from './markdown-lines'
import { moduleDrafts } from './module-kind'
import { showLesson } from './show-module.server'

/** What every page on which a module is written has. */
async function openModule(actor: Actor, id: string) {
  const { draft, others, comments } = await openEditor(actor, id, 'module')
  return { draft: { ...draft, data: draft.data as DraftModule }, others, comments }
}

/** The module itself with its list of lessons. `removed` is a lesson just taken out, which revision `at` had. */
export async function viewModuleEditor(
  actor: Actor,
  id: string,
  { removed, at }: { removed: string | null; at: number },
) {
  const opened = await openModule(actor, id)
  const { data } = opened.draft
  const library = libraryFor(data)
  const { domains, levels } = latestFramework(profileFramework).framework
  const earlier = removed ? (revisionOf(opened.draft, at) as DraftModule | null) : null
  const gone = earlier?.lessons.find((lesson) => lesson.id === removed)
  const isWhole = moduleDrafts.faultsOf(data).length === 0
  return {
    ...{ ...opened, domains, levels },
    modules: [...library.modules.values()]
      .filter(({ code }) => code !== data.code)
      .map(({ code, title }) => ({ code, title })),
    tasks: presentScenarios('teach').map(({ code, title }) => ({ code, title })),
    lessons: data.lessons.map((lesson) => ({
      ...{ id: lesson.id, minutes: minutesOf(lesson) },
      advice: lessonAdvice(lesson, data, library).length,
    })),
    advice: isWhole ? [...moduleFaults(data, library), ...moduleAdvice(data, library)] : null,
    removed: gone && !data.lessons.some((lesson) => lesson.id === removed) ? { lesson: gone, at } : null,
  }
}

export type ModuleEditorView = Awaited<ReturnType<typeof viewModuleEditor>>

/** One lesson with how it will be read; refuses one that the module does not have. */
export async function viewLessonEditor(actor: Actor, id: string, lessonId: string) {
  const opened = await openModule(actor, id)
  const { data } = opened.draft
  const at = data.lessons.findIndex((each) => each.id === lessonId)
  const lesson = data.lessons[at]
  if (!lesson) throw refuse('notFound')
  return {
    ...{ ...opened, lesson, number: at + 1 },
    advice: lessonAdvice(lesson, data, libraryFor(data)),
    shown: {
      vi: showLesson(actor, data, lesson, 'vi', 'vi-'),
      en: showLesson(actor, data, lesson, 'en', 'en-'),
    },
    checks: checksToTake(data),
  }
}

export type LessonEditorView = Awaited<ReturnType<typeof viewLessonEditor>>

export type Question = { code: string; kind: string; competency: string; level: number; stem: Bilingual }

const mostFound = 30

/** The teaching items in use, by code; the newest version of each. */
function questions(): Question[] {
  const rows = reader.sql.all<{ id: string }>(
    `SELECT id FROM ItemVersion v WHERE purpose = 'teach' AND NOT retired
       AND version = (SELECT max(version) FROM ItemVersion WHERE code = v.code AND NOT retired) ORDER BY code`,
  )
  return rows.map(({ id }) => {
    const { kind, competency, level, stem } = itemVersion(id)
    return { code: codeOfItem(id), kind, competency, level, stem }
  })
}

/** Choices of the module's competencies, of which a lesson can make a check. */
function checksToTake({ competencies }: DraftModule): Question[] {
  const own = new Set(competencies.map(({ code }) => code))
  return questions()
    .filter(({ kind, competency }) => (kind === 'single' || kind === 'multiple') && own.has(competency))
    .slice(0, mostFound)
}

/** The closing quiz, and the teaching items that a search finds; without one, those of the module's competencies. */
export async function viewQuizEditor(
  actor: Actor,
  id: string,
  { q, competency }: { q: string; competency: string },
) {
  const opened = await openModule(actor, id)
  const { quiz, competencies } = opened.draft.data
  const words = fold(q).split(' ')
  const own = new Set(competencies.map(({ code }) => code))
  const found = questions().filter((each) => {
    if (quiz.items.includes(each.code)) return false
    if (competency ? each.competency !== competency : q === '' && own.size > 0 && !own.has(each.competency))
      return false
    const text = fold(`${each.code} ${each.stem.vi} ${each.stem.en}`)
    return words.every((word) => text.includes(word))
  })
  const chosen = newestItems(quiz.items)
  return {
    ...opened,
    ...{ q, competency, domains: latestFramework(profileFramework).framework.domains },
    chosen: quiz.items.map((code) => ({ code, stem: chosen.get(code)?.stem ?? null })),
    ...{ found: found.slice(0, mostFound), count: found.length },
  }
}

export type QuizEditorView = Awaited<ReturnType<typeof viewQuizEditor>>

/** The figures of a module, and which of them no text shows. */
export async function viewFigures(actor: Actor, id: string) {
  const opened = await openModule(actor, id)
  const used = figuresUsed(opened.draft.data)
  const figures = Object.entries(opened.draft.data.figures).map(([path, figure]) => ({
    ...{ path, figure, used: used.has(path) },
    line: { vi: lineOf(opened.draft.data, path, 'vi'), en: lineOf(opened.draft.data, path, 'en') },
  }))
  return { ...opened, figures }
}

/** The line that shows a figure, as a text has it already or as it can be written. */
function lineOf(data: DraftModule, path: string, locale: Locale): string {
  const texts = [...data.lessons.map(({ text }) => text[locale]), data.guide[locale]]
  const written = texts.flatMap((text) => text.split('\n')).find((line) => line.includes(`](${path}`))
  return written?.trim() ?? figureLine(path, data.figures[path] ?? {}, locale)
}

export type FiguresView = Awaited<ReturnType<typeof viewFigures>>
