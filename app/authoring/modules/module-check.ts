import { teachingItemSchema, type ItemVersion } from '~/assessment/item'
import type { Problem } from '~/formats/problem'
import type { Manifest } from '~/learning/module'
import { readManifest } from '~/learning/pack/check-manifest'
import { checkModule, readingMinutes } from '~/learning/pack/check-module'
import { standardFaults, summaryFaults } from '~/learning/pack/lesson-standard'
import type { Known, PackFile, PackFiles } from '~/learning/pack/pack-file'
import { aimFaults, readText, twinFaults } from '~/learning/pack/text-shape'
import type { DraftFault } from '../drafts/draft-kind'
import { checksOf, type DraftLesson, type DraftModule } from './draft-module'
import { withCode, withLessonCodes } from './module-codes'

/** What a module is checked against: the rest of the library. */
export type Library = {
  known: Known
  /** The modules that are served, by their codes. */
  modules: Map<string, Manifest>
  /** The newest version of each item that the module names and that there is, by its code. */
  items: Map<string, ItemVersion>
}

/** Minutes that a lesson takes where its author names none. */
export function minutesOf({ minutes, text }: DraftLesson): number {
  return minutes ?? Math.min(30, Math.max(1, Math.round(readingMinutes(readText('', text.vi)))))
}

/**
 * What keeps a module without empty texts from being served: the check that the files of content/ pass when they are
 * loaded, on the same module as files. The values of a fault may name the `line` and `language` of the text.
 */
export function moduleFaults(data: DraftModule, library: Library): DraftFault[] {
  return problemsOf(data, library, false)
}

/** What the standard of lessons advises beyond that. */
export function moduleAdvice(data: DraftModule, library: Library): DraftFault[] {
  const serious = new Set(problemsOf(data, library, false).map((each) => JSON.stringify(each)))
  return problemsOf(data, library, true).filter((each) => !serious.has(JSON.stringify(each)))
}

function problemsOf(draft: DraftModule, { known, modules, items }: Library, standard: boolean): DraftFault[] {
  const data = withLessonCodes(withCode(draft, () => false))
  const manifest = readManifest(data.code, JSON.stringify(manifestOf(data)))
  const others = new Map<string, Manifest | null>([...modules, [data.code, manifest.source.value ?? null]])
  const { problems } = checkModule(manifest, filesOf(data, items), others, known, standard)
  // Items of the bank have names of their own; a figure that no text shows is left out.
  return problems
    .filter(({ key }) => !['item.code', 'figure.unused', 'items.missing'].includes(key))
    .map((problem) => faultAt(data, problem))
}

function manifestOf(data: DraftModule): object {
  const { code, version, title, aim, competencies, requires, practice, quiz, moved } = data
  const { draw, ...rules } = quiz
  const codes = new Set(data.lessons.map((lesson) => lesson.code))
  return {
    ...{ code, version: Math.max(1, version), title, aim, for: data.for, competencies, requires, practice },
    lessons: data.lessons.map((lesson) => ({
      ...{ code: lesson.code, minutes: minutesOf(lesson), title: lesson.title, aim: lesson.aim },
    })),
    quiz: { ...rules, ...(draw === null ? {} : { draw }) },
    moved: Object.fromEntries(Object.entries(moved).filter(([from]) => !codes.has(from))),
  }
}

/** A module as the files of a folder of content/modules. */
function filesOf(data: DraftModule, items: Library['items']): PackFiles {
  const files: PackFiles = new Map()
  const text = (name: string, words: string) =>
    files.set(name, { kind: 'text', text: words, size: new TextEncoder().encode(words).length })
  for (const { code, text: both } of data.lessons) {
    text(`${code}.vi.md`, both.vi)
    text(`${code}.en.md`, both.en)
  }
  if (data.guide.vi.trim() !== '' || data.guide.en.trim() !== '') {
    text('guide.vi.md', data.guide.vi)
    text('guide.en.md', data.guide.en)
  }
  for (const [path, { vi, en }] of Object.entries(data.figures)) {
    if (vi.kind === 'picture') files.set(path, pictureFile(vi))
    else if (en.kind === 'drawing' && en.svg !== vi.svg) {
      text(path.replace(/\.svg$/, '.vi.svg'), vi.svg)
      text(path.replace(/\.svg$/, '.en.svg'), en.svg)
    } else text(path, vi.svg)
  }
  const named = [...new Set([...data.lessons.flatMap(checksOf), ...data.quiz.items])]
  const found = named.flatMap((code, i) => {
    const item = items.get(code)
    if (!item) return []
    const src = `figures/of-item-${i + 1}.webp`
    if (item.picture) files.set(src, pictureFile({ width: 1, height: 1, bytes: 1 }))
    const own = item.picture ? { ...item, picture: { ...item.picture, src } } : item
    // As a file would have it: without what a stored version has beside.
    return teachingItemSchema.safeParse(own).data ?? own
  })
  if (found.length > 0) text('items.yaml', JSON.stringify({ items: found }))
  return files
}

function pictureFile({ width, height, bytes }: { width: number; height: number; bytes: number }): PackFile {
  return { kind: 'picture', width, height, size: bytes }
}

const places: Record<string, string> = {
  competency: 'competencies',
  requires: 'requires',
  practice: 'practice',
  quiz: 'quiz.items',
  item: 'quiz.items',
  items: 'quiz.items',
  lessons: 'lessons',
}

/** A problem of a file as a fault of the part that the file stands for. */
function faultAt(data: DraftModule, { file, line, key, values = {} }: Problem): DraftFault {
  const [, name = '', language = ''] = /\/([^/]+)\.(vi|en)\.md$/.exec(file) ?? []
  const lesson = data.lessons.find(({ code }) => code === (name || values.lesson))
  const said = lesson && 'lesson' in values ? { ...values, lesson: lesson.title.vi } : values
  if (name === 'guide') return { key, values: { ...said, line, language }, path: 'guide' }
  if (name && lesson) return { key, values: { ...said, line, language }, path: `lessons.${lesson.id}.text` }
  if (lesson) return { key, values: said, path: `lessons.${lesson.id}.minutes` }
  const path = places[key.split('.')[0]!]
  return path ? { key, values: said, path } : { key, values: said }
}

/** What a lesson's own texts still want, while it is being written: both what is wrong and what the standard advises. */
export function lessonAdvice(lesson: DraftLesson, data: DraftModule, library: Library): DraftFault[] {
  const [vi, en] = [readText('vi', lesson.text.vi), readText('en', lesson.text.en)]
  const problems = [vi, en]
    .filter((_, i) => lesson.text[i === 0 ? 'vi' : 'en'].trim() !== '')
    .flatMap((shape): Problem[] => [
      ...shape.problems,
      ...aimFaults(shape),
      ...standardFaults(shape),
      ...shape.figures.flatMap(({ path, line }) =>
        path in data.figures ? [] : [{ file: shape.file, line, key: 'figure.missing', values: { path } }],
      ),
      ...shape.checks.flatMap(({ code, line }) => {
        const kind = library.items.get(code)?.kind
        const key = kind ? (kind === 'single' || kind === 'multiple' ? null : 'check.kind') : 'check.unknown'
        return key ? [{ file: shape.file, line, key, values: { item: code } }] : []
      }),
      ...shape.locals.flatMap(({ code, line }) =>
        library.known.locals.has(code)
          ? []
          : [{ file: shape.file, line, key: 'local.unknown', values: { code } }],
      ),
    ])
  const both = lesson.text.vi.trim() !== '' && lesson.text.en.trim() !== ''
  const computed = readingMinutes(vi)
  const off = lesson.minutes !== null && Math.abs(computed - lesson.minutes) > 1.5
  const minutes = { lesson: lesson.title.vi, minutes: lesson.minutes ?? 0, computed: Math.round(computed) }
  return [
    ...problems.map(({ file, line, key, values = {} }) => ({
      ...{ key, values: { ...values, line, language: file }, path: `lessons.${lesson.id}.text` },
    })),
    ...[...summaryFaults(vi), ...(both ? twinFaults(vi, en) : [])].map(
      ({ file, line, key, values = {} }) => ({
        ...{ key, values: { ...values, line, language: file }, path: `lessons.${lesson.id}.text` },
      }),
    ),
    ...(off ? [{ key: 'lesson.minutes', values: minutes, path: `lessons.${lesson.id}.minutes` }] : []),
  ]
}
