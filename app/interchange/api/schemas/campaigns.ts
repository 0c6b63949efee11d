import { z } from 'zod'
import { Bilingual, component, count, day, moment, PlaceRef } from './parts'

export const Campaign = component(
  'Campaign',
  z
    .object({
      id: z.string(),
      title: Bilingual,
      province: z.string().describe('field.provinceCode'),
      state: z.enum(['open', 'closed']).describe('field.campaignState'),
      opensOn: day,
      closesOn: day.describe('field.closesOn'),
      closedAt: moment.nullable(),
      releasedAt: moment.nullable().describe('field.releasedAt'),
      sample: z.boolean().describe('field.sample'),
      communes: count.describe('field.communesAsked'),
      asked: count.describe('field.asked'),
      submitted: count.describe('field.submitted'),
    })
    .describe('schema.Campaign'),
)

const Group = z.object({ code: z.string(), name: Bilingual })

export const CampaignDetail = component(
  'CampaignDetail',
  Campaign.extend({
    framework: z.object({ code: z.string(), version: count, title: Bilingual }),
    departments: z.array(Group).describe('field.departments'),
    positions: z.array(Group).describe('field.positions'),
    comparedWith: z
      .object({ id: z.string(), title: Bilingual, closedAt: moment.nullable() })
      .nullable()
      .describe('field.comparedWith'),
  }).describe('schema.CampaignDetail'),
)

export const Rate = component(
  'Rate',
  z
    .object({
      place: PlaceRef,
      asked: count.describe('field.asked'),
      submitted: count.describe('field.submitted'),
      started: count.describe('field.started'),
      communeForm: z.enum(['submitted', 'started', 'notStarted']).nullable().describe('field.communeForm'),
    })
    .describe('schema.Rate'),
)

const Snapshot = component(
  'Snapshot',
  z
    .object({
      hash: z.string().describe('field.hash'),
      standardVersion: count,
      parameterVersion: count.nullable().describe('field.parameterVersion'),
      frameworkVersion: z.string(),
      formVersion: z.string(),
      communeFormVersion: z.string().nullable(),
      asked: count.describe('field.asked'),
      submitted: count.describe('field.submitted'),
      communeForms: count.describe('field.communeForms'),
      closedAt: moment.nullable(),
      releasedAt: moment.describe('field.releasedAt'),
    })
    .describe('schema.Snapshot'),
)

export const Method = component(
  'Method',
  z
    .object({
      method: z.string().nullable().describe('field.method'),
      interval: z.number().describe('field.interval'),
      smallestGroup: count.describe('field.smallestGroup'),
      snapshot: Snapshot.nullable(),
      page: z.string().describe('field.methodPage'),
    })
    .describe('schema.Method'),
)

export type CampaignData = z.infer<typeof Campaign>
