import { z } from 'zod'
import { deliveries } from './problem'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const span = z.tuple([day, day])
const money = z.number().int().min(0).max(1e13)
const share = z.number().min(0).max(1)

/** A module in a plan: what it takes and how it may be taught. Effects are gains of ability in logits. */
export const moduleSetting = z.object({
  code: z.string(),
  used: z.boolean(),
  hours: z.number().min(0.5).max(80),
  deliveries: z.array(z.enum(deliveries)),
  least: z.number().int().min(1).max(500),
  most: z.number().int().min(1).max(500),
  visitMost: z.number().int().min(1).max(100),
  /** The fewest and the most classes that must or may be in the plan. */
  atLeast: z.number().int().min(0).max(500),
  atMost: z.number().int().min(0).max(500).nullable(),
  /** Gain in logits by delivery that the planner assumes; a measured one is used before it. */
  effect: z.object({ class: z.number(), online: z.number(), visit: z.number() }),
})

const wish = z.object({
  key: z.string(),
  module: z.string(),
  delivery: z.enum(['class', 'visit']),
  venue: z.string().nullable(),
  commune: z.string().nullable(),
  /** Monday of the week. */ week: day.nullable(),
  trainer: z.string().nullable(),
  seats: z
    .array(z.object({ commune: z.string(), position: z.string(), seats: z.number().int().min(0) }))
    .nullable(),
})
export type PinnedClass = z.infer<typeof wish>

/** Everything that a planner decides of one scenario; codes, not indices. Stored as JSON in PlanScenario.settings. */
export const settingsSchema = z.object({
  budget: money,
  from: day,
  until: day,
  /** Days on which nothing is held: holidays, sessions of the council. */
  blocked: z.array(z.object({ span, name: z.string().max(100) })).max(60),
  /** Weekdays on which classes are held, 1 = Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  hoursPerDay: z.number().min(1).max(10),
  communes: z.array(z.string()),
  modules: z.array(moduleSetting),
  trainers: z.array(z.string()),
  venues: z.array(z.string()),
  /** The most hours on the road to a venue, one way. */ travelAtMost: z.number().min(0).max(24),
  norms: z.object({
    trainerDay: money,
    roomDay: money,
    seatDay: money,
    travelHour: money,
    onlineSeat: money,
    visitJourney: money,
  }),
  /** The largest share of a unit's people in classes of one week; in the units of `open` one always stays. */
  awayShare: share,
  open: z.array(z.string()),
  /** Seats of each commune as a share of its people. */ leastCoverage: share,
  perPerson: z.number().int().min(1).max(20),
  /** How much the gap of a competency counts; 1 where it is not named. */
  weights: z.record(z.string(), z.number().min(0).max(10)),
  /** Classes that stay, and pairs of module and venue that are ruled out (venue null: the module anywhere). */
  pins: z.array(wish).max(200),
  forbidden: z.array(z.object({ module: z.string(), venue: z.string().nullable() })).max(500),
  /** How long the solver may search, in seconds. */ seconds: z.number().int().min(5).max(600),
})

export type PlanSettings = z.infer<typeof settingsSchema>
export type ModuleSetting = z.infer<typeof moduleSetting>
