import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { PaperRow } from './batch'
import { findBatch } from './find-batch.server'
import { paperCampaign } from './paper-campaign.server'

const emptied = { state: 'discarded' as const, rows: null, problems: '[]' }

/** Throws an upload away that is not confirmed, with the answers in it. */
export async function discardBatch(
  actor: Actor,
  campaignId: string,
  id: string,
): Promise<'confirmed' | 'discarded'> {
  return inTransaction(async (tx) => {
    paperCampaign(actor, tx, campaignId)
    const { state } = findBatch(tx, campaignId, id)
    if (state !== 'preview') return state
    await tx.paperBatch.update({ where: { id }, data: emptied })
    await audit(tx, actor.accountId, 'paper.discard', id)
    return 'discarded'
  })
}

/** How long an unconfirmed upload is kept. */
export const keptDays = 30

/** Deletes what was uploaded long ago and never confirmed: it holds answers of people. */
export async function discardStaleBatches(): Promise<void> {
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  const stale = { createdAt: { lt: before }, state: 'preview' as const }
  if ((await reader.paperBatch.count({ where: stale })) === 0) return
  await inTransaction((tx) => tx.paperBatch.updateMany({ where: stale, data: emptied }))
}

/** Takes the papers of a person out of what waits for confirmation, before the person is erased. */
export async function forgetPapers(tx: Tx, personId: string): Promise<void> {
  const asked = tx.sql.all<{ id: string; campaignId: string }>(
    'SELECT id, campaignId FROM Invitee WHERE personId = ?',
    personId,
  )
  const ids = new Set(asked.map(({ id }) => id))
  const waiting = await tx.paperBatch.findMany({
    where: { state: 'preview', campaignId: { in: asked.map(({ campaignId }) => campaignId) } },
    select: { id: true, rows: true },
  })
  for (const { id, rows } of waiting) {
    const papers = JSON.parse(rows ?? '[]') as PaperRow[]
    const kept = papers.filter(({ respondent }) => !ids.has(respondent))
    if (kept.length === papers.length) continue
    await tx.paperBatch.update({ where: { id }, data: { rows: JSON.stringify(kept) } })
  }
}
