import { data, redirect } from '@remix-run/node'
import { editDraft, type EditOutcome } from '~/authoring/editor/edit-draft.server'
import { paths } from '~/paths'
import type { Actor } from '~/platform/policy/actor'

/** Where a page of a module's editor leads once its form was saved. */
type After = string | (() => string)

/** What a form of a module's editor answers: the page that it leads to, or itself with everything typed. */
export async function replyToModule(actor: Actor, id: string, form: FormData, after: After) {
  const outcome = await editDraft(actor, id, form)
  if (outcome.kind === 'saved') return redirect(typeof after === 'string' ? after : after(), 303)
  if (outcome.kind === 'sent') return redirect(paths.studioReview(id, { note: 'sent' }), 303)
  return data<Exclude<EditOutcome, { kind: 'saved' | 'sent' }>>(outcome, statusOf(outcome, form))
}

function statusOf(outcome: Exclude<EditOutcome, { kind: 'saved' | 'sent' }>, form: FormData): number {
  if (outcome.kind === 'conflict') return 409
  const faulty = Object.keys(outcome.errors).length + outcome.faults.length > 0
  return faulty && !form.has('switchLocale') ? 400 : 200
}
