import { questionsOf, type Question, type SurveyForm } from '~/assessment/form'

/** A page of a survey form as its people walk through it: one question, or what a section of another kind will ask. */
type PreviewPlace =
  | { kind: 'question'; section: number; question: Question; number: number; count: number }
  | { kind: 'section'; section: number }

/** Every page of a form, in order. */
export function previewPlaces({ sections }: Pick<SurveyForm, 'sections'>): PreviewPlace[] {
  return sections.flatMap((section, at): PreviewPlace[] =>
    section.kind === 'questions'
      ? section.questions.map((question, i) => ({
          ...{ kind: 'question', section: at, question, number: i + 1, count: section.questions.length },
        }))
      : [{ kind: 'section', section: at }],
  )
}

/** The question that another one's condition names. */
export function namedBy(form: SurveyForm, { showIf }: Question): Question | undefined {
  return questionsOf(form).find(({ code }) => code === showIf?.question)
}
