import type { DraftItem } from '~/assessment/item'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'

/** A draft of an item to be looked at. */
export function viewPreview(actor: Actor, id: string) {
  authorise(actor, 'studio.write')
  const { data, code, state } = draftById(id)
  return { id, code, state, item: data as DraftItem }
}
