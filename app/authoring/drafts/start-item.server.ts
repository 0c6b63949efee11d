import { draftItemSchema, type DraftItem, type ItemKind } from '~/assessment/item'
import { itemVersion } from '~/assessment/content.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { emptyItem } from '../items/item-form'
import { createDraft } from './create-draft.server'
import type { DraftKindName } from './draft-kind'
import { draftById } from './find-draft.server'

/** Begins a new item. @returns the id of its draft */
export async function startItem(
  actor: Actor,
  kind: ItemKind,
  purpose: DraftItem['purpose'],
): Promise<string> {
  authorise(actor, 'studio.write')
  return inTransaction((tx) =>
    Promise.resolve(createDraft(tx, actor, { kind: 'item', data: emptyItem(kind, purpose) })),
  )
}

/** Begins the next version of a published item, or goes on with the one that is being written. @returns the id of the draft */
export async function reviseItem(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const newest = newestOf(code)
  return inTransaction((tx) => {
    const open = tx.sql.get<{ id: string }>(
      `SELECT id FROM ContentDraft WHERE kind = 'item' AND code = ? AND baseId IS NOT NULL AND state <> 'published'
         AND deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 1`,
      code,
    )
    if (open) return Promise.resolve(open.id)
    const data = draftItemSchema.parse(itemVersion(newest))
    return Promise.resolve(createDraft(tx, actor, { kind: 'item', data, baseId: newest }))
  })
}

/** Begins another item from a published one: the same texts, a code of its own. @returns the id of the draft */
export async function copyItem(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const data = { ...draftItemSchema.parse(itemVersion(newestOf(code))), code: '', version: 1 }
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind: 'item', data })))
}

/** Begins another draft from a draft: the same texts, a code of its own. */
export async function copyDraft(actor: Actor, id: string): Promise<{ id: string; kind: DraftKindName }> {
  authorise(actor, 'studio.write')
  const { kind, data } = draftById(id)
  const copy = { ...(data as object), code: '', version: 1 }
  return inTransaction((tx) => Promise.resolve({ id: createDraft(tx, actor, { kind, data: copy }), kind }))
}

function newestOf(code: string): string {
  const row = reader.sql.get<{ id: string }>(
    'SELECT id FROM ItemVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  if (!row) throw refuse('notFound')
  return row.id
}
