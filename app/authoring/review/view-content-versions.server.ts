import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import type { DraftKindName } from '../drafts/draft-kind'
import { asDraft, versionTables } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'

type VersionRow = {
  id: string
  version: number
  origin: string
  retired: number
  loadedAt: string
  author: string | null
}

/** The versions of a piece of content with who wrote them, how the version `from` differs from the newest, and what one may do. */
export function viewContentVersions(actor: Actor, kind: DraftKindName, code: string, from: string | null) {
  authorise(actor, 'items.view')
  const versions = reader.sql.all<VersionRow>(
    `SELECT v.id, v.version, v.origin, v.retired, v.loadedAt, a.displayName AS author FROM ${versionTables[kind]} v
     LEFT JOIN ContentDraft d ON d.publishedId = v.id LEFT JOIN Account a ON a.id = d.createdBy
     WHERE v.code = ? ORDER BY v.version DESC`,
    code,
  )
  const newest = versions[0]
  const earlier = versions.find(({ id }) => id === from && id !== newest?.id)
  const tree = (id: string) => kindOf(kind).treeOf(asDraft(kind, id))
  return {
    versions,
    compared:
      newest && earlier ? { from: earlier.id, rows: differences(tree(earlier.id), tree(newest.id)) } : null,
    writes: can(actor, 'studio.write'),
    decides: can(actor, 'studio.review'),
    draft:
      reader.sql.get<{ id: string }>(
        `SELECT id FROM ContentDraft WHERE kind = ? AND code = ? AND state <> 'published' AND deletedAt IS NULL
         ORDER BY updatedAt DESC LIMIT 1`,
        ...[kind, code],
      )?.id ?? null,
  }
}

export type ContentVersionsView = ReturnType<typeof viewContentVersions>
