import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { batchFor } from './batch-row.server'
import { close } from './confirm-import.server'

/** Throws an import away that is not confirmed, with all that was read of it. */
export async function discardQuestionImport(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { state } = batchFor(actor, id, tx.sql)
    if (state === 'confirmed' || state === 'discarded') return
    close(tx, id, 'discarded', null)
    await audit(tx, actor.accountId, 'questions.discard', id)
  })
}

/** How long a file that nobody confirmed is kept. */
export const keptDays = 7

/** Drops what was sent long ago and never confirmed. */
export async function discardStaleQuestions(): Promise<void> {
  const before = dbDate(new Date(now().getTime() - keptDays * 86_400_000))
  const stale = reader.sql.all<{ id: string }>(
    "SELECT id FROM ImportBatch WHERE state IN ('reading', 'preview', 'failed') AND createdAt < ?",
    before,
  )
  if (stale.length === 0) return
  await inTransaction((tx) => {
    for (const { id } of stale) close(tx, id, 'discarded', null)
    return Promise.resolve()
  })
}
