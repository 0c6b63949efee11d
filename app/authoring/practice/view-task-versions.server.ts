import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import { asDraft } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'

type VersionRow = {
  id: string
  version: number
  origin: string
  retired: number
  loadedAt: string
  author: string | null
}

/** The versions of a practice task with who wrote them, and how the version `from` differs from the newest. */
export function viewTaskVersions(actor: Actor, code: string, from: string | null) {
  authorise(actor, 'items.view')
  const versions = reader.sql.all<VersionRow>(
    `SELECT v.id, v.version, v.origin, v.retired, v.loadedAt, a.displayName AS author FROM PracticeVersion v
     LEFT JOIN ContentDraft d ON d.publishedId = v.id LEFT JOIN Account a ON a.id = d.createdBy
     WHERE v.code = ? ORDER BY v.version DESC`,
    code,
  )
  const newest = versions[0]
  const earlier = versions.find(({ id }) => id === from && id !== newest?.id)
  const tree = (id: string) => kindOf('practice').treeOf(asDraft('practice', id))
  return {
    versions,
    compared:
      newest && earlier ? { from: earlier.id, rows: differences(tree(earlier.id), tree(newest.id)) } : null,
    writes: can(actor, 'studio.write'),
    decides: can(actor, 'studio.review'),
    draft:
      reader.sql.get<{ id: string }>(
        `SELECT id FROM ContentDraft WHERE kind = 'practice' AND code = ? AND state <> 'published' AND deletedAt IS NULL
         ORDER BY updatedAt DESC LIMIT 1`,
        code,
      )?.id ?? null,
  }
}

export type TaskVersionsView = ReturnType<typeof viewTaskVersions>
