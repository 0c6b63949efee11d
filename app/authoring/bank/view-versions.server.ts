import { draftItemSchema } from '~/assessment/item'
import { itemVersion } from '~/assessment/content.server'
import { traceOf } from '~/assessment/item-analysis/kept-figures.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import { treeOf } from '../items/item-form'
import { usageOf } from './usage.server'

type VersionRow = {
  id: string
  version: number
  origin: string
  retired: number
  loadedAt: string
  author: string | null
}

/** The versions of an item with who wrote them, where it is used and was asked, and how the version `from` differs from the newest. */
export function viewVersions(actor: Actor, code: string, from: string | null) {
  authorise(actor, 'items.view')
  const versions = reader.sql.all<VersionRow>(
    `SELECT v.id, v.version, v.origin, v.retired, v.loadedAt, a.displayName AS author FROM ItemVersion v
     LEFT JOIN ContentDraft d ON d.publishedId = v.id LEFT JOIN Account a ON a.id = d.createdBy
     WHERE v.code = ? ORDER BY v.version DESC`,
    code,
  )
  const newest = versions[0]
  const earlier = versions.find(({ id }) => id === from && id !== newest?.id) ?? null
  const trace = can(actor, 'analysis.view') ? traceOf(actor, code) : []
  const tree = (id: string) => treeOf({ ...draftItemSchema.parse(itemVersion(id)), version: 1 })
  return {
    versions,
    compared:
      newest && earlier ? { from: earlier.id, rows: differences(tree(earlier.id), tree(newest.id)) } : null,
    purpose: newest ? itemVersion(newest.id).purpose : 'measure',
    usage: usageOf(
      versions.map(({ id }) => id),
      trace,
    ),
    trace,
    writes: can(actor, 'studio.write'),
    decides: can(actor, 'studio.review'),
    draft:
      reader.sql.get<{ id: string }>(
        `SELECT id FROM ContentDraft WHERE kind = 'item' AND code = ? AND state <> 'published' AND deletedAt IS NULL
         ORDER BY updatedAt DESC LIMIT 1`,
        code,
      )?.id ?? null,
  }
}

export type VersionsView = ReturnType<typeof viewVersions>
