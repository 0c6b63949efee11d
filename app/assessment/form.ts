import { z } from 'zod'
import { bilingual } from '~/competency/framework'

/**
 * When a question is asked: an earlier question, of the same section or of one before, has an answer; has one of these
 * options; or has a number within bounds, both included.
 */
const showIfSchema = z.strictObject({
  question: z.string(),
  is: z.union([
    z.literal('answered'),
    z.array(z.string()).min(1),
    z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
  ]),
})
export type ShowIf = z.infer<typeof showIfSchema>

const questionBase = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  text: bilingual,
  hint: bilingual.optional(),
  required: z.boolean().default(false),
  /** Marks a question as a condition of work that the report shows. */
  condition: z.object({ code: z.string(), name: bilingual }).optional(),
  /** Left out: everybody is asked. */
  showIf: showIfSchema.optional(),
})
/** An answer names rows and ranks by the id. */
const choice = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,17}$/),
  vi: z.string().min(1),
  en: z.string().min(1),
})
const option = z.object({
  id: z.string(),
  vi: z.string().min(1),
  en: z.string().min(1),
  hint: bilingual.optional(),
  lacking: z.boolean().optional(),
  /** In a multiple choice: chosen alone, such as "none of these". */
  exclusive: z.boolean().optional(),
})

export const questionSchema = z.discriminatedUnion('kind', [
  questionBase.extend({ kind: z.literal('single'), options: z.array(option).min(2) }),
  questionBase.extend({ kind: z.literal('multiple'), options: z.array(option).min(2) }),
  questionBase.extend({
    kind: z.literal('number'),
    min: z.number().default(0),
    max: z.number(),
    unit: bilingual.optional(),
  }),
  questionBase.extend({ kind: z.literal('text'), maxLength: z.number().int().max(2000) }),
  questionBase.extend({ kind: z.literal('systems') }),
  /** Each row is answered on one scale, from one end to the other. */
  questionBase.extend({
    kind: z.literal('likert'),
    rows: z.array(choice).min(1).max(12),
    options: z.array(choice).min(2).max(7),
  }),
  /** The options put in order, the first the foremost. */
  questionBase.extend({ kind: z.literal('ranking'), options: z.array(choice).min(2).max(10) }),
])

/** How the quiz of a survey form is composed: one of the first three, and what narrows it. */
const quizRules = {
  /** Of every competency of the target profile so many items, of the levels in turn. */
  perCompetency: z.number().int().min(1).optional(),
  levels: z.array(z.number().int().min(1)).optional(),
  /** These items by their codes, in this order, whoever answers. */
  items: z.array(z.string()).min(1).optional(),
  /** Of a competency and level so many items, whoever answers. */
  blueprint: z
    .array(
      z.strictObject({
        competency: z.string(),
        level: z.number().int().min(1),
        count: z.number().int().min(1).max(30),
      }),
    )
    .min(1)
    .optional(),
  /** On the pages the items of a fixed quiz stand in an order drawn for each person; on paper never. */
  shuffle: z.boolean().optional(),
  /** Of an adaptive quiz, where it is shorter than the standard's settings: so many items, so many minutes. */
  most: z.number().int().min(1).optional(),
  minutes: z.number().int().min(1).optional(),
  /** Of a fixed quiz: so many competencies of the target profile at most, those of the highest levels first. */
  mostCompetencies: z.number().int().min(1).optional(),
}

const sectionBase = z.object({ code: z.string(), title: bilingual, intro: bilingual.optional() })
const sectionSchema = z.discriminatedUnion('kind', [
  sectionBase.extend({ kind: z.literal('questions'), questions: z.array(questionSchema).min(1) }),
  sectionBase.extend({
    kind: z.literal('self-assessment'),
    /** At most so many competencies of the target profile, those of the highest levels first; left out: all. */
    most: z.number().int().min(1).optional(),
  }),
  sectionBase.extend({
    kind: z.literal('quiz'),
    ...quizRules,
  }),
  sectionBase.extend({
    kind: z.literal('practice'),
    /** Codes of practice tasks that measure; a person is given the one whose competencies the position needs most of. */
    tasks: z.array(z.string()).min(1),
  }),
])

export const surveyFormSchema = z.object({
  code: z.string(),
  version: z.number().int().min(1),
  respondent: z.enum(['person', 'commune']),
  /** Whom a form of persons asks: commune staff (left out), or members of community digital technology teams. */
  for: z.enum(['staff', 'team']).optional(),
  framework: z.string(),
  title: bilingual,
  intro: bilingual,
  minutes: z.number().int().min(1),
  sections: z.array(sectionSchema).min(1),
})

export type SurveyForm = z.infer<typeof surveyFormSchema>
export type Section = SurveyForm['sections'][number]
export type Question = z.infer<typeof questionSchema>
export type WorkSystem = { code: string; vi: string; en: string }

/** Who fills in a form: the leader for the commune, or each person of a kind. */
export function whoAnswers({ respondent, for: whom }: SurveyForm): 'commune' | 'staff' | 'team' {
  if (respondent === 'commune') return 'commune'
  return whom === 'team' ? 'team' : 'staff'
}

/** Every question of a form, in the order asked. */
export function questionsOf(form: Pick<SurveyForm, 'sections'>): Question[] {
  return form.sections.flatMap((section) => (section.kind === 'questions' ? section.questions : []))
}

export function findQuestion(form: SurveyForm, code: string): Question | undefined {
  return questionsOf(form).find((each) => each.code === code)
}
