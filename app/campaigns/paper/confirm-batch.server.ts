import { setImmediate as turn } from 'node:timers/promises'
import type { Step } from '~/assessment/plan'
import type { Targets } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { intakeCampaign, Refused, takeIn, type IntakeCampaign } from '../intake.server'
import type { BatchSummary, PaperRow } from './batch'
import { findBatch } from './find-batch.server'
import { parallelOf } from './form-code'
import { paperCampaign, paperProfiles, requireTaking } from './paper-campaign.server'
import { planHash } from './paper-form.server'

/** `changed`: the questions are no longer those that the papers carry. `empty`: no row was whole. */
export type ConfirmAnswer = 'done' | 'discarded' | 'changed' | 'empty'

/**
 * Takes the whole rows of a batch in, all or nothing, as if they had been answered on the pages. Who has answered on the
 * web since is left as it is. A second time changes nothing.
 */
export async function confirmBatch(actor: Actor, campaignId: string, id: string): Promise<ConfirmAnswer> {
  try {
    return await inTransaction(async (tx): Promise<ConfirmAnswer> => {
      const campaign = paperCampaign(actor, tx, campaignId)
      const batch = findBatch(tx, campaignId, id)
      if (batch.state === 'confirmed') return 'done'
      if (batch.state === 'discarded') return 'discarded'
      requireTaking(campaign)
      if (batch.rows.length === 0) return 'empty'
      const profiles = paperProfiles(tx, campaign)
      const targets = new Map(profiles.map((profile) => [profile.code, profile.targets]))
      const taken = await takeAll(tx, intakeCampaign(tx, campaignId), targets, batch.rows)
      const meanwhile = batch.rows.length - taken
      const summary: BatchSummary = { ...batch.summary, taken, meanwhile }
      await tx.paperBatch.update({
        where: { id },
        data: { state: 'confirmed', confirmedAt: now(), rows: null, summary: JSON.stringify(summary) },
      })
      await audit(tx, actor.accountId, 'paper.confirm', id, { taken, meanwhile })
      return 'done'
    })
  } catch (error) {
    if (error instanceof OtherQuestions) return 'changed'
    throw error
  }
}

class OtherQuestions extends Error {}

type Positions = ReadonlyMap<string, Targets>

async function takeAll(
  tx: Tx,
  campaign: IntakeCampaign,
  targets: Positions,
  rows: PaperRow[],
): Promise<number> {
  let taken = 0
  for (const [i, row] of rows.entries()) {
    if (takeRow(tx, campaign, targets, row)) taken += 1
    // Reading goes on for others in between; the transaction stays one.
    if (i % 5 === 4) await turn()
  }
  return taken
}

/** False where the person has begun on the web since the preview, or was erased. */
function takeRow(tx: Tx, campaign: IntakeCampaign, targets: Positions, row: PaperRow): boolean {
  const there = tx.sql.get<{ positionCode: string }>(
    'SELECT positionCode FROM Invitee WHERE id = ? AND campaignId = ?',
    row.respondent,
    campaign.id,
  )
  if (row.kind === 'person' && !there) return false
  const at = momentOf(row.day)
  try {
    takeIn(tx, campaign, {
      kind: row.kind,
      respondent: row.respondent,
      locale: 'vi',
      parallel: parallelOf(row.letter) ?? 0,
      targets: row.kind === 'person' ? targets.get(there?.positionCode ?? '') : undefined,
      startedAt: at,
      submittedAt: at,
      answers: (steps) => answersOf(campaign, row, steps),
    })
    return true
  } catch (error) {
    if (error instanceof Refused && error.fault === 'known') return false
    throw error
  }
}

function answersOf(campaign: IntakeCampaign, row: PaperRow, steps: Step[]) {
  const version = row.kind === 'person' ? campaign.personFormVersionId : campaign.communeFormVersionId
  if (planHash(campaign, version ?? '', row.letter, steps) !== row.hash) throw new OtherQuestions()
  return new Map(Object.entries(row.answers))
}

/** Noon of the day on the paper, in Vietnam, and never later than now. */
function momentOf(day: string): Date {
  return new Date(Math.min(Date.parse(`${day}T05:00:00Z`), now().getTime()))
}
