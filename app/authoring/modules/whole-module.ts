import type { Module } from '~/learning/module'
import { checksOf, storedFigures, type DraftModule } from './draft-module'
import { minutesOf, type Library } from './module-check'

/** A draft without faults as a module is stored, with the newest version of each question. */
export function wholeModule(data: DraftModule, { items }: Pick<Library, 'items'>): Module {
  const { code, title, aim, competencies, requires, practice, quiz, guide, moved } = data
  const codes = new Set(data.lessons.map((lesson) => lesson.code))
  const versionOf = (item: string) => items.get(item)?.id ?? []
  return {
    ...{ code, version: data.version, title, aim, for: data.for, requires, practice },
    competencies: competencies.map(({ code: competency, level }) => ({
      ...{ code: competency, level: level ?? 1 },
    })),
    lessons: data.lessons.map((lesson) => ({
      ...{ code: lesson.code, minutes: minutesOf(lesson), title: lesson.title, aim: lesson.aim },
      ...{ text: lesson.text, checks: checksOf(lesson).flatMap(versionOf) },
    })),
    guide: guide.vi.trim() === '' && guide.en.trim() === '' ? null : guide,
    quiz: { ...quiz, draw: quiz.draw ?? quiz.items.length, items: quiz.items.flatMap(versionOf) },
    figures: storedFigures(data),
    moved: Object.fromEntries(Object.entries(moved).filter(([from]) => !codes.has(from))),
  }
}
