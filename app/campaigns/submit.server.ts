import { itemVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { SurveyForm } from '~/assessment/form'
import type { Step } from '~/assessment/plan'
import { competencyResults, type CompetencyResult, type ScoredItem } from '~/assessment/results'
import type { Targets } from '~/competency/framework'
import { addToCells } from '~/gaps/add-to-cells.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import {
  answeredSteps,
  currentResponses,
  formOf,
  ownSurvey,
  planOf,
  requireOpen,
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
  const steps = planOf(sittingId, plan)
  const missing = missingRequired(survey.formVersionId, steps, answeredSteps(currentResponses(sittingId)))
  if (missing.length > 0) return { ok: false, missing }
  await inTransaction(async (tx) => {
    const fresh = tx.sql.get<{ state: string }>('SELECT state FROM Campaign WHERE id = ?', campaignId)
    if (fresh?.state !== 'open') throw refuse('campaignClosed', { date: '' })
    finishSitting(tx, {
      sittingId,
      steps,
      kind,
      campaignId,
      formVersionId: survey.formVersionId,
      frameworkVersionId: survey.frameworkVersionId,
      inviteeId: survey.inviteeId,
      targets: targetsOf(survey),
      at: now(),
    })
  })
  return { ok: true }
}

function missingRequired(formVersionId: string, steps: Step[], answered: Set<string>): string[] {
  const required = new Set(
    formOf({ formVersionId }).sections.flatMap((section) =>
      section.kind === 'questions'
        ? section.questions.filter(({ required: must }) => must).map(({ code }) => code)
        : [],
    ),
  )
  return steps.filter(({ step, ref }) => required.has(ref) && !answered.has(step)).map(({ step }) => step)
}

type Finishing = {
  sittingId: string
  steps: Step[]
  kind: SittingKind
  campaignId: string
  formVersionId: string
  frameworkVersionId: string
  inviteeId: string | null
  targets: Targets
  at: Date
}

/** Marks a sitting submitted, stores its results and adds it to the sums of its commune. A second time changes nothing. */
export function finishSitting(tx: Tx, sitting: Finishing): void {
  const marked = tx.sql.run(
    'UPDATE Sitting SET submittedAt = ? WHERE id = ? AND submittedAt IS NULL',
    dbDate(sitting.at),
    sitting.sittingId,
  )
  if (marked === 0 || sitting.kind === 'commune' || !sitting.inviteeId) return
  const { framework } = frameworkVersion(sitting.frameworkVersionId)
  const responses = currentResponses(sitting.sittingId, tx.sql)
  const results = competencyResults(
    framework,
    sitting.targets,
    scoredItems(sitting.steps, responses),
    selfLevels(sitting.steps, responses),
  )
  for (const result of results) insertResult(tx, sitting.sittingId, result)
  const invitee = tx.sql.get<{ communeCode: string; positionCode: string; departmentCode: string }>(
    'SELECT communeCode, positionCode, departmentCode FROM Invitee WHERE id = ?',
    sitting.inviteeId,
  )
  if (!invitee) throw refuse('notFound')
  addToCells(tx, framework, {
    campaignId: sitting.campaignId,
    ...invitee,
    results,
    conditions: conditions(formOf(sitting), responses),
  })
}

function insertResult(tx: Tx, sittingId: string, result: CompetencyResult): void {
  tx.sql.run(
    'INSERT INTO SittingResult (sittingId, competency, points, maxPoints, answered, level, target, selfLevel) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    sittingId,
    result.competency,
    result.points,
    result.answered,
    result.answered,
    result.level,
    result.target,
    result.selfLevel,
  )
}

function scoredItems(steps: Step[], responses: Map<string, CurrentResponse>): ScoredItem[] {
  return steps
    .filter(({ kind }) => kind === 'item')
    .map(({ step, ref }) => ({
      competency: itemVersion(ref).competency,
      score: responses.get(step)?.score ?? null,
    }))
}

function selfLevels(steps: Step[], responses: Map<string, CurrentResponse>): Record<string, number> {
  return Object.fromEntries(
    steps.flatMap(({ kind, step, ref }) => {
      const value: unknown = kind === 'self' ? JSON.parse(responses.get(step)?.value ?? 'null') : null
      return typeof value === 'number' ? [[ref, value]] : []
    }),
  )
}

/** Chosen options of the survey's questions; numbers and texts are not counted. */
function conditions(
  form: SurveyForm,
  responses: Map<string, CurrentResponse>,
): { question: string; options: string[] }[] {
  const questions = form.sections.flatMap((section) =>
    section.kind === 'questions' ? section.questions : [],
  )
  return questions.flatMap(({ code, kind }) => {
    const stored = responses.get(code)
    if (!stored || kind === 'number' || kind === 'text') return []
    const value = JSON.parse(stored.value) as string | string[]
    const options = Array.isArray(value) ? value : [value]
    return options.length > 0 ? [{ question: code, options }] : []
  })
}
