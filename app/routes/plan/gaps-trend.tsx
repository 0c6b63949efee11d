import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { trendReport } from '~/gaps/trend-report.server'
import { TrendScreen } from '~/gaps/TrendScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('charts', 'view.trend')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: trendReport(actor, params.id!) }
}

export default function GapsTrend() {
  return <TrendScreen report={useLoaderData<typeof loader>().report} />
}
