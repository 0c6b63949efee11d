import { z } from 'zod'
import { component, day, moment, PlaceRef } from './parts'

const validity = {
  validFrom: day.describe('field.validFrom'),
  validTo: day.nullable().describe('field.validTo'),
}
const code = z.string().describe('field.placeCode')
const name = z.string().describe('field.placeName')

export const Province = component(
  'Province',
  z.object({ code, name, ...validity }).describe('schema.Province'),
)

export const Commune = component(
  'Commune',
  z
    .object({
      code,
      name,
      kind: z.enum(['xa', 'phuong', 'dac_khu', 'thi_tran']).describe('field.kind'),
      province: z.string().describe('field.provinceCode'),
      ...validity,
      successors: z.array(PlaceRef).describe('field.successors'),
    })
    .describe('schema.Commune'),
)

export const Start = component(
  'Start',
  z
    .object({
      token: z.object({ name: z.string(), expiresAt: moment }).describe('field.token'),
      province: PlaceRef,
      commune: PlaceRef.nullable().describe('field.tokenCommune'),
      description: z.string().describe('field.descriptionLink'),
    })
    .describe('schema.Start'),
)
