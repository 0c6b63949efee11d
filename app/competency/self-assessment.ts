import { z } from 'zod'
import { bilingual } from './framework'

const anchor = z.object({
  level: z.number().int().min(0).max(4),
  vi: z.string().min(1),
  en: z.string().min(1),
})

export const selfAssessmentSchema = z.object({
  domain: z.string(),
  questions: z.array(z.object({ competency: z.string(), text: bilingual, anchors: z.array(anchor).min(3) })),
})

/** A question of the self-assessment: one competency, anchors that say what a person does at each level. */
export type SelfQuestion = z.infer<typeof selfAssessmentSchema>['questions'][number]
