import { randomUUID } from 'node:crypto'
import { hasPilots } from '~/assessment/adaptive/bank.server'
import { measuringOf } from '~/assessment/measuring.server'
import { seedOf, type AdaptiveMark, type PlannedStep } from '~/assessment/plan'
import { answerInWords } from '~/assessment/present'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { refuse } from '~/platform/http/errors'
import { ownQuiz, quizSettings, type Begun } from './own-quiz.server'
import { currentResponses, formOf } from './sitting.server'
import { stepDefinition, storedEntries, viewOf } from './step-definition.server'
import type { QuizPage, SurveyPlace } from './survey-page'

/** Where a page stands in its survey; the number in its section and the page before are the caller's matter. */
export function placeOf(survey: Begun, step: PlannedStep, locale: Locale): SurveyPlace {
  const { sections } = formOf(survey)
  const index = sections.findIndex(({ code }) => code === step.section)
  return {
    kind: survey.kind,
    campaignId: survey.campaignId,
    sittingId: survey.sittingId,
    answerId: randomUUID(),
    step: step.step,
    previous: null,
    sectionTitle: sections[index]?.title[locale] ?? '',
    sectionNumber: index + 1,
    sectionCount: sections.length,
    number: 0,
  }
}

/**
 * A page of an adaptive quiz: its door before it begins and after its end, its present item to be answered, or an
 * earlier one to be read. A page that the quiz has not chosen leads to where it goes on.
 */
export function quizPage(survey: Begun, mark: AdaptiveMark, stepName: string, locale: Locale): QuizPage {
  const quiz = ownQuiz(survey, mark)
  const { standard } = measuringOf(survey)
  const { most, minutes } = quizSettings(survey)
  if (stepName === quiz.door) {
    const place = placeOf(survey, mark, locale)
    if (quiz.stopped) {
      const previous = quiz.chosen.at(-1)?.step ?? null
      return {
        shows: 'end',
        ...place,
        previous,
        stopped: quiz.stopped,
        answered: quiz.chosen.length,
        minutes,
      }
    }
    return quiz.chosen.length > 0
      ? { shows: 'elsewhere', ...place, step: quiz.present }
      : { shows: 'door', ...place, most, minutes, pilots: hasPilots(standard) }
  }
  const index = quiz.chosen.findIndex(({ step }) => step === stepName)
  const step = quiz.chosen[index]
  if (!step) {
    if (!stepName.startsWith('q-')) throw refuse('notFound')
    return { shows: 'elsewhere', ...placeOf(survey, mark, locale), step: quiz.present }
  }
  const definition = stepDefinition(survey, step)
  const seed = seedOf(survey.sittingId, step)
  const view = viewOf(definition, locale, seed)
  const page = {
    ...placeOf(survey, step, locale),
    previous: quiz.chosen[index - 1]?.step ?? null,
    number: index + 1,
    most,
    view,
  }
  const stored = currentResponses(survey.sittingId).get(stepName)
  if (!stored) return { shows: 'question', ...page, itemId: step.ref, count: most, filled: {} }
  const entries = storedEntries(definition, stored.value, seed)
  const next = quiz.chosen[index + 1]?.step ?? quiz.present
  return {
    shows: 'kept',
    ...page,
    filled: entries,
    answer: answerInWords(view, entries, getT(locale, 'survey')('unknown')) ?? '',
    next,
    nextIs: next !== quiz.present ? 'kept' : quiz.stopped ? 'end' : 'present',
  }
}
