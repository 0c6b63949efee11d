import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import { baseOf, draftById, revisionOf } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'
import type { DraftModule } from '../modules/draft-module'
import { showModule } from '../modules/show-module.server'
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
  const { treeOf } = kindOf(draft.kind)
  const earlier = from === null ? baseOf(draft) : revisionOf(draft, from)
  return {
    draft,
    module: draft.kind === 'module' ? showModule(actor, draft.data as DraftModule) : null,
    from: earlier ? from : null,
    changes: earlier ? differences(treeOf(earlier), treeOf(draft.data)) : null,
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
