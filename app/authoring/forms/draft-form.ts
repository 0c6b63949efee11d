import { z } from 'zod'

const line = z.string().max(3000)
const both = z.object({ vi: line, en: line })
const id = z.string().max(60)
const whole = z.number().int()

const part = z.object({ id, ...both.shape })
const option = part.extend({
  hint: both.optional(),
  lacking: z.boolean().optional(),
  exclusive: z.boolean().optional(),
})
const showIf = z.object({
  question: id,
  is: z.union([
    z.literal('answered'),
    z.array(id),
    z.object({ min: z.number().optional(), max: z.number().optional() }),
  ]),
})

/** A part of a draft is named by `id`; where a form was published, that is its code, and stays. */
const named = <T extends { id?: string; code?: string }>({ id: own, code, ...rest }: T) => ({
  id: own ?? code ?? '',
  ...rest,
})
const name = { id: id.optional(), code: id.optional() }

export const questionKinds = ['single', 'multiple', 'number', 'text', 'likert', 'ranking', 'systems'] as const
export const sectionKinds = ['questions', 'self-assessment', 'quiz', 'practice'] as const
/** How a quiz gets its items: by the profile of whoever answers, from a list, from a table. */
export const compositions = ['profile', 'items', 'blueprint'] as const

const question = z
  .object({
    ...name,
    kind: z.enum(questionKinds),
    text: both,
    hint: both.optional(),
    required: z.boolean().optional(),
    condition: z.object({ code: id, name: both }).optional(),
    showIf: showIf.optional(),
    options: z.array(option).max(30).optional(),
    rows: z.array(part).max(12).optional(),
    min: z.number().nullable().optional(),
    max: z.number().nullable().optional(),
    unit: both.optional(),
    maxLength: whole.nullable().optional(),
  })
  .transform(({ required, ...rest }) => ({ ...named(rest), ...(required ? { required } : {}) }))

const section = z
  .object({
    ...name,
    kind: z.enum(sectionKinds),
    title: both,
    intro: both.optional(),
    questions: z.array(question).max(60).optional(),
    tasks: z.array(id).max(30).optional(),
    by: z.enum(compositions).optional(),
    perCompetency: whole.nullable().optional(),
    levels: z.array(whole).optional(),
    items: z.array(id).max(60).optional(),
    blueprint: z
      .array(z.object({ competency: id, level: whole, count: whole.min(1).max(30) }))
      .max(200)
      .optional(),
    shuffle: z.boolean().optional(),
    most: whole.min(1).nullable().optional(),
    minutes: whole.min(1).nullable().optional(),
    mostCompetencies: whole.min(1).nullable().optional(),
  })
  .transform((given) => {
    const { by, ...rest } = named(given)
    if (rest.kind !== 'quiz') return rest
    return { ...rest, by: by ?? (rest.items ? 'items' : rest.blueprint ? 'blueprint' : 'profile') }
  })

/** A survey form being written: texts may be empty, parts may lack. A published form is one too. */
export const draftFormSchema = z.object({
  code: z.string().max(60),
  version: whole.min(0),
  respondent: z.enum(['person', 'commune']),
  for: z.enum(['staff', 'team']).optional(),
  framework: z.string().max(60),
  title: both,
  intro: both,
  /** Null: as estimated. */
  minutes: whole.min(1).max(600).nullable(),
  sections: z.array(section).max(12),
})

export type DraftForm = z.infer<typeof draftFormSchema>
export type DraftSection = DraftForm['sections'][number] & { by?: (typeof compositions)[number] }
export type DraftQuestion = NonNullable<DraftSection['questions']>[number]

const nothing = { vi: '', en: '' }

/** A new form for commune staff with one section and one question. */
export function emptyForm(framework: string): DraftForm {
  return {
    ...{
      code: '',
      version: 1,
      respondent: 'person',
      framework,
      title: nothing,
      intro: nothing,
      minutes: null,
    },
    sections: [
      {
        ...{ id: 's1', kind: 'questions', title: nothing },
        questions: [
          {
            ...{ id: 'q1', kind: 'single', text: nothing },
            options: [
              { id: 'a', ...nothing },
              { id: 'b', ...nothing },
            ],
          },
        ],
      },
    ],
  }
}

/** Every question of a draft, in the order asked. */
export function draftQuestions(form: Pick<DraftForm, 'sections'>): DraftQuestion[] {
  return form.sections.flatMap(({ questions }) => questions ?? [])
}
