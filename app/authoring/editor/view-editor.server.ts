import type { DraftItem } from '~/assessment/item'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Actor } from '~/platform/policy/actor'
import { openEditor } from './open-editor.server'

/** What the editor of an item needs. */
export async function viewEditor(actor: Actor, id: string) {
  const { draft, others, comments } = await openEditor(actor, id, 'item')
  const { domains, levels } = latestFramework(profileFramework).framework
  return { draft: { ...draft, data: draft.data as DraftItem }, others, comments, domains, levels }
}

export type EditorView = Awaited<ReturnType<typeof viewEditor>>
