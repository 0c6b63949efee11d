import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { clusterNameSchema, tickedIn } from '~/people/places/clusters'
import { viewCluster } from '~/people/places/clusters.server'
import { ClusterPage } from '~/people/places/ClusterPage'
import { deleteCluster, saveCluster } from '~/people/places/save-cluster.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle(
  'clusters',
  'title',
  (loaded: Awaited<ReturnType<typeof loader>>) => loaded.view.cluster.name,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewCluster(actor, params.id!)
  return { view, asksDelete: new URL(request.url).searchParams.get('ask') === 'delete' }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'clusters.edit')
  const id = params.id!
  const form = await request.formData()
  const typed = typedIn(form)
  if (form.get('intent') === 'delete') {
    const { name } = viewCluster(actor, id).cluster
    await deleteCluster(actor, id)
    return redirect(paths.clusters({ note: 'deleted', name }), 303)
  }
  if (switchedLocale(context, form)) return data({ reply: { typed, errors: {} } })
  const { value, reply } = parseForm(form, clusterNameSchema)
  if (reply) return refusedForm(reply)
  const edit = { name: value.name, communes: tickedIn(form.keys()), mark: typed.mark ?? '' }
  const answer = await saveCluster(actor, id, edit)
  if (answer.fault === 'form.stale')
    return data({ reply: { typed, errors: { communes: answer.fault } } }, 409)
  if (answer.fault) return refusedForm({ typed, errors: { name: answer.fault } })
  return redirect(paths.clusters({ note: 'saved', name: value.name, moved: answer.moved || undefined }), 303)
}

export default function Cluster() {
  return <ClusterPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
