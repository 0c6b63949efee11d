import { z } from 'zod'
import type { Problem } from '~/formats/problem'
import { readYaml } from '~/formats/yaml-source'
import type { Bilingual } from '~/platform/i18n/locale'

/** Characters of a value: it stands inside a sentence. */
export const factLimit = 120

const text = z.string().trim().min(1)
const pair = z.strictObject({ vi: text, en: text })
const value = text.max(factLimit)

/** content/places/local-facts.yaml: what differs from place to place and stands in lessons as `[[code]]`. */
const fileSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      kind: z.enum(['phone', 'address', 'text']),
      name: pair,
      /** What is shown until a province says otherwise; fits inside a sentence. */
      default: z.strictObject({ vi: value, en: value }),
      hint: pair,
      source: z.string().optional(),
    }),
  ),
})

export type LocalFact = z.infer<typeof fileSchema>['facts'][number]

export const factsFile = 'places/local-facts.yaml'

/** The facts of the file, and what is wrong with it. */
export function readLocalFacts(yaml: string): { facts: LocalFact[]; problems: Problem[] } {
  const { value: read, problems, lineOf } = readYaml(factsFile, yaml, fileSchema)
  const facts = read?.facts ?? []
  const twice = facts.flatMap(({ code }, at): Problem[] =>
    facts.findIndex((each) => each.code === code) < at
      ? [{ file: factsFile, line: lineOf(['facts', at]), key: 'local.twice', values: { code } }]
      : [],
  )
  return { facts, problems: [...problems, ...twice] }
}

/** What a text says in the place of a fact; a telephone number can be called. */
export type FactText = { text: string; call: string | null }

const oneNumber = /^\+?\d[\d .()-]*$/

export function factText({ kind }: Pick<LocalFact, 'kind'>, words: string): FactText {
  const digits = words.replace(/\D/g, '')
  const callable = kind === 'phone' && oneNumber.test(words) && digits.length >= 3 && digits.length <= 15
  return { text: words, call: callable ? `${words.startsWith('+') ? '+' : ''}${digits}` : null }
}

/** A value as it is kept: one line, letters put together in one way. */
export function asValue(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Characters that nobody sees and that can turn a line round. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

const typed = z
  .string()
  .default('')
  .transform(asValue)
  .refine((words) => words.length <= factLimit, 'error.long')
  .refine((words) => !unseen.test(words), 'error.unseen')
const row = z.object({
  code: z.string(),
  /** The row in force when the page was made; 0 for the default. */
  seen: z.coerce.number().int().min(0),
  vi: typed,
  en: typed,
  reset: z.literal('yes').optional(),
})

/** The form of the screen: both languages of a fact, or neither, which is the default. */
export const factsFormSchema = z
  .object({ facts: z.array(row).default([]) })
  .superRefine(({ facts }, context) => {
    facts.forEach(({ vi, en, reset }, at) => {
      if (reset || (vi === '') === (en === '')) return
      const language = vi === '' ? 'vi' : 'en'
      context.addIssue({ code: 'custom', path: ['facts', at, language], message: `error.${language}` })
    })
  })

export type FactEdit = { code: string; seen: number; value: Bilingual | null }

/** What the form asks for, fact by fact; null is the default again. */
export function editsOf({ facts }: z.output<typeof factsFormSchema>): FactEdit[] {
  return facts.map(({ code, seen, vi, en, reset }) => ({
    code,
    seen,
    value: reset || vi === '' ? null : { vi, en },
  }))
}
