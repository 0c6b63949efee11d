import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftKindName } from '../drafts/draft-kind'
import { draftById } from '../drafts/find-draft.server'
import { notePresence, othersAt } from '../drafts/presence.server'
import { openComments } from '../review/view-review.server'

/** A draft that is about to be edited, who else is at it and what was said of it; opening it is noted, so that others are warned. */
export async function openEditor(actor: Actor, id: string, kind: DraftKindName) {
  authorise(actor, 'studio.write')
  const draft = draftById(id)
  if (draft.kind !== kind || draft.state === 'published' || draft.deletedAt) throw refuse('notFound')
  await notePresence(actor, id)
  return { draft, others: othersAt(actor, id), comments: openComments(id) }
}
