import { z } from 'zod'

/** The schemas that the description of the API names, by the names that it gives them. */
export const named = z.registry<{ id: string }>()

/** Gives a schema its name in the description. */
export function component<S extends z.ZodType>(id: string, schema: S): S {
  named.add(schema, { id })
  return schema
}

// Descriptions are keys of the namespace `api`; the description of the API is written in each language.
const text = z.string()
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
export const count = z.int().min(0).max(1_000_000_000)

export const Bilingual = component('Bilingual', z.object({ vi: text, en: text }).describe('schema.Bilingual'))

export const Interval = component(
  'Interval',
  z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('schema.Interval'),
)

export const Place = component(
  'Place',
  z
    .object({
      kind: z.enum(['province', 'commune']),
      code: text.describe('field.placeCode'),
      name: text.describe('field.placeName'),
    })
    .describe('schema.Place'),
)

export const PlaceRef = component(
  'PlaceRef',
  z
    .object({ code: text.describe('field.placeCode'), name: text.describe('field.placeName') })
    .describe('schema.PlaceRef'),
)

export const Meta = component(
  'Meta',
  z
    .object({
      version: z.literal('1').describe('field.apiVersion'),
      sample: z.boolean().describe('field.sample'),
      campaign: text.nullable().describe('field.metaCampaign'),
      method: text.nullable().describe('field.method'),
    })
    .describe('schema.Meta'),
)

const Page = component(
  'Page',
  z
    .object({ number: z.int().min(1), size: z.int().min(1), pages: z.int().min(1), total: count })
    .describe('schema.Page'),
)

const link = text.nullable()
const PageLinks = component(
  'Links',
  z.object({ self: text, first: text, prev: link, next: link, last: text }).describe('schema.Links'),
)

const WrongParameter = z.object({
  name: text.describe('field.parameterName'),
  detail: text.describe('field.parameterDetail'),
})

/** RFC 9457, with a code of our own. */
export const ProblemBody = component(
  'Problem',
  z
    .object({
      type: z.string().describe('field.problemType'),
      title: text.describe('field.problemTitle'),
      status: z.int().min(400).max(599),
      detail: text.describe('field.problemDetail'),
      code: text.describe('field.problemCode'),
      instance: text.describe('field.problemInstance'),
      parameters: z.array(WrongParameter).optional().describe('field.parameters'),
      lastPage: z.int().min(1).optional().describe('field.lastPage'),
    })
    .describe('schema.Problem'),
)

/** An answer about one thing. */
export function one<S extends z.ZodType>(id: string, schema: S) {
  return component(id, z.object({ data: schema, meta: Meta }))
}

/** A page of a list. */
export function list<S extends z.ZodType>(id: string, schema: S) {
  return component(id, z.object({ data: z.array(schema), meta: Meta, page: Page, links: PageLinks }))
}

export type MetaData = z.infer<typeof Meta>
export type PlaceData = z.infer<typeof Place>
export type ProblemData = z.infer<typeof ProblemBody>
