import type { SurveyAnswer } from '~/assessment/answer-entry'
import { questionsOf, type SurveyForm } from '~/assessment/form'
import { hiddenQuestions } from '~/assessment/show-if'
import { reader } from '~/platform/db/db.server'
import { currentResponses, type CurrentResponse } from './sitting.server'

const none: ReadonlySet<string> = new Set()

/** Whether a form asks some questions only of those whose earlier answers call for them. */
function hasConditions(form: SurveyForm): boolean {
  return questionsOf(form).some(({ showIf }) => showIf !== undefined)
}

/** The codes of the questions of a form that are not asked, as the responses are now. */
export function hiddenIn(
  form: SurveyForm,
  responses: ReadonlyMap<string, Pick<CurrentResponse, 'value'>>,
): ReadonlySet<string> {
  if (!hasConditions(form)) return none
  return hiddenQuestions(form, (code) => {
    const stored = responses.get(code)
    return !stored || stored.value === '[]' ? null : (JSON.parse(stored.value) as SurveyAnswer)
  })
}

/** The same for a sitting, whose responses are read where the form has conditions only. */
export function hiddenNow(
  form: SurveyForm,
  sittingId: string,
  sql: Pick<typeof reader.sql, 'all'> = reader.sql,
): ReadonlySet<string> {
  return hasConditions(form) ? hiddenIn(form, currentResponses(sittingId, sql)) : none
}
