import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseGapQuery } from '~/gaps/gap-query'
import { measureReport } from '~/gaps/measure-report.server'
import { MeasureScreen } from '~/gaps/MeasureScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'measure.page')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = parseGapQuery(new URL(request.url).searchParams)
  return { report: measureReport(actor, params.id!, params.measure!, view), view }
}

export default function GapsMeasure() {
  return <MeasureScreen {...useLoaderData<typeof loader>()} />
}
