import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Actor } from '~/platform/policy/actor'
import { openEditor } from '../editor/open-editor.server'
import type { TaskDraft } from './task-draft'

/** What the editor of a practice task needs, whichever of its pages is open. */
export async function viewTaskEditor(actor: Actor, id: string) {
  const { draft, others, comments } = await openEditor(actor, id, 'practice')
  const { domains, levels } = latestFramework(profileFramework).framework
  return { draft: { ...draft, data: draft.data as TaskDraft }, others, comments, domains, levels }
}

export type TaskEditorView = Awaited<ReturnType<typeof viewTaskEditor>>
