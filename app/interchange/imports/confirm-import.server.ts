import { setImmediate as turn } from 'node:timers/promises'
import type { DraftItem } from '~/assessment/item'
import { createDraft } from '~/authoring/drafts/create-draft.server'
import { newestVersion } from '~/authoring/review/store-version.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { StoredPart } from '../packs/content-part'
import { withDefaults, type BatchSummary, type Defaults } from './batch'
import { batchFor } from './batch-row.server'

export type Confirmed = 'done' | 'noneTaken' | 'notReady'

/**
 * Makes a draft in the studio of every question, and of every other part of a pack, that is to be taken, all or none; its pictures become figures. Confirming
 * twice changes nothing.
 */
export async function confirmImport(actor: Actor, id: string, defaults: Defaults): Promise<Confirmed> {
  return inTransaction(async (tx) => {
    const row = batchFor(actor, id, tx.sql)
    if (row.state === 'confirmed') return 'done'
    if (row.state !== 'preview') return 'notReady'
    const taken = tx.sql.all<{ item: string }>(
      'SELECT item FROM ImportQuestion WHERE batchId = ? AND taken AND item IS NOT NULL ORDER BY number',
      id,
    )
    if (taken.length === 0) return 'noneTaken'
    tx.sql.run(
      `INSERT OR IGNORE INTO Figure (hash, type, width, height, bytes)
       SELECT p.hash, p.type, p.width, p.height, p.bytes FROM ImportPicture p
       JOIN ImportQuestion q ON q.batchId = p.batchId AND q.number = p.number WHERE p.batchId = ? AND q.taken`,
      id,
    )
    for (const [at, { item }] of taken.entries()) {
      if (row.format === 'content') draftPart(tx, actor, JSON.parse(item) as StoredPart)
      else {
        const data = withDefaults(JSON.parse(item) as DraftItem, defaults)
        createDraft(tx, actor, { kind: 'item', data, baseId: newestVersion(tx, 'item', data.code)?.id })
      }
      // Others are served between the batches; the transaction stays one.
      if (at % 250 === 249) await turn()
    }
    const counts = tx.sql.get<{ refused: number; whole: number }>(
      'SELECT count(*) AS whole, sum(item IS NULL) AS refused FROM ImportQuestion WHERE batchId = ?',
      id,
    )!
    const made = taken.length
    const summary: BatchSummary = {
      made,
      refused: counts.refused,
      left: counts.whole - counts.refused - made,
    }
    close(tx, id, 'confirmed', summary)
    await audit(tx, actor.accountId, 'questions.import', id, summary)
    return 'done'
  })
}

/** A part of a content pack as a draft: of the next version of its code where there is one. */
function draftPart(tx: Tx, actor: Actor, { kind, code, data }: StoredPart): void {
  createDraft(tx, actor, { kind, data, baseId: newestVersion(tx, kind, code)?.id })
}

/** Ends an import: what was read is dropped, the counts stay. */
export function close(
  tx: Tx,
  id: string,
  state: 'confirmed' | 'discarded',
  summary: BatchSummary | null,
): void {
  tx.sql.run('DELETE FROM ImportPicture WHERE batchId = ?', id)
  tx.sql.run('DELETE FROM ImportQuestion WHERE batchId = ?', id)
  tx.sql.run(
    "UPDATE ImportBatch SET state = ?, summary = ?, file = NULL, notes = '[]', confirmedAt = ? WHERE id = ?",
    ...[state, summary && JSON.stringify(summary), state === 'confirmed' ? dbDate(now()) : null, id],
  )
}
