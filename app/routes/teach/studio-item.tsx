import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConflictPage } from '~/authoring/editor/ConflictPage'
import { editItem } from '~/authoring/pictures/edit-item.server'
import { EditItemPage } from '~/authoring/editor/EditItemPage'
import { viewEditor } from '~/authoring/editor/view-editor.server'
import { treeOf } from '~/authoring/items/item-form'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: { name: 'intent', value: 'save' } }
export const meta = pageTitle('studio', 'edit.page')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewEditor(actor, params.id ?? '') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const form = await request.formData()
  const id = params.id ?? ''
  const switched = switchedLocale(context, form) !== null
  const outcome = await editItem(actor, id, form)
  if (outcome.kind === 'saved') return redirect(paths.studioItem(id), 303)
  if (outcome.kind === 'sent') return redirect(paths.studioReview(id, { note: 'sent' }), 303)
  if (outcome.kind === 'conflict') return data(outcome, 409)
  const faulty = Object.keys(outcome.errors).length + outcome.faults.length > 0
  return data(outcome, faulty && !switched ? 400 : 200)
}

export default function StudioItem() {
  const { view } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back?.kind === 'conflict') return <ConflictPage conflict={back.conflict} />
  return <EditItemPage view={view} tree={treeOf(view.draft.data)} reply={back ?? null} />
}
