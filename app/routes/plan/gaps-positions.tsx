import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { positionsReport } from '~/gaps/positions-report.server'
import { PositionsScreen } from '~/gaps/PositionsScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('charts', 'view.positions')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: positionsReport(actor, params.id!) }
}

export default function GapsPositions() {
  return <PositionsScreen report={useLoaderData<typeof loader>().report} />
}
