import type { QuizPage, SurveyStep } from '~/campaigns/survey-page'

/** A page of a survey that must be a question to be answered. */
export function question(page: QuizPage | null): SurveyStep {
  if (page?.shows !== 'question') throw new Error(`not a question but ${page?.shows ?? 'nothing'}`)
  return page
}
