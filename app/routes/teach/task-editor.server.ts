import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { editDraft } from '~/authoring/editor/edit-draft.server'
import { taskPath, type TaskPlace } from '~/authoring/practice/task-place'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { authorise } from '~/platform/policy/require.server'

/** What a page of a practice task's editor answers to its form. */
export async function taskEditorReply({ request, params, context }: ActionFunctionArgs, place: TaskPlace) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  const switched = switchedLocale(context, form) !== null
  const outcome = await editDraft(actor, id, form)
  if (outcome.kind === 'saved') return redirect(taskPath(id, place), 303)
  if (outcome.kind === 'sent') return redirect(paths.studioReview(id, { note: 'sent' }), 303)
  if (outcome.kind === 'conflict') return data(outcome, 409)
  const faulty = Object.keys(outcome.errors).length + outcome.faults.length > 0
  return data(outcome, faulty && !switched ? 400 : 200)
}
