import { randomUUID } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { openDraft, type DraftRow } from '../drafts/find-draft.server'

export type Verdict = 'approved' | 'returned'
export type Reviewed = 'done' | 'changed' | 'ownWork'

/** Whether an account may judge a draft: never one's own last words. */
export function mayReview(actor: Actor, draft: Pick<DraftRow, 'updatedBy' | 'state'>): boolean {
  return draft.state === 'review' && draft.updatedBy !== actor.accountId
}

/** Approves a draft or returns it with a reason; the revision judged is the one that was `seen`. */
export async function reviewDraft(
  actor: Actor,
  { id, seen, verdict, text }: { id: string; seen: number; verdict: Verdict; text: string },
): Promise<Reviewed> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<Reviewed> => {
    const draft = openDraft(tx, id)
    if (draft.revision !== seen || draft.state !== 'review') return 'changed'
    if (!mayReview(actor, draft)) return 'ownWork'
    if (verdict === 'returned' && text === '') throw refuse('badRequest')
    tx.sql.run(
      'INSERT INTO DraftReview (id, draftId, revision, verdict, text, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[randomUUID(), id, seen, verdict, text, dbDate(now()), actor.accountId],
    )
    tx.sql.run('UPDATE ContentDraft SET state = ? WHERE id = ?', verdict, id)
    await audit(tx, actor.accountId, `draft.${verdict}`, id, { revision: seen })
    return 'done'
  })
}
