import { z } from 'zod'
import { Bilingual, component, count, day, PlaceRef } from './parts'

export const Indicator = component(
  'Indicator',
  z
    .object({
      code: z.string(),
      name: Bilingual,
      unit: z.string().describe('field.unit'),
      unitText: Bilingual.nullable().describe('field.unitText'),
      better: z.string().describe('field.better'),
    })
    .describe('schema.Indicator'),
)

export const IndicatorFigure = component(
  'IndicatorFigure',
  z
    .object({
      indicator: z.string().describe('field.indicatorCode'),
      place: PlaceRef,
      date: day,
      value: z.number(),
      low: z.number().nullable().describe('field.indicatorLow'),
      high: z.number().nullable().describe('field.indicatorHigh'),
      of: count.nullable().describe('field.indicatorOf'),
      source: z.string().describe('field.source'),
    })
    .describe('schema.IndicatorFigure'),
)
