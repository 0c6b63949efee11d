import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { asDraft } from '../drafts/find-draft.server'
import { taskFromScenario } from './from-scenario'
import { newestTask } from './publish-task.server'
import type { TaskDraft } from './task-draft'
import { templateTask } from './template'

/** Begins a new practice task from a small one that works, to be rewritten. @returns the id of the draft */
export async function startTask(actor: Actor, purpose: TaskDraft['purpose']): Promise<string> {
  authorise(actor, 'studio.write')
  const data: TaskDraft = { ...taskFromScenario(templateTask), code: '', purpose }
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind: 'practice', data })))
}

/** Begins the next version of a published task, or goes on with the one that is being written. @returns the id of the draft */
export async function reviseTask(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const baseId = newestOf(code)
  return inTransaction((tx) => {
    const open = tx.sql.get<{ id: string }>(
      `SELECT id FROM ContentDraft WHERE kind = 'practice' AND code = ? AND baseId IS NOT NULL AND state <> 'published'
         AND deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 1`,
      code,
    )
    const data = asDraft('practice', baseId)
    return Promise.resolve(open?.id ?? createDraft(tx, actor, { kind: 'practice', data, baseId }))
  })
}

/** Begins another task from a published one: the same texts, a code of its own. @returns the id of the draft */
export async function copyTask(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const data: TaskDraft = { ...(asDraft('practice', newestOf(code)) as TaskDraft), code: '' }
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind: 'practice', data })))
}

function newestOf(code: string): string {
  const newest = newestTask(reader, code)
  if (!newest) throw refuse('notFound')
  return newest.id
}
