import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from './find-draft.server'

/** Puts a draft in the bin, from where it can be taken back. One that is there already stays. */
export async function throwAway(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'studio.write')
  await inTransaction(async (tx) => {
    const draft = draftById(id, tx)
    if (draft.state === 'published') throw refuse('badRequest')
    if (draft.deletedAt) return
    tx.sql.run('UPDATE ContentDraft SET deletedAt = ? WHERE id = ?', dbDate(now()), id)
    await audit(tx, actor.accountId, 'draft.delete', id)
  })
}

/** Takes a draft out of the bin, as it was. */
export async function takeBack(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'studio.write')
  await inTransaction(async (tx) => {
    if (!draftById(id, tx).deletedAt) return
    tx.sql.run('UPDATE ContentDraft SET deletedAt = NULL WHERE id = ?', id)
    await audit(tx, actor.accountId, 'draft.restore', id)
  })
}
