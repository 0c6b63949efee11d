import { draftItemSchema, type DraftItem } from '~/assessment/item'
import { itemVersion } from '~/assessment/content.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import { draftById, revisionOf } from '../drafts/find-draft.server'
import { treeOf } from '../items/item-form'
import { mayReview } from './review-draft.server'

export type CommentRow = {
  id: string
  path: string | null
  text: string
  at: string
  name: string | null
  resolvedAt: string | null
  revision: number
}

const commentsSql = `SELECT c.id, c.path, c.text, c.at, c.revision, c.resolvedAt, a.displayName AS name FROM DraftComment c
  LEFT JOIN Account a ON a.id = c.by WHERE c.draftId = ?`

/** Comments on a draft that nobody has dealt with, oldest first. */
export function openComments(draftId: string): CommentRow[] {
  return reader.sql.all<CommentRow>(`${commentsSql} AND c.resolvedAt IS NULL ORDER BY c.at`, draftId)
}

/** A draft as a reviewer sees it: what it changes, what was said, its revisions. `from` is the revision to compare with. */
export function viewReview(actor: Actor, id: string, from: number | null) {
  authorise(actor, 'studio.write')
  const draft = draftById(id)
  const data = draft.data as DraftItem
  const base = draft.baseId ? draftItemSchema.parse(itemVersion(draft.baseId)) : null
  const earlier = from === null ? base : (revisionOf(draft, from) as DraftItem | null)
  return {
    draft: { ...draft, data },
    from: earlier ? from : null,
    changes: earlier
      ? differences(treeOf({ ...earlier, version: 1 }), treeOf({ ...data, version: 1 }))
      : null,
    comments: reader.sql.all<CommentRow>(`${commentsSql} ORDER BY c.at`, id),
    reviews: reader.sql.all<{
      verdict: 'approved' | 'returned'
      text: string
      at: string
      revision: number
      name: string | null
    }>(
      `SELECT r.verdict, r.text, r.at, r.revision, a.displayName AS name FROM DraftReview r
       LEFT JOIN Account a ON a.id = r.by WHERE r.draftId = ? ORDER BY r.at DESC`,
      id,
    ),
    revisions: reader.sql.all<{ number: number; at: string; name: string | null }>(
      `SELECT r.number, r.at, a.displayName AS name FROM DraftRevision r LEFT JOIN Account a ON a.id = r.by
       WHERE r.draftId = ? ORDER BY r.number DESC LIMIT 50`,
      id,
    ),
    mayReview: can(actor, 'studio.review') && mayReview(actor, draft),
    ownWork: draft.updatedBy === actor.accountId,
  }
}

export type ReviewView = ReturnType<typeof viewReview>
