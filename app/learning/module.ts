import { z } from 'zod'
import { bilingual } from '~/competency/framework'
import type { Bilingual, Locale } from '~/platform/i18n/locale'

/** Whom a module is for: commune staff, members of a community team, anyone. */
export const audiences = ['staff', 'team', 'citizen'] as const
export type Audience = (typeof audiences)[number]

/** When a learner is told how an answer was: after each, or when the quiz has ended. */
export const feedbackTimes = ['once', 'end'] as const

/** How a closing quiz is asked. Left out: without a limit of time or of attempts, told at once, in an order drawn anew. */
export type QuizRules = {
  minutes?: number
  /** So many attempts at one version. */
  attempts?: number
  feedback?: (typeof feedbackTimes)[number]
  /** False: the questions stand in the order of the list. */
  shuffle?: boolean
}

export const quizRules = {
  minutes: z.number().int().min(1).max(240).optional(),
  attempts: z.number().int().min(1).max(20).optional(),
  feedback: z.enum(feedbackTimes).optional(),
  shuffle: z.boolean().optional(),
}

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** module.yaml of a folder in content/modules (docs/content-format.md). */
export const manifestSchema = z.strictObject({
  code,
  version: z.number().int().min(1),
  title: bilingual,
  aim: bilingual,
  for: z.array(z.enum(audiences)).min(1),
  competencies: z.array(z.strictObject({ code: z.string(), level: z.number().int().min(1).max(8) })).min(1),
  requires: z.array(code).default([]),
  /** Practice tasks that belong to it. */
  practice: z.array(code).default([]),
  lessons: z
    .array(
      z.strictObject({
        code,
        minutes: z.number().int().min(1).max(30),
        title: bilingual,
        aim: bilingual,
      }),
    )
    .min(1)
    .max(12),
  quiz: z.strictObject({
    pass: z.number().int().min(1).max(100),
    draw: z.number().int().min(1).optional(),
    items: z.array(z.string()).min(1),
    ...quizRules,
  }),
  moved: z.record(code, z.string()).default({}),
})

export type Manifest = z.infer<typeof manifestSchema>

/** A figure of a module in one language: a checked drawing that stands in the page, or a picture served by its hash. */
export type FigureSource =
  | { kind: 'drawing'; svg: string; width: number; height: number }
  | { kind: 'picture'; hash: string; width: number; height: number; bytes: number }

export type Lesson = {
  code: string
  minutes: number
  title: Bilingual
  aim: Bilingual
  /** Markdown in both languages. */
  text: Bilingual
  /** Versions of the items that are checks of this lesson, in order. */
  checks: string[]
}

/** A module as it is stored: everything that its pages, its quiz and its handbook are made of. */
export type Module = Omit<Manifest, 'lessons' | 'quiz'> & {
  lessons: Lesson[]
  /** For those who teach others with it. */
  guide: Bilingual | null
  /** `items` are versions; each attempt is asked `draw` of them. */
  quiz: QuizRules & { pass: number; draw: number; items: string[] }
  /** By the path in the Markdown, such as figures/mail.svg. */
  figures: Record<string, Record<Locale, FigureSource>>
}

/** A stored version; `id` is `<code>@<version>`. */
export type ModuleVersion = Module & { id: string; hash: string }

/** Open to anyone, without an account. */
export function isOpen(module: Pick<Module, 'for'>): boolean {
  return module.for.includes('citizen')
}

export function minutesOf(module: Pick<Module, 'lessons'>): number {
  return module.lessons.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Versions from before the printed sheets have none. */
export function hasSummary({ text }: Pick<Lesson, 'text'>): boolean {
  return /^:::\s*summary\s*$/m.test(text.vi)
}
