import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parsePlanQuery } from '~/planning/results/plan-query'
import { PlanScreen } from '~/planning/results/PlanScreen'
import { firstScenario, viewScenario } from '~/planning/results/view-scenario.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('plans', 'title', ({ title }: { title: string }) => title)
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  const view = viewScenario(actor, params.id!, firstScenario(actor, params.id!), locale)
  const shown = parsePlanQuery(new URL(request.url).searchParams)
  // A page without script asks again by this header until the scenario is worked out.
  const waits = view.job?.state === 'queued' || view.job?.state === 'running'
  return data(
    { view, shown, title: view.plan.title[locale] },
    waits ? { headers: { Refresh: '3' } } : undefined,
  )
}

export default function Plan() {
  const { view, shown } = useLoaderData<typeof loader>()
  return <PlanScreen view={view} shown={shown} />
}
