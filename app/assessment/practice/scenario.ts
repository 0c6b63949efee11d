import { z } from 'zod'
import { bilingual } from '~/competency/framework'
import { conditionSchema, type Plain } from './condition'

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,19}$/)
const when = conditionSchema.optional()
const option = z.strictObject({ id, vi: z.string().min(1), en: z.string().min(1), when })
const cell = z.union([z.string(), bilingual])

/** What a screen shows besides its own text: a paper, a mail, a message, a table. Invented, and marked as such. */
const document = z.strictObject({
  id,
  kind: z.enum(['paper', 'mail', 'message', 'table', 'notice', 'system']),
  title: bilingual,
  facts: z.array(z.strictObject({ label: bilingual, value: cell })).default([]),
  text: z.array(bilingual).default([]),
  table: z.strictObject({ head: z.array(cell).min(1), rows: z.array(z.array(cell)).min(1) }).optional(),
})

const fieldBase = z.strictObject({ id, label: bilingual, hint: bilingual.optional(), when })
const field = z.discriminatedUnion('kind', [
  fieldBase.extend({ kind: z.literal('choice'), options: z.array(option).min(2) }),
  fieldBase.extend({ kind: z.literal('choices'), options: z.array(option).min(2).max(7) }),
  fieldBase.extend({ kind: z.literal('number'), unit: bilingual.optional() }),
  fieldBase.extend({ kind: z.literal('text') }),
])

const setting = z.union([z.string(), z.boolean(), z.strictObject({ field: id })])
const outcome = z.strictObject({
  when,
  set: z.record(id, setting).default({}),
  go: id.optional(),
  say: bilingual.optional(),
  tone: z.enum(['done', 'care']).optional(),
})

const action = z.strictObject({
  id,
  label: bilingual,
  when,
  /** Fields that must be filled before it is done. */
  needs: z.array(id).default([]),
  /** The first whose condition holds comes about; the last has none. */
  then: z.array(outcome).min(1),
})

const screen = z.strictObject({
  id,
  look: z.enum(['desk', 'form', 'mail', 'table', 'talk', 'phone', 'meeting']),
  title: bilingual,
  text: z.array(z.strictObject({ vi: z.string().min(1), en: z.string().min(1), when })).default([]),
  documents: z.array(z.union([id, z.strictObject({ id, when })])).default([]),
  fields: z.array(field).default([]),
  actions: z.array(action).default([]),
  hints: z.array(bilingual).default([]),
  /** The task is over here. */
  end: z.boolean().default(false),
})

/** What a person does on a screen. */
export const moveSchema = z.strictObject({
  screen: id.optional(),
  action: id,
  fields: z.record(id, z.union([z.string(), z.number(), z.array(z.string())])).default({}),
})

const step = z.strictObject({
  id,
  text: bilingual,
  competency: z.string(),
  points: z.number().int().min(1).max(4).default(1),
  when: conditionSchema,
  /** Half of the points, where the condition for all of them does not hold. */
  half: when,
  met: bilingual,
  missed: bilingual,
})

/** A mistake that people make: moves of the model solution up to `begin`, its own, the model's again from `finish`. */
const mistake = z.strictObject({
  name: bilingual,
  begin: z.number().int().min(0).default(0),
  moves: z.array(moveSchema).default([]),
  finish: z.number().int().min(1).optional(),
  /** The points of every scored step that does not get all of them. */
  scores: z.record(id, z.number().min(0)),
})

export const scenarioSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  /** A task measures or teaches, never both. */
  purpose: z.enum(['measure', 'teach']),
  for: z.array(z.enum(['staff', 'team'])).min(1),
  minutes: z.number().int().min(1).max(30),
  title: bilingual,
  situation: bilingual,
  task: bilingual,
  /** The name of the simulated system; invented. */
  system: bilingual,
  /** What the task shows, each with the level and the authors' expected difficulty in logits. */
  evidence: z
    .array(
      z.strictObject({
        competency: z.string(),
        level: z.number().int().min(1).max(8),
        difficulty: z.number().min(-4).max(4),
      }),
    )
    .min(1),
  /** What the simulation remembers: true or false, or one of the words, of which the first holds at the start. */
  state: z.record(id, z.union([z.boolean(), z.array(z.string()).min(2)])),
  start: id,
  documents: z.array(document).default([]),
  screens: z.array(screen).min(1),
  scoring: z.array(step).min(1),
  /** The moves that score full marks. */
  model: z.array(moveSchema.extend({ screen: id })).min(1),
  mistakes: z.array(mistake).min(1),
  source: z.string().optional(),
})

/** A practice task: work done in a simulated system, in both languages. */
export type Scenario = z.infer<typeof scenarioSchema>
export type Screen = Scenario['screens'][number]
export type Field = Screen['fields'][number]
export type ScreenAction = Screen['actions'][number]
export type Outcome = ScreenAction['then'][number]
export type PracticeDocument = Scenario['documents'][number]
export type Mistake = Scenario['mistakes'][number]
/** As stored; `id` is `<code>@<version>`. */
export type ScenarioVersion = Scenario & { id: string }

export type Move = { action: string; fields: Record<string, string | number | string[]> }

export function screenOf(scenario: Scenario, id: string): Screen {
  const found = scenario.screens.find((each) => each.id === id)
  if (!found) throw new Error(`the scenario ${scenario.code} has no screen ${id}`)
  return found
}

/** The values that a part of the state can have; the first holds at the start. */
export function domainOf(declared: Scenario['state'][string]): Plain[] {
  return typeof declared === 'boolean' ? [declared, !declared] : declared
}

/** The moves of a listed mistake. */
export function movesOf(scenario: Pick<Scenario, 'model'>, mistake: Mistake): Move[] {
  const { begin, moves, finish } = mistake
  return [
    ...scenario.model.slice(0, begin),
    ...moves,
    ...(finish === undefined ? [] : scenario.model.slice(finish)),
  ]
}
