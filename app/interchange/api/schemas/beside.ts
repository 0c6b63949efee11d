import { z } from 'zod'
import { Bilingual, component, count, day, PlaceRef } from './parts'

const Points = component(
  'Points',
  z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('schema.Points'),
)

export const Scorecard = component(
  'Scorecard',
  z
    .object({
      place: PlaceRef,
      day: day.describe('field.scoreDay'),
      criteriaVersion: count.describe('field.criteriaVersion'),
      points: Points,
      known: z.number().describe('field.knownPoints'),
      of: z.number().describe('field.allPoints'),
      rank: z
        .object({ low: z.int().min(1), high: z.int().min(1), of: z.int().min(1) })
        .nullable()
        .describe('field.scoreRank'),
    })
    .describe('schema.Scorecard'),
)

export const CommuneRequest = component(
  'CommuneRequest',
  z
    .object({
      code: z.string().describe('field.requestCode'),
      text: Bilingual,
      place: PlaceRef,
      state: z.enum(['new', 'accepted', 'working', 'done', 'declined']).describe('field.requestState'),
      who: z.enum(['province', 'ministry', 'training', 'commune']).nullable().describe('field.who'),
      dueOn: day.nullable(),
    })
    .describe('schema.CommuneRequest'),
)
