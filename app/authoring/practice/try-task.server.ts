import { screenOf, type Move } from '~/assessment/practice/scenario'
import { fieldsSent } from '~/assessment/practice/send-form.server'
import { readAction } from '~/assessment/practice/sent-move'
import type { MoveFault } from '~/assessment/practice/engine'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById, type DraftRow } from '../drafts/find-draft.server'
import { saveDraft } from '../drafts/save-draft.server'
import { writeMoves } from './expression'
import { refuse } from '~/platform/http/errors'
import type { TaskDraft } from './task-draft'
import { standingOf, triableTask, withMove, withTry } from './try-task'

/** A draft of a practice task to be tried: the scenario, or what keeps it from being tried. */
export function viewTaskTry(actor: Actor, id: string) {
  const draft = taskDraft(actor, id)
  const open = draft.state !== 'published' && !draft.deletedAt
  return {
    id,
    title: draft.title,
    revision: draft.revision,
    data: draft.data,
    open,
    ...triableTask(draft.data),
  }
}

/** What a page of a try sent: where it stands now. Nothing of it is kept anywhere but in the page. */
export type Tried = {
  written: string
  typed: Move['fields']
  faults: MoveFault[]
  ask: boolean
  over: boolean
}

/** Does what a page of a try sent. With `again` nothing is done, and everything typed comes back. */
export function tryMove(actor: Actor, id: string, form: FormData, again: boolean): Tried {
  const task = triableTask(taskDraft(actor, id).data)
  const before = String(form.get('moves') ?? '')
  if (form.get('intent') === 'restart' || !('scenario' in task))
    return { written: '', typed: {}, faults: [], ask: false, over: false }
  const { scenario } = task
  const standing = standingOf(scenario, before)
  const typed = fieldsSent(scenario, standing.state, form)
  const written = writeMoves(standing.moves)
  const over = form.get('over') === 'yes' || form.get('end') === 'sure'
  const same = { written, typed, faults: [], ask: form.get('end') === 'ask', over }
  if (again || over || same.ask) return same
  const screen = screenOf(scenario, standing.state.screen)
  const action = readAction(screen, standing.state.values, form)
  const moved = withMove(scenario, standing, { action, fields: typed })
  if ('faults' in moved) return { ...same, faults: moved.faults }
  return { ...same, written: writeMoves(moved.moves), typed: {} }
}

/**
 * Keeps a try in the draft, as its model solution or as a listed mistake with the points that it got.
 * @returns false where somebody saved since `seen`
 */
export async function keepTry(
  actor: Actor,
  id: string,
  { seen, written, as }: { seen: number; written: string; as: 'model' | { vi: string; en: string } },
): Promise<boolean> {
  const { data } = taskDraft(actor, id)
  const task = triableTask(data)
  if (!('scenario' in task)) throw refuse('badRequest')
  const kept = withTry(data, task.scenario, written, as)
  return (await saveDraft(actor, { id, seen, data: kept })).kind === 'saved'
}

function taskDraft(actor: Actor, id: string): DraftRow & { data: TaskDraft } {
  authorise(actor, 'studio.write')
  const draft = draftById(id)
  if (draft.kind !== 'practice') throw refuse('notFound')
  return { ...draft, data: draft.data as TaskDraft }
}
