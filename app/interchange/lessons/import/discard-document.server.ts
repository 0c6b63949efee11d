import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { closeDocument } from './confirm-document.server'
import { documentFor } from './document-row.server'
import { keptDocumentDays } from './sent-document'

/** Throws a document away that is not confirmed, with all that was read of it. */
export async function discardDocument(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { state } = documentFor(actor, id, tx.sql)
    if (state === 'confirmed' || state === 'discarded') return
    closeDocument(tx, id, 'discarded', null)
    await audit(tx, actor.accountId, 'document.discard', id)
  })
}

/** Drops what was sent long ago and never confirmed. */
export async function discardStaleDocuments(): Promise<void> {
  const before = dbDate(new Date(now().getTime() - keptDocumentDays * 86_400_000))
  const stale = reader.sql.all<{ id: string }>(
    "SELECT id FROM DocumentImport WHERE state IN ('reading', 'preview', 'failed') AND createdAt < ?",
    before,
  )
  if (stale.length === 0) return
  await inTransaction((tx) => {
    for (const { id } of stale) closeDocument(tx, id, 'discarded', null)
    return Promise.resolve()
  })
}
