import { z } from 'zod'
import { codeOfItem } from '~/assessment/item'
import { fold } from '~/formats/fold'
import { audiences, quizRules, type Module } from '~/learning/module'
import { readText } from '~/learning/pack/text-shape'
import type { DraftText } from '../drafts/draft-kind'

const line = z.string().max(2000)
const both = z.object({ vi: line, en: line })
/** Markdown of a lesson in one language. */
const longest = 60_000
const text = z.object({ vi: z.string().max(longest), en: z.string().max(longest) })
const code = z.string().max(60)

const source = z.union([
  z.object({ kind: z.literal('drawing'), svg: z.string(), width: z.number(), height: z.number() }),
  z.object({
    kind: z.literal('picture'),
    hash: z.string().regex(/^[0-9a-f]{32}$/),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
  }),
])

/** `alt` is what an author is given to put into the Markdown; a figure that came with content/ has it there alone. */
const figure = z.object({ vi: source, en: source, alt: both.optional() })

/** `id` stays for the life of the draft; `code`, by which learners reach the lesson, is given once and then stays too. */
const lesson = z
  .object({
    id: z.string().max(60).optional(),
    code,
    /** Null: what reading takes. */
    minutes: z.number().int().min(1).max(30).nullable(),
    title: both,
    aim: both,
    text,
  })
  .transform(({ id, ...rest }) => ({ id: id ?? rest.code, ...rest }))

/** Items are named by their codes; publishing takes the newest version of each. */
const itemCode = z
  .string()
  .max(80)
  .transform((id) => (id.includes('@') ? codeOfItem(id) : id))

/** A module being written: texts may be empty, parts may lack. A stored version is one too. */
export const draftModuleSchema = z.object({
  code,
  version: z.number().int().min(0),
  title: both,
  aim: both,
  for: z.array(z.enum(audiences)),
  competencies: z.array(
    z.object({ code: z.string().max(20), level: z.number().int().min(1).max(8).nullable() }),
  ),
  requires: z.array(code),
  practice: z
    .array(code)
    .optional()
    .transform((codes) => codes ?? []),
  lessons: z.array(lesson).max(12),
  guide: text.nullable().transform((guide) => guide ?? { vi: '', en: '' }),
  quiz: z.object({
    pass: z.number().int().min(1).max(100),
    /** Null: all. */
    draw: z.number().int().min(1).max(200).nullable(),
    items: z.array(itemCode).max(200),
    ...quizRules,
  }),
  figures: z.record(z.string(), figure),
  moved: z.record(z.string(), z.string()),
})

export type DraftModule = z.infer<typeof draftModuleSchema>
export type DraftLesson = DraftModule['lessons'][number]
export type DraftFigure = DraftModule['figures'][string]

const nothing = { vi: '', en: '' }

/** A lesson with nothing in it yet. */
export function emptyLesson(id: string): DraftLesson {
  return { id, code: '', minutes: null, title: nothing, aim: nothing, text: nothing }
}

/** A new module with one empty lesson. */
export function emptyModule(): DraftModule {
  return {
    ...{ code: '', version: 1, title: nothing, aim: nothing, for: ['staff'] },
    ...{ competencies: [], requires: [], practice: [], lessons: [emptyLesson('b1')], guide: nothing },
    ...{ quiz: { pass: 80, draw: null, items: [] }, figures: {}, moved: {} },
  }
}

/** An id that no lesson of a module has. */
export function freeLessonId(lessons: readonly Pick<DraftLesson, 'id'>[]): string {
  const taken = new Set(lessons.map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`b${n}`)) return `b${n}`
}

/** The texts of a module in both languages, in reading order; a guide that nobody has begun is none. */
export function textsOfModule({ title, aim, lessons, guide }: DraftModule): DraftText[] {
  const guided = guide.vi.trim() !== '' || guide.en.trim() !== ''
  return [
    { path: 'title', text: title },
    { path: 'aim', text: aim },
    ...lessons.flatMap((each) =>
      (['title', 'aim', 'text'] as const).map((part) => ({
        path: `lessons.${each.id}.${part}`,
        text: each[part],
      })),
    ),
    ...(guided ? [{ path: 'guide', text: guide }] : []),
  ]
}

/**
 * Words as a code: without marks, joined by hyphens, at most `most` characters.
 * @example slug('Nhận biết thư lừa đảo') // 'nhan-biet-thu-lua-dao'
 */
export function slug(words: string, most = 40): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '')
}

/** A code that is not taken: `wanted`, or with a number behind it. */
export function freeCode(wanted: string, isTaken: (code: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  for (let n = 2; ; n++) if (!isTaken(`${wanted}-${n}`)) return `${wanted}-${n}`
}

/** The codes of the checks of a lesson, in the order of its Vietnamese text, or of the English where that has none. */
export function checksOf({ text: { vi, en } }: Pick<DraftLesson, 'text'>): string[] {
  const named = (markdown: string) => readText('', markdown).checks.map(({ code: found }) => found)
  const checks = named(vi)
  return [...new Set(checks.length > 0 ? checks : named(en))]
}

/** The figures that the texts of a module name, by their paths. */
export function figuresUsed({ lessons, guide }: Pick<DraftModule, 'lessons' | 'guide'>): Set<string> {
  const texts = [...lessons.map((each) => each.text), guide].flatMap(({ vi, en }) => [vi, en])
  return new Set(texts.flatMap((each) => readText('', each).figures.map(({ path }) => path)))
}

/** The figures that a version is stored with: those that its texts show, without what only authors read. */
export function storedFigures(data: DraftModule): Module['figures'] {
  const used = figuresUsed(data)
  const shown = Object.entries(data.figures).filter(([path]) => used.has(path))
  return Object.fromEntries(shown.map(([path, { vi, en }]) => [path, { vi, en }]))
}
