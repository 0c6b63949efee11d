import { questionsOf, type SurveyForm } from '~/assessment/form'
import { givenOptions } from '~/assessment/counted-options'
import type { SurveyAnswer } from '~/assessment/answer-entry'
import { measureSitting, storeSitting } from '~/assessment/measure-sitting.server'
import { measuringOf, type MeasuringVersions } from '~/assessment/measuring.server'
import { askedSteps, type Step } from '~/assessment/plan'
import type { Targets } from '~/competency/framework'
import { addToCells } from '~/gaps/add-to-cells.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { hiddenIn } from './asked.server'
import {
  answeredSteps,
  currentResponses,
  formOf,
  ownSurvey,
  requireOpen,
  stepsOf,
  targetsOf,
  type CurrentResponse,
  type SittingKind,
} from './sitting.server'

export type SubmitOutcome = { ok: true } | { ok: false; missing: string[] }

/**
 * Submits a sitting: from now on it counts and cannot be changed. Sent twice it is the same as once.
 * `missing` names the required questions that have no answer yet.
 */
export async function submitSitting(
  actor: Actor,
  campaignId: string,
  kind: SittingKind,
): Promise<SubmitOutcome> {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) return { ok: true }
  requireOpen(survey)
  const { sittingId, plan } = survey
  if (!sittingId || !plan) throw refuse('badRequest')
  const steps = stepsOf(sittingId, plan)
  const missing = missingRequired(formOf(survey), steps, currentResponses(sittingId))
  if (missing.length > 0) return { ok: false, missing }
  await inTransaction(async (tx) => {
    const fresh = tx.sql.get<{ state: string }>('SELECT state FROM Campaign WHERE id = ?', campaignId)
    if (fresh?.state !== 'open') throw refuse('campaignClosed', { date: '' })
    finishSitting(tx, {
      sittingId,
      steps: stepsOf(sittingId, plan, tx.sql),
      kind,
      campaignId,
      formVersionId: survey.formVersionId,
      inviteeId: survey.inviteeId,
      targets: targetsOf(survey),
      at: now(),
    })
  })
  return { ok: true }
}

/** The required questions without an answer, of those that are asked. */
function missingRequired(form: SurveyForm, steps: Step[], responses: Map<string, CurrentResponse>): string[] {
  const required = new Set(
    questionsOf(form)
      .filter(({ required: must }) => must)
      .map(({ code }) => code),
  )
  const answered = answeredSteps(responses)
  return askedSteps(steps, hiddenIn(form, responses))
    .filter(({ step, ref }) => required.has(ref) && !answered.has(step))
    .map(({ step }) => step)
}

type Finishing = {
  sittingId: string
  steps: readonly Step[]
  kind: SittingKind
  campaignId: string
  formVersionId: string
  inviteeId: string | null
  targets: Targets
  /** Why an adaptive quiz ended. */
  stopped?: string | null
  at: Date
}

/** Marks a sitting submitted, stores what it shows and adds it to the sums of its commune. A second time changes nothing. */
export function finishSitting(tx: Tx, sitting: Finishing): void {
  const { sittingId, targets, at } = sitting
  const marked = tx.sql.run(
    'UPDATE Sitting SET submittedAt = ? WHERE id = ? AND submittedAt IS NULL',
    dbDate(at),
    sittingId,
  )
  if (marked === 0 || sitting.kind === 'commune' || !sitting.inviteeId) return
  const invitee = tx.sql.get<{ communeCode: string; positionCode: string; departmentCode: string }>(
    'SELECT communeCode, positionCode, departmentCode FROM Invitee WHERE id = ?',
    sitting.inviteeId,
  )
  const campaign = tx.sql.get<MeasuringVersions>(
    'SELECT frameworkVersionId, standardId, parameterVersionId FROM Campaign WHERE id = ?',
    sitting.campaignId,
  )
  if (!invitee || !campaign) throw refuse('notFound')
  const scale = measuringOf(campaign)
  // A campaign opened before there were standards stays with the one that its first sitting is measured by.
  if (campaign.standardId === null)
    tx.sql.run('UPDATE Campaign SET standardId = ? WHERE id = ?', scale.standardId, sitting.campaignId)
  const measured = measureSitting(tx, scale, { sittingId, steps: sitting.steps, targets })
  storeSitting(tx, scale, { sittingId, ...measured, stopped: sitting.stopped ?? null, at })
  addToCells(tx, scale, {
    campaignId: sitting.campaignId,
    ...invitee,
    results: measured.results,
    domains: measured.domains,
    conditions: conditions(formOf(sitting), currentResponses(sittingId, tx.sql)),
  })
}

/** Chosen options of the survey's questions that were asked; numbers and texts are not counted. */
function conditions(
  form: SurveyForm,
  responses: Map<string, CurrentResponse>,
): { question: string; options: string[] }[] {
  const hidden = hiddenIn(form, responses)
  return questionsOf(form).flatMap(({ code, kind }) => {
    const stored = responses.get(code)
    if (!stored || hidden.has(code)) return []
    const options = givenOptions(kind, JSON.parse(stored.value) as SurveyAnswer)
    return options.length > 0 ? [{ question: code, options }] : []
  })
}
