import { z } from 'zod'
import { bilingual } from '~/competency/framework'

/** Short, since an answer names parts by it, also in a visitor's cookie. */
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,11}$/)
const choice = z.object({ id, vi: z.string().min(1), en: z.string().min(1) })
/** `feedback` tells a learner why this part is right or wrong. */
const option = choice.extend({ correct: z.boolean().optional(), feedback: bilingual.optional() })
const pair = z.object({ id, left: bilingual, right: bilingual, feedback: bilingual.optional() })
/** What an answer takes, by the revised taxonomy of Anderson and Krathwohl 2001 (A Taxonomy for Learning, Teaching, and Assessing, ch. 5). */
export const cognitiveTypes = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const

const base = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  version: z.number().int().min(1),
  level: z.number().int().min(1).max(8),
  stem: bilingual,
  explanation: bilingual,
  source: z.string().optional(),
  cognitive: z.enum(cognitiveTypes).optional(),
  /** Items made alike: nobody is asked two of one family in a quiz. */
  family: z.string().optional(),
  /** The author's estimate in logits, where it differs from that of the level. */
  difficulty: z.number().min(-4).max(4).optional(),
  /** A new item is tried unscored first. */
  pilot: z.boolean().optional(),
})

const ofEveryKind = <S extends z.ZodRawShape>(more: S) => {
  const all = base.extend(more)
  return z.discriminatedUnion('kind', [
    all.extend({ kind: z.literal('single'), options: z.array(option).min(2) }),
    all.extend({ kind: z.literal('multiple'), options: z.array(option).min(3) }),
    all.extend({
      kind: z.literal('matching'),
      pairs: z.array(pair).min(2),
      extra: z.array(choice.extend({ feedback: bilingual.optional() })).optional(),
    }),
    all.extend({ kind: z.literal('ordering'), steps: z.array(choice).min(3) }),
    all.extend({
      kind: z.literal('numeric'),
      answer: z.number(),
      tolerance: z.number().min(0).default(0),
      unit: bilingual.optional(),
    }),
  ])
}

const itemSchema = ofEveryKind({ purpose: z.enum(['measure', 'teach']) })

/** An item of a module's items.yaml: it teaches, and names its competency itself. */
export const teachingItemSchema = ofEveryKind({ competency: z.string() })

/** One item in both languages. An item measures or teaches, never both. */
export type Item = z.infer<typeof itemSchema> & { competency: string }
export type ItemKind = Item['kind']

/** An item as stored: `id` is `<code>@<version>`. */
export type ItemVersion = Item & { id: string }

/** The code of a stored item, from its id. */
export function codeOfItem(id: string): string {
  return id.slice(0, id.lastIndexOf('@'))
}

export const itemFileSchema = z.object({ competency: z.string(), items: z.array(itemSchema).min(1) })

/** What is wrong with an item beyond its shape, as keys of the texts of content; empty when nothing is. */
export function itemFaults(item: Item): string[] {
  const faults: string[] = []
  if (item.purpose === 'measure' && !/^\d\.\d-[1-8][a-z]$/.test(item.code)) faults.push('item.measureCode')
  if (item.purpose === 'measure' && !item.code.startsWith(`${item.competency}-${item.level}`))
    faults.push('item.codeNames')
  if ('options' in item) {
    const right = item.options.filter(({ correct }) => correct).length
    if (item.kind === 'single' && right !== 1) faults.push('item.oneCorrect')
    if (item.kind === 'multiple' && (right < 1 || right === item.options.length))
      faults.push('item.someCorrect')
  }
  const ids =
    'options' in item
      ? item.options
      : 'steps' in item
        ? item.steps
        : 'pairs' in item
          ? [...item.pairs, ...(item.extra ?? [])]
          : []
  if (new Set(ids.map(({ id }) => id)).size !== ids.length) faults.push('item.sameId')
  return faults
}
