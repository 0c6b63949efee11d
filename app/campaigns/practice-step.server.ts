import { startOf } from '~/assessment/practice/engine'
import { presentScreen } from '~/assessment/practice/present'
import { beginRun, progressOf, runsOf } from '~/assessment/practice/runs.server'
import type { Move } from '~/assessment/practice/scenario'
import { answerIdOf, fieldsSent, sendForm, type Sent } from '~/assessment/practice/send-form.server'
import { scenarioVersion } from '~/assessment/practice/versions.server'
import type { Step } from '~/assessment/plan'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { PracticePart } from './survey-page'
import { appendResponse, stillOpen } from './append-response.server'
import { ownSurvey, planOf, requireOpen } from './sitting.server'

/** Where the practice task of a sitting stands; before the first move it is at its start. */
export function practicePart(sittingId: string, step: Step, locale: Locale): PracticePart {
  const scenario = scenarioVersion(step.ref)
  const [run] = runsOf(reader.sql, { sittingId }, scenario.code)
  const { state, moves } = run ? progressOf(reader.sql, run) : { state: startOf(scenario), moves: 0 }
  // A task that measures gives no hints.
  const view = { ...presentScreen(scenario, state, locale), hints: [] }
  return {
    title: scenario.title[locale],
    situation: scenario.situation[locale],
    task: scenario.task[locale],
    system: scenario.system[locale],
    minutes: scenario.minutes,
    view,
    at: moves,
    ended: run !== undefined && run.finishedAt !== null,
  }
}

export type PracticeInput = {
  campaignId: string
  kind: 'person' | 'commune'
  step: string
  sittingId: string
  form: FormData
}

/** What the fields of the practice task of a survey held, without doing anything. */
export function typedPractice(step: Step, sittingId: string, form: FormData): Move['fields'] {
  const scenario = scenarioVersion(step.ref)
  const [run] = runsOf(reader.sql, { sittingId }, scenario.code)
  return fieldsSent(scenario, run ? progressOf(reader.sql, run).state : startOf(scenario), form)
}

/**
 * Does what a page of the practice task of a survey sent: a move, or its end. At its end the points become the answer of
 * the step, in the same transaction; it cannot be done again.
 */
export async function doPracticePart(actor: Actor, input: PracticeInput): Promise<Sent> {
  const { sittingId, step } = practiceStep(actor, input)
  const { form } = input
  const scenario = scenarioVersion(step.ref)
  const answerId = answerIdOf(form)
  return inGroupedTransaction((tx) => {
    stillOpen(tx, sittingId)
    beginRun(tx, { sittingId }, scenario, 1, now())
    const run = runsOf(tx.sql, { sittingId }, scenario.code)[0]!
    return sendForm(tx, run, form, now(), ({ score, result }) =>
      appendResponse(tx, { sittingId, step: step.step, answerId, value: result, score }),
    )
  })
}

/** The step of an open survey that is a practice task. */
export function practiceStep(
  actor: Actor,
  { campaignId, kind, step: name, sittingId }: Omit<PracticeInput, 'form'>,
): { sittingId: string; step: Step } {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  requireOpen(survey)
  if (!survey.sittingId || !survey.plan || survey.sittingId !== sittingId) throw refuse('badRequest')
  const step = planOf(survey.sittingId, survey.plan).find((each) => each.step === name)
  if (step?.kind !== 'practice') throw refuse('notFound')
  return { sittingId: survey.sittingId, step }
}
