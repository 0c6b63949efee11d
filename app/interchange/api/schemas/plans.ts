import { z } from 'zod'
import { Bilingual, component, count, day, Interval, moment, PlaceRef } from './parts'

const Effect = component(
  'Effect',
  Interval.extend({
    trained: count.describe('field.trained'),
    untrained: count.describe('field.untrained'),
    communes: count,
  }).describe('schema.Effect'),
)

const MeasuredEffect = component(
  'MeasuredEffect',
  z
    .object({
      campaign: z.string().describe('field.laterCampaign'),
      method: z.string(),
      people: count,
      ability: Effect.nullable().describe('field.effectAbility'),
      below: Effect.nullable().describe('field.effectBelow'),
    })
    .describe('schema.MeasuredEffect'),
)

export const Plan = component(
  'Plan',
  z
    .object({
      id: z.string(),
      title: Bilingual,
      province: z.string().describe('field.provinceCode'),
      campaign: z.string().nullable().describe('field.planCampaign'),
      state: z.enum(['approved', 'closed']).describe('field.planState'),
      sample: z.boolean().describe('field.sample'),
      approvedAt: moment.nullable(),
      closedAt: moment.nullable(),
      classes: count,
      seats: count.describe('field.seats'),
      cost: count.nullable().describe('field.cost'),
      expected: z.object({ before: Interval, after: Interval }).nullable().describe('field.expected'),
      effect: MeasuredEffect.nullable().describe('field.effect'),
    })
    .describe('schema.Plan'),
)

export const PlanClass = component(
  'PlanClass',
  z
    .object({
      id: z.string(),
      title: Bilingual,
      module: z.string().describe('field.module'),
      delivery: z.enum(['class', 'online', 'visit']).describe('field.delivery'),
      state: z.enum(['planned', 'running', 'ended', 'cancelled', 'gone']).describe('field.classState'),
      days: z.array(day),
      cost: count.nullable().describe('field.cost'),
      seats: z.array(z.object({ place: PlaceRef, seats: count })).describe('field.classSeats'),
      named: count.nullable().describe('field.named'),
      attended: count.nullable().describe('field.attended'),
      completed: count.nullable().describe('field.completed'),
    })
    .describe('schema.PlanClass'),
)

export type PlanData = z.infer<typeof Plan>
export type PlanClassData = z.infer<typeof PlanClass>
