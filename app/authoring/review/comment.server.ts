import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'

type NewComment = { draftId: string; id: string; path: string | null; text: string }

/** Adds a comment to a draft or a part of it. `id` is minted in the form, so that sending it twice adds one. */
export async function addComment(actor: Actor, { draftId, id, path, text }: NewComment): Promise<void> {
  authorise(actor, 'studio.write')
  await inTransaction((tx) => {
    const { revision } = draftById(draftId, tx)
    tx.sql.run(
      `INSERT INTO DraftComment (id, draftId, revision, path, text, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
      ...[id, draftId, revision, path, text, dbDate(now()), actor.accountId],
    )
    return Promise.resolve()
  })
}

/** Marks a comment as dealt with, or as open again. */
export async function resolveComment(
  actor: Actor,
  { draftId, id, resolved }: { draftId: string; id: string; resolved: boolean },
): Promise<void> {
  authorise(actor, 'studio.write')
  await inTransaction((tx) => {
    tx.sql.run(
      'UPDATE DraftComment SET resolvedAt = ?, resolvedBy = ? WHERE id = ? AND draftId = ?',
      ...[resolved ? dbDate(now()) : null, resolved ? actor.accountId : null, id, draftId],
    )
    return Promise.resolve()
  })
}
