import { z } from 'zod'
import { isWhole, squaresIn } from './picture-areas'

/** Short, since an answer names parts by it, also in a visitor's cookie. */
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,11}$/)
/** What an answer takes, by the revised taxonomy of Anderson and Krathwohl 2001 (A Taxonomy for Learning, Teaching, and Assessing, ch. 5). */
export const cognitiveTypes = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const

/** A text of an item: whole in both languages, or in a draft perhaps still empty. */
const whole = z.string().trim().min(1)
const maybe = z.string()

/**
 * The kinds of item. `text` is what a text has to be, `some` whether a part needs others beside it; `first` and `last` are
 * what else an item carries, in the order in which it is stored: its hash depends on that.
 */
function itemKinds<T extends typeof maybe, F extends z.ZodRawShape, L extends z.ZodRawShape>(
  text: T,
  some: 0 | 1,
  first: F,
  last: L,
) {
  const both = z.object({ vi: text, en: text })
  const choice = z.object({ id, vi: text, en: text })
  /** `feedback` tells a learner why this part is right or wrong. */
  const told = { feedback: both.optional() }
  /** Percent of the points of an item that this part brings or costs; where one has it, all without it bring nothing. */
  const weighed = { weight: z.number().min(-100).max(100).optional() }
  const option = choice.extend({ correct: z.boolean().optional(), ...told, ...weighed })
  /** What a typed answer may be: matching either language's text. An empty text accepts nothing. */
  const accepted = z.object({ id, vi: maybe, en: maybe, ...told, ...weighed })
  const least = (count: number) => (some === 0 ? 0 : count)
  const area = z.object({
    id,
    name: both,
    shape: z.enum(['rectangle', 'circle', 'polygon']),
    /** In thousandths of the picture's width and height: left, top, right, bottom; centre and radius (of the width); or points. */
    at: z.array(z.number().min(0).max(1000)).min(3),
    correct: z.boolean().optional(),
    ...told,
  })
  /** `src` is a file beside the item; `figure` is the picture as it is stored and served, with the hash of that file. */
  const picture = z.object({
    src: z.string(),
    alt: both,
    figure: z
      .object({
        hash: z.string().regex(/^[0-9a-f]{32}$/),
        width: z.number().min(1),
        height: z.number().min(1),
        source: z.string().optional(),
      })
      .optional(),
  })
  const criterion = z.object({
    id,
    name: both,
    levels: z.array(z.object({ points: z.number().int().min(0).max(100), vi: text, en: text })).min(2),
  })
  const base = z.object({
    ...first,
    stem: both,
    /** What the stem speaks of. */
    picture: picture.optional(),
    explanation: both,
    source: z.string().optional(),
    cognitive: z.enum(cognitiveTypes).optional(),
    /** Items made alike: nobody is asked two of one family in a quiz. */
    family: z.string().optional(),
    /** The author's estimate in logits, where it differs from that of the level. */
    difficulty: z.number().min(-4).max(4).optional(),
    /** A new item is tried unscored first. */
    pilot: z.boolean().optional(),
    ...last,
  })
  return z.discriminatedUnion('kind', [
    base.extend({ kind: z.literal('single'), options: z.array(option).min(least(2)) }),
    base.extend({
      kind: z.literal('multiple'),
      /** Left out: in part. */
      scoring: z.enum(['all', 'part']).optional(),
      options: z.array(option).min(least(3)),
    }),
    base.extend({
      kind: z.literal('truefalse'),
      /** Left out: in part. */
      scoring: z.enum(['all', 'part']).optional(),
      statements: z.array(choice.extend({ correct: z.boolean(), ...told })).min(least(2)),
    }),
    base.extend({
      kind: z.literal('matching'),
      pairs: z.array(z.object({ id, left: both, right: both, ...told })).min(least(2)),
      extra: z.array(choice.extend(told)).optional(),
    }),
    base.extend({ kind: z.literal('ordering'), steps: z.array(choice).min(least(3)) }),
    base.extend({
      kind: z.literal('numeric'),
      answer: z.number(),
      tolerance: z.number().min(0).default(0),
      unit: both.optional(),
    }),
    base.extend({
      kind: z.literal('short'),
      answers: z.array(accepted).min(least(1)),
      /** Marks, case and spaces have to be typed as they stand; left out: they need not. */
      exact: z.boolean().optional(),
    }),
    base.extend({
      kind: z.literal('gaps'),
      /** Each gap stands in it once as {id}, in both languages. */
      text: both,
      gaps: z
        .array(
          z.union([
            z.object({ id, options: z.array(option).min(least(2)) }),
            z.object({ id, answers: z.array(accepted).min(least(1)), exact: z.boolean().optional() }),
          ]),
        )
        .min(least(1)),
    }),
    base.extend({
      kind: z.literal('point'),
      picture,
      areas: z.array(area).min(least(1)),
    }),
    base.extend({
      kind: z.literal('essay'),
      /** The most words that are taken. */
      most: z.number().int().min(20).max(2000).default(300),
      rubric: z.array(criterion).min(least(1)),
    }),
  ])
}

const level = z.number().int().min(1).max(8)
const named = {
  code: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  version: z.number().int().min(1),
  level,
}
const purpose = z.enum(['measure', 'teach'])
const itemSchema = itemKinds(whole, 1, named, { purpose })

/** An item of a module's items.yaml: it teaches, and names its competency itself. */
export const teachingItemSchema = itemKinds(whole, 1, named, { competency: z.string() })

/** An item being written or taken over from elsewhere: texts may be empty, parts may lack, the rest may be unknown yet. */
export const draftItemSchema = itemKinds(
  maybe,
  0,
  { code: z.string(), version: z.number().int().min(1).default(1), level: level.nullable() },
  {
    purpose,
    competency: z.string().nullable(),
    /** What another system called it, and the folders that it lay in there. */
    name: z.string().optional(),
    category: z.string().optional(),
  },
)
export type DraftItem = z.infer<typeof draftItemSchema>

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

/** An answer is judged by a person, not by a rule: its score is unknown until then. */
export function isMarkedByHand(item: Pick<Item, 'kind'>): boolean {
  return item.kind === 'essay'
}

/** A gap of which an answer is chosen, or one where it is typed. */
export type Gap = Extract<Item, { kind: 'gaps' }>['gaps'][number]
type Accepted = Extract<Item, { kind: 'short' }>['answers'][number]
type Option = Extract<Item, { kind: 'single' }>['options'][number]

/** Where a gap stands in the text of an item: {id}. */
export const gapMarker = /\{([a-z0-9][a-z0-9_-]{0,11})\}/

/** What is wrong with an item beyond its shape, as keys of the texts of content; empty when nothing is. */
export function itemFaults(item: Item): string[] {
  const faults: string[] = []
  if (item.purpose === 'measure' && !/^\d\.\d-[1-8][a-z]$/.test(item.code)) faults.push('item.measureCode')
  if (item.purpose === 'measure' && !item.code.startsWith(`${item.competency}-${item.level}`))
    faults.push('item.codeNames')
  if (item.purpose === 'measure' && isMarkedByHand(item)) faults.push('item.essayMeasure')
  if (item.picture && !/^figures\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g|webp)$/.test(item.picture.src))
    faults.push('item.picturePath')
  faults.push(...kindFaults(item))
  if (partLists(item).some((parts) => new Set(parts.map(({ id }) => id)).size !== parts.length))
    faults.push('item.sameId')
  return faults
}

function kindFaults(item: Item): string[] {
  switch (item.kind) {
    case 'single':
      return keyFaults(item.options, 'item.oneCorrect')
    case 'multiple': {
      const right = item.options.filter(({ correct }) => correct).length
      const faults = right < 1 || right === item.options.length ? ['item.someCorrect'] : []
      const gained = item.options.reduce((sum, { weight = 0 }) => sum + Math.max(0, weight), 0)
      return isWeighed(item.options) && Math.abs(gained - 100) > 1 ? [...faults, 'item.weights'] : faults
    }
    case 'short':
      return acceptedFaults(item.answers)
    case 'gaps': {
      const marked = [item.text.vi, item.text.en].map((text) =>
        [...text.matchAll(new RegExp(gapMarker, 'g'))].map(([, id]) => id).sort(),
      )
      const ids = item.gaps.map(({ id }) => id).sort()
      const matches = marked.every((each) => each.join(' ') === ids.join(' '))
      const keys = item.gaps.flatMap((gap) =>
        'options' in gap ? keyFaults(gap.options, 'item.gapKey') : acceptedFaults(gap.answers),
      )
      return [...new Set([...(matches ? [] : ['item.gapMarkers']), ...keys])]
    }
    case 'point': {
      const right = item.areas.filter(({ correct }) => correct)
      if (right.length === 0) return ['item.noArea']
      if (!item.areas.every(isWhole)) return ['item.areaOutside']
      // Who cannot point chooses a square: one must be right.
      return squaresIn(right).length === 0 ? ['item.areaSmall'] : []
    }
    case 'essay':
      return item.rubric.some(({ levels }) => Math.max(...levels.map(({ points }) => points)) === 0)
        ? ['item.rubricPoints']
        : []
    default:
      return []
  }
}

export function isWeighed(parts: readonly { weight?: number }[]): boolean {
  return parts.some(({ weight }) => weight !== undefined)
}

function keyFaults(options: readonly Option[], key: string): string[] {
  const right = options.filter(({ correct }) => correct)
  if (right.length !== 1) return [key]
  return isWeighed(options) && right[0]!.weight !== 100 ? ['item.weights'] : []
}

/** Each language has an answer that earns everything. */
function acceptedFaults(answers: readonly Accepted[]): string[] {
  const weighed = isWeighed(answers)
  const full = answers.filter(({ weight }) => !weighed || weight === 100)
  return full.some(({ vi }) => vi.trim()) && full.some(({ en }) => en.trim()) ? [] : ['item.noAnswer']
}

/** The parts of an item that are told apart by their ids. */
function partLists(item: Item): (readonly { id: string }[])[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [item.options]
    case 'truefalse':
      return [item.statements]
    case 'matching':
      return [[...item.pairs, ...(item.extra ?? [])]]
    case 'ordering':
      return [item.steps]
    case 'short':
      return [item.answers]
    case 'gaps':
      return [item.gaps, ...item.gaps.map((gap) => ('options' in gap ? gap.options : gap.answers))]
    case 'point':
      return [item.areas]
    case 'essay':
      return [item.rubric]
    case 'numeric':
      return []
  }
}
