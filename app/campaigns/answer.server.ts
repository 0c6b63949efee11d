import { askedSteps, nextStep, seedOf } from '~/assessment/plan'
import { inGroupedTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import type { AnswerInput, AnswerOutcome } from './answer-input'
import { hiddenNow } from './asked.server'
import { answerQuiz } from './answer-quiz.server'
import { appendResponse, stillOpen } from './append-response.server'
import { formOf, markOf, ownSurvey, planOf, requireOpen } from './sitting.server'
import { readEntry, scoreOf, stepDefinition, type StepDefinition } from './step-definition.server'

/** Saves the answer of one page. A question of the survey may be left empty; an item wants an answer or "I do not know". */
export async function answerStep(actor: Actor, input: AnswerInput): Promise<AnswerOutcome> {
  const survey = ownSurvey(actor, input.campaignId, input.kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  requireOpen(survey)
  if (!survey.sittingId || !survey.plan || survey.sittingId !== input.sittingId) throw refuse('badRequest')
  if (!/^[0-9a-f-]{36}$/.test(input.answerId)) throw refuse('badRequest')
  const plan = planOf(survey.sittingId, survey.plan)
  const mark = markOf(plan)
  const step = plan.find((each) => each.step === input.step)
  if (mark && (step ?? mark) === mark)
    return answerQuiz({ ...survey, sittingId: survey.sittingId }, mark, input)
  if (!step || step.kind === 'adaptive') throw refuse('notFound')
  const form = formOf(survey)
  const definition = stepDefinition(survey, step)
  const entry = readEntry(definition, input.entries, seedOf(survey.sittingId, step))
  if (entry.kind === 'fault') return { ok: false, fault: entry }
  if (entry.kind === 'empty' && definition.kind === 'item')
    return { ok: false, fault: { kind: 'fault', fault: 'chooseOrUnknown' } }
  if (entry.kind === 'empty' && isRequired(definition) && !hiddenNow(form, survey.sittingId).has(step.ref))
    return { ok: false, fault: { kind: 'fault', fault: 'required' } }
  const { sittingId } = survey
  await inGroupedTransaction((tx) => {
    stillOpen(tx, sittingId)
    // A question left empty is a response too, an empty list: the person has been there and goes on.
    const value = entry.kind === 'empty' ? [] : entry.value
    const score = entry.kind === 'empty' ? null : scoreOf(definition, entry.value)
    appendResponse(tx, { sittingId, step: step.step, answerId: input.answerId, value, score })
  })
  // What is asked next may hang on the answer that was given just now.
  return { ok: true, next: nextStep(askedSteps(plan, hiddenNow(form, sittingId)), step.step) }
}

function isRequired(definition: StepDefinition): boolean {
  return definition.kind === 'question' && definition.question.required
}
