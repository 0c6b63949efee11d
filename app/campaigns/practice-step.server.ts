import { shownFields } from '~/assessment/practice/engine'
import { presentScreen } from '~/assessment/practice/present'
import {
  appendMove,
  beginRun,
  finishRun,
  progressOf,
  runsOf,
  type MoveOutcome,
} from '~/assessment/practice/runs.server'
import { screenOf, type Move } from '~/assessment/practice/scenario'
import { readAction, readFields } from '~/assessment/practice/sent-move'
import { startOf } from '~/assessment/practice/engine'
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
  const { screen, values } = run ? progressOf(reader.sql, run).state : startOf(scenario)
  return readFields(shownFields(screenOf(scenario, screen), values), form)
}

/**
 * Does what a page of the practice task of a survey sent: a move, or its end. At its end the points become the answer of
 * the step, in the same transaction; it cannot be done again.
 */
export async function doPracticePart(
  actor: Actor,
  input: PracticeInput,
): Promise<{ outcome: MoveOutcome | { kind: 'ended' }; typed: Move['fields'] }> {
  const { sittingId, step } = practiceStep(actor, input)
  const { form } = input
  const scenario = scenarioVersion(step.ref)
  const answerId = String(form.get('answerId') ?? '')
  if (!/^[0-9a-f-]{36}$/.test(answerId)) throw refuse('badRequest')
  return inGroupedTransaction((tx) => {
    stillOpen(tx, sittingId)
    beginRun(tx, { sittingId }, scenario, 1, now())
    const run = runsOf(tx.sql, { sittingId }, scenario.code)[0]!
    if (run.finishedAt !== null) return { outcome: { kind: 'ended' as const }, typed: {} }
    const { state } = progressOf(tx.sql, run)
    const screen = screenOf(scenario, state.screen)
    const fields = readFields(shownFields(screen, state.values), form)
    if (form.get('end') !== 'sure') {
      const action = readAction(screen, state.values, form)
      const sent = { action, fields, at: Number(form.get('at')), answerId }
      return { outcome: appendMove(tx, run, sent, now()), typed: fields }
    }
    const { score, result } = finishRun(tx, run, now())
    appendResponse(tx, { sittingId, step: step.step, answerId, value: result, score })
    return { outcome: { kind: 'ended' as const }, typed: fields }
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
