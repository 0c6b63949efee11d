import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { newestVersion } from '../review/store-version.server'
import { createDraft } from './create-draft.server'
import type { DraftKindName } from './draft-kind'
import { asDraft, draftById } from './find-draft.server'
import { kindOf } from './kinds'

/** Begins the next version of something published, or goes on with the one that is being written. @returns the id of the draft */
export async function revise(actor: Actor, kind: DraftKindName, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const baseId = newestOf(kind, code)
  return inTransaction((tx) => {
    const open = tx.sql.get<{ id: string }>(
      `SELECT id FROM ContentDraft WHERE kind = ? AND code = ? AND baseId IS NOT NULL AND state <> 'published'
         AND deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 1`,
      ...[kind, code],
    )
    return Promise.resolve(open?.id ?? createDraft(tx, actor, { kind, data: asDraft(kind, baseId), baseId }))
  })
}

/** Begins something new from something published: the same texts, a code of its own. @returns the id of the draft */
export async function copyPublished(actor: Actor, kind: DraftKindName, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const data = asCopy(kind, asDraft(kind, newestOf(kind, code)))
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind, data })))
}

/** Begins another draft from a draft. */
export async function copyDraft(actor: Actor, id: string): Promise<{ id: string; kind: DraftKindName }> {
  authorise(actor, 'studio.write')
  const { kind, data } = draftById(id)
  const copy = asCopy(kind, data)
  return inTransaction((tx) => Promise.resolve({ id: createDraft(tx, actor, { kind, data: copy }), kind }))
}

/** A draft without what belongs to the one that it is copied from. */
function asCopy(kind: DraftKindName, data: unknown): unknown {
  const { copied = (same: unknown) => same } = kindOf(kind)
  const own = { ...(copied(data) as object), code: '' }
  return 'version' in own ? { ...own, version: 1 } : own
}

function newestOf(kind: DraftKindName, code: string): string {
  const newest = newestVersion(reader, kind, code)
  if (!newest) throw refuse('notFound')
  return newest.id
}
