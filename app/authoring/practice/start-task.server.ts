import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { taskFromScenario } from './from-scenario'
import type { TaskDraft } from './task-draft'
import { templateTask } from './template'

/** Begins a new practice task from a small one that works, to be rewritten. @returns the id of the draft */
export async function startTask(actor: Actor, purpose: TaskDraft['purpose']): Promise<string> {
  authorise(actor, 'studio.write')
  const data: TaskDraft = { ...taskFromScenario(templateTask), code: '', purpose }
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind: 'practice', data })))
}
