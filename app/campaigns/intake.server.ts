import { randomUUID } from 'node:crypto'
import { readEntry, scoreOf, stepDefinition } from './step-definition.server'
import type { Entries, Entry } from '~/assessment/answer-entry'
import type { Step } from '~/assessment/plan'
import type { Targets } from '~/competency/framework'
import type { Db } from '~/competency/target-profiles.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { appendResponse } from './append-response.server'
import { insertSitting } from './start-sitting.server'
import { finishSitting } from './submit.server'

/** A sitting that was answered elsewhere, such as on paper: who, when, and the answers by step as a form would send them, with the items' own names for their parts. */
export type SittingIntake = {
  kind: 'person' | 'commune'
  /** The invitee of a person's sitting; the commune of a commune's own form. */
  respondent: string
  locale: Locale
  /** Which of the parallel fixed forms was on the paper: 0, where it is left out, for the first. */
  parallel?: number
  /** What was asked about, where that is less than all that the person's positions need. */
  targets?: Targets
  startedAt: Date
  submittedAt: Date | null
  /** Gives the answers once the steps are known; a step without an answer is left out. */
  answers: (steps: Step[]) => Map<string, Entries>
}

export type IntakeOutcome =
  { ok: true } | { ok: false; step: string; fault: Extract<Entry, { kind: 'fault' }>['fault'] | 'known' }

/** What taking a sitting in needs to know of its campaign. */
export type IntakeCampaign = {
  id: string
  personFormVersionId: string
  communeFormVersionId: string | null
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
  systems: string | null
}

/**
 * Takes in one sitting, all or nothing, through the same reading, scoring and summing as the pages.
 * A respondent who has a sitting already is refused with 'known', so that a batch can be sent again.
 */
export async function intakeSitting(
  actor: Actor,
  campaignId: string,
  intake: SittingIntake,
): Promise<IntakeOutcome> {
  const campaign = intakeCampaign(reader, campaignId)
  authorise(actor, 'campaign.manage', { provinceCode: campaign.provinceCode })
  if (campaign.state !== 'open') throw refuse('campaignClosed', { date: '' })
  try {
    await inTransaction(async (tx) => takeIn(tx, campaign, intake))
    return { ok: true }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, step: error.step, fault: error.fault }
    throw error
  }
}

type Row = IntakeCampaign & { provinceCode: string; state: string }

/** A campaign with what taking a sitting in needs; refuses an id that there is not. */
export function intakeCampaign(db: Db, id: string): Row {
  const campaign = db.sql.get<Row>(
    `SELECT id, provinceCode, state, personFormVersionId, communeFormVersionId, frameworkVersionId, standardId,
     parameterVersionId, systems FROM Campaign WHERE id = ?`,
    id,
  )
  if (!campaign) throw refuse('notFound')
  return campaign
}

/** Why a sitting was not taken in. Thrown, so that nothing of it stays written; 'known' comes before anything is. */
export class Refused extends Error {
  constructor(
    readonly step: string,
    readonly fault: Extract<IntakeOutcome, { ok: false }>['fault'],
  ) {
    super(`${step}: ${fault}`)
  }
}

/** Takes one sitting in as part of the caller's transaction; throws `Refused` where it cannot be. */
export function takeIn(tx: Tx, campaign: IntakeCampaign, intake: SittingIntake): void {
  const { inviteeId, communeCode, targets } = respondentOf(tx, campaign.id, intake)
  const formVersionId =
    intake.kind === 'person' ? campaign.personFormVersionId : campaign.communeFormVersionId
  if (!formVersionId) throw refuse('notFound')
  const known = tx.sql.get(
    intake.kind === 'person'
      ? 'SELECT 1 FROM Sitting WHERE inviteeId = ?'
      : 'SELECT 1 FROM Sitting WHERE communeKey = ?',
    inviteeId ?? `${campaign.id}:${communeCode}`,
  )
  if (known) throw new Refused('', 'known')
  const { frameworkVersionId, standardId, parameterVersionId, systems } = campaign
  const { id, plan } = insertSitting(tx, {
    kind: intake.kind,
    campaignId: campaign.id,
    inviteeId,
    communeCode,
    accountId: null,
    formVersionId,
    frameworkVersionId,
    standardId,
    parameterVersionId,
    quizMode: 'fixed',
    targets: intake.targets ?? targets,
    channel: 'intake',
    parallel: intake.parallel,
    locale: intake.locale,
    startedAt: intake.startedAt,
  })
  const steps = plan.filter((each): each is Step => each.kind !== 'adaptive')
  const answers = intake.answers(steps)
  for (const step of steps) {
    const entries = answers.get(step.step)
    if (!entries) continue
    const definition = stepDefinition({ formVersionId, frameworkVersionId, systems }, step)
    const entry = readEntry(definition, entries, null)
    if (entry.kind === 'fault') throw new Refused(step.step, entry.fault)
    if (entry.kind === 'empty') continue
    appendResponse(tx, {
      sittingId: id,
      step: step.step,
      answerId: randomUUID(),
      value: entry.value,
      score: scoreOf(definition, entry.value),
      at: intake.submittedAt ?? intake.startedAt,
    })
  }
  if (!intake.submittedAt) return
  finishSitting(tx, {
    sittingId: id,
    steps,
    kind: intake.kind,
    campaignId: campaign.id,
    formVersionId,
    inviteeId,
    targets,
    at: intake.submittedAt,
  })
}

function respondentOf(
  tx: Tx,
  campaignId: string,
  intake: SittingIntake,
): { inviteeId: string | null; communeCode: string; targets: Targets } {
  if (intake.kind === 'commune') return { inviteeId: null, communeCode: intake.respondent, targets: {} }
  const row = tx.sql.get<{ id: string; communeCode: string; targets: string }>(
    'SELECT id, communeCode, targets FROM Invitee WHERE id = ? AND campaignId = ?',
    intake.respondent,
    campaignId,
  )
  if (!row) throw refuse('notFound')
  return { inviteeId: row.id, communeCode: row.communeCode, targets: JSON.parse(row.targets) as Targets }
}
