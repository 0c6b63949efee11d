import type { Entries, Entry } from '~/assessment/answer-entry'
import { nextStep, seedOf, type Step } from '~/assessment/plan'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { ownSurvey, planOf, requireOpen, type SittingKind } from './sitting.server'
import { readEntry, scoreOf, stepDefinition, type StepDefinition } from './step-definition.server'

export type AnswerInput = {
  campaignId: string
  kind: SittingKind
  step: string
  /** The sitting that the form was made for; another one means that somebody else signed in meanwhile. */
  sittingId: string
  /** Minted in the rendered form: the same answer sent twice changes nothing. */
  answerId: string
  entries: Entries
}

export type AnswerOutcome =
  | { ok: true; next: Step | null }
  | {
      ok: false
      fault: Extract<Entry, { kind: 'fault' }> | { kind: 'fault'; fault: 'chooseOrUnknown' | 'required' }
    }

/** Saves the answer of one page. A question of the survey may be left empty; an item wants an answer or "I do not know". */
export async function answerStep(actor: Actor, input: AnswerInput): Promise<AnswerOutcome> {
  const survey = ownSurvey(actor, input.campaignId, input.kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  requireOpen(survey)
  if (!survey.sittingId || !survey.plan || survey.sittingId !== input.sittingId) throw refuse('badRequest')
  if (!/^[0-9a-f-]{36}$/.test(input.answerId)) throw refuse('badRequest')
  const plan = planOf(survey.sittingId, survey.plan)
  const step = plan.find((each) => each.step === input.step)
  if (!step) throw refuse('notFound')
  const definition = stepDefinition(survey, step)
  const entry = readEntry(definition, input.entries, seedOf(survey.sittingId, step))
  if (entry.kind === 'fault') return { ok: false, fault: entry }
  if (entry.kind === 'empty' && definition.kind === 'item')
    return { ok: false, fault: { kind: 'fault', fault: 'chooseOrUnknown' } }
  if (entry.kind === 'empty' && isRequired(definition))
    return { ok: false, fault: { kind: 'fault', fault: 'required' } }
  const { sittingId } = survey
  await inGroupedTransaction((tx) => {
    stillOpen(tx, sittingId)
    // A question left empty is a response too, an empty list: the person has been there and goes on.
    const value = entry.kind === 'empty' ? [] : entry.value
    const score = entry.kind === 'empty' ? null : scoreOf(definition, entry.value)
    appendResponse(tx, { sittingId, step: step.step, answerId: input.answerId, value, score })
  })
  return { ok: true, next: nextStep(plan, step.step) }
}

function isRequired(definition: StepDefinition): boolean {
  return definition.kind === 'question' && definition.question.required
}

const stillOpenSql = `SELECT s.submittedAt, c.state FROM Sitting s JOIN Campaign c ON c.id = s.campaignId WHERE s.id = ?`

/** Checked again where the answer is written: a submission or a closing may have come in between. */
function stillOpen(tx: GroupTx, sittingId: string): void {
  const row = tx.sql.get<{ submittedAt: string | null; state: string }>(stillOpenSql, sittingId)
  if (!row || row.submittedAt) throw refuse('alreadySubmitted')
  if (row.state !== 'open') throw refuse('campaignClosed', { date: '' })
}

type NewResponse = {
  sittingId: string
  step: string
  answerId: string
  value: unknown
  score: number | null
  at?: Date
}

/** Appends a response; the same answer of the same form again is not a new row. */
export function appendResponse(tx: GroupTx, response: NewResponse): void {
  tx.sql.run(
    'INSERT INTO Response (sittingId, step, answerId, value, score, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    response.sittingId,
    response.step,
    response.answerId,
    JSON.stringify(response.value),
    response.score,
    dbDate(response.at ?? now()),
  )
}
