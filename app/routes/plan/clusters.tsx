import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { clusterNameSchema } from '~/people/places/clusters'
import { viewClusters } from '~/people/places/clusters.server'
import { ClustersPage, type ClustersDone } from '~/people/places/ClustersPage'
import { createCluster, moveCluster } from '~/people/places/save-cluster.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('clusters', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewClusters(actor), done: doneIn(new URL(request.url).searchParams) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'clusters.edit')
  const form = await request.formData()
  if (form.get('intent') === 'order') {
    await moveCluster(actor, String(form.get('id')), form.get('way') === 'up' ? 'up' : 'down')
    return redirect(paths.clusters(), 303)
  }
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, clusterNameSchema)
  if (reply) return refusedForm(reply)
  const answer = await createCluster(actor, value.name)
  if (answer.fault !== undefined) return refusedForm({ typed: typedIn(form), errors: { name: answer.fault } })
  return redirect(paths.cluster(answer.id), 303)
}

function doneIn(query: URLSearchParams): ClustersDone {
  const note = query.get('note')
  if (note !== 'saved' && note !== 'deleted') return null
  return { note, name: query.get('name') ?? '', moved: Number(query.get('moved')) || 0 }
}

export default function Clusters() {
  return <ClustersPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
