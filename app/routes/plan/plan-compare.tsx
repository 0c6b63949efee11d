import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { comparePlan } from '~/planning/results/compare.server'
import { CompareScreen } from '~/planning/results/CompareScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('plans', 'compare.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: comparePlan(actor, params.id!, context.prefs.locale) }
}

export default function ComparePlan() {
  return <CompareScreen view={useLoaderData<typeof loader>().view} />
}
