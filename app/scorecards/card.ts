import { z } from 'zod'
import { facets, type Facet } from '~/gaps/condition-facets'

const text = z.object({ vi: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) })
const code = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
const points = z.number().positive().max(100)

/**
 * Measures of the product's own data. `parameter`: what a criterion has to name, a measure of the framework (a domain or a
 * competency; without one all domains together), a facet of conditions (without one all), or a module.
 */
export const productMeasures = {
  'at-target': { unit: 'percent', parameter: 'measure' },
  conditions: { unit: 'index', parameter: 'facet' },
  response: { unit: 'percent', parameter: null },
  'commune-form': { unit: 'yesno', parameter: null },
  'module-finished': { unit: 'percent', parameter: 'module' },
  'seats-named': { unit: 'percent', parameter: null },
  attendance: { unit: 'percent', parameter: null },
  accounts: { unit: 'percent', parameter: null },
  teams: { unit: 'count', parameter: null },
  'team-members': { unit: 'count', parameter: null },
} as const satisfies Record<string, { unit: Unit; parameter: 'measure' | 'facet' | 'module' | null }>

export type Unit = 'percent' | 'index' | 'yesno' | 'count'
export type ProductMeasure = keyof typeof productMeasures
export const measureCodes = Object.keys(productMeasures) as ProductMeasure[]

export function isFacet(value: string): value is Facet {
  return (facets as readonly string[]).includes(value)
}

const source = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    measure: z.enum(measureCodes),
    parameter: z.string().min(1).max(60).optional(),
  }),
  z.object({ kind: z.literal('indicator'), indicator: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('yesno') }),
  z.object({ kind: z.literal('level'), levels: z.array(text).min(2).max(8) }),
  z.object({ kind: z.literal('number'), unit: text, least: z.number(), most: z.number() }),
])

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear'), floor: z.number(), goal: z.number() }),
  z.object({
    kind: z.literal('steps'),
    better: z.enum(['higher', 'lower']),
    steps: z
      .array(z.object({ at: z.number(), points: z.number().min(0).max(100) }))
      .min(1)
      .max(10),
  }),
  z.object({ kind: z.literal('yesno') }),
])

const criterion = z.object({
  code,
  name: text,
  group: code,
  max: points,
  source,
  rule,
  help: text.optional(),
  retired: z.literal(true).optional(),
})

/** A set of criteria. `total` is what the points of those that are not retired have to add up to. */
export const cardSchema = z.object({
  title: text,
  basis: z.object({ vi: z.string().trim().min(1).max(1000), en: z.string().trim().min(1).max(1000) }),
  example: z.boolean(),
  total: z.number().positive().max(1000),
  groups: z
    .array(z.object({ code, name: text }))
    .min(1)
    .max(12),
  criteria: z.array(criterion).max(60),
})

export type Card = z.infer<typeof cardSchema>
export type Criterion = z.infer<typeof criterion>
export type Source = z.infer<typeof source>
export type Rule = z.infer<typeof rule>

/** The criteria that are scored, in the order of the card. */
export function activeCriteria(card: Card): Criterion[] {
  return card.criteria.filter(({ retired }) => !retired)
}

/** Points of the criteria that are scored, to a tenth. */
export function pointsInAll(criteria: readonly Pick<Criterion, 'max'>[]): number {
  return tenth(criteria.reduce((sum, { max }) => sum + max, 0))
}

/** To a tenth of a point, as points are kept and shown, so that what is shown adds up. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** How a value of a source is said; of an indicator the province's own unit counts. */
export function unitOf(of: Source): Unit | 'level' | 'number' | 'indicator' {
  if (of.kind === 'product') return productMeasures[of.measure].unit
  return of.kind
}

/** Whether commune and planner enter the value, with evidence. */
export function isEntered(of: Source): boolean {
  return of.kind === 'yesno' || of.kind === 'level' || of.kind === 'number'
}

/** What kind of value is entered: an entry for another kind does not count for a criterion that was changed since. */
export function meaningOf(of: Source): string {
  if (of.kind === 'level') return `level ${of.levels.length}`
  return of.kind === 'number' ? `number ${of.unit.vi}` : of.kind
}
