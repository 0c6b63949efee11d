import { now } from '~/platform/clock/now.server'
import type { RosterImportState } from '~/platform/db/generated/client'
import { inTransaction, reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { importFor } from './import-row.server'

const emptied = {
  state: 'discarded' as const,
  file: null,
  preview: null,
  summary: null,
  failure: null,
  options: '{}',
}

/** Throws an import away that is not confirmed: its file and its preview are deleted. */
export async function discardImport(actor: Actor, id: string): Promise<'discarded' | 'confirmed'> {
  return inTransaction(async (tx) => {
    const row = await importFor(actor, id, tx)
    if (row.state === 'confirmed') return 'confirmed'
    if (row.state === 'discarded') return 'discarded'
    await tx.rosterImport.update({ where: { id }, data: emptied })
    await audit(tx, actor.accountId, 'roster.discard', id)
    return 'discarded'
  })
}

/** How long an unconfirmed file is kept. */
export const keptDays = 30

/** Deletes what was uploaded long ago and never confirmed: it holds personal data. */
export async function discardStaleImports(): Promise<void> {
  const createdAt = { lt: new Date(now().getTime() - keptDays * 86_400_000) }
  const stale = { createdAt, state: { in: ['reading', 'preview', 'failed'] as RosterImportState[] } }
  if ((await reader.rosterImport.count({ where: stale })) === 0) return
  await inTransaction((tx) => tx.rosterImport.updateMany({ where: stale, data: emptied }))
}
