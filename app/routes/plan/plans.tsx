import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { listPlans } from '~/planning/plans/list-plans.server'
import { deletePlan } from '~/planning/plans/make-plan.server'
import { PlansPage } from '~/planning/plans/PlansPage'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('planning', 'plans.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  return { view: listPlans(actor, { remove: searchParams.get('remove') }), note: searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'plans.manage')
  const form = await request.formData()
  const id = form.get('id')
  if (form.get('intent') !== 'delete' || typeof id !== 'string') throw refuse('badRequest')
  await deletePlan(actor, id)
  return redirect(paths.plans({ note: 'deleted' }), 303)
}

export default function Plans() {
  return <PlansPage {...useLoaderData<typeof loader>()} />
}
