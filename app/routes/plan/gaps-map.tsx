import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mapReport } from '~/gaps/map-report.server'
import { MapScreen } from '~/gaps/MapScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('charts', 'view.map')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const measure = new URL(request.url).searchParams.get('measure') ?? ''
  return { report: mapReport(actor, params.id!, measure) }
}

export default function GapsMap() {
  return <MapScreen report={useLoaderData<typeof loader>().report} />
}
