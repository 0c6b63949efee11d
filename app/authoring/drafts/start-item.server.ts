import type { DraftItem, ItemKind } from '~/assessment/item'
import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { emptyItem } from '../items/item-form'
import { createDraft } from './create-draft.server'

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
