import type { DraftItem } from '~/assessment/item'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'
import { notePresence, othersAt } from '../drafts/presence.server'
import { openComments } from '../review/view-review.server'

/** What the editor of an item needs; opening it is noted, so that others are warned. */
export async function viewEditor(actor: Actor, id: string) {
  authorise(actor, 'studio.write')
  const draft = draftById(id)
  if (draft.kind !== 'item' || draft.state === 'published' || draft.deletedAt) throw refuse('notFound')
  await notePresence(actor, id)
  const { domains, levels } = latestFramework(profileFramework).framework
  return {
    draft: { ...draft, data: draft.data as DraftItem },
    others: othersAt(actor, id),
    comments: openComments(id),
    domains,
    levels,
  }
}

export type EditorView = Awaited<ReturnType<typeof viewEditor>>
