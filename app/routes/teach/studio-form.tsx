import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { editDraft } from '~/authoring/editor/edit-draft.server'
import { EditFormPage } from '~/authoring/forms/EditFormPage'
import { surveyTree } from '~/authoring/forms/survey-tree'
import { bankFor, viewFormEditor } from '~/authoring/forms/view-form-editor.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('forms', 'edit.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = await viewFormEditor(actor, params.id ?? '')
  return { view, bank: bankFor(surveyTree(view.draft.data)) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  const switched = switchedLocale(context, form) !== null
  const outcome = await editDraft(actor, id, form)
  if (outcome.kind === 'saved') return redirect(paths.studioForm(id), 303)
  if (outcome.kind === 'sent') return redirect(paths.studioReview(id, { note: 'sent' }), 303)
  if (outcome.kind === 'conflict') return data(outcome, 409)
  const faulty = Object.keys(outcome.errors).length + outcome.faults.length > 0
  return data({ ...outcome, bank: bankFor(outcome.tree) }, faulty && !switched ? 400 : 200)
}

export default function StudioForm() {
  const { view, bank } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return (
    <EditFormPage
      view={view}
      bank={back?.bank ?? bank}
      tree={surveyTree(view.draft.data)}
      reply={back ?? null}
    />
  )
}
