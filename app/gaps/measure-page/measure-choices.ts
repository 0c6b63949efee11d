import { z } from 'zod'
import { mmlModels } from '~/assessment/calibration/mml'
import { mmlPriors } from '~/assessment/calibration/penalty'

export const measureKinds = ['responses', 'areas'] as const
export type MeasureKind = (typeof measureKinds)[number]

export function parseKind(text: unknown): MeasureKind {
  return measureKinds.find((kind) => kind === text) ?? 'responses'
}

/** What is chosen beside the file. A weak prior is offered first: with few people, items without one run away. */
export const firstChoices = { model: '2pl', prior: 'weak' } as const

const names = z.string().max(500, 'form.tooLong').default('')

/** The choices that go with a file; `factors` are names of columns, separated by commas or semicolons. */
export const measureSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('responses'),
    model: z.enum(mmlModels, 'form.model').default(firstChoices.model),
    prior: z.enum(mmlPriors, 'form.prior').default(firstChoices.prior),
    group: names.transform((text) => text.trim() || undefined),
  }),
  z.object({
    kind: z.literal('areas'),
    factors: names.transform((text) =>
      text
        .split(/[,;]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  }),
])

export type MeasureChoices = z.output<typeof measureSchema>
