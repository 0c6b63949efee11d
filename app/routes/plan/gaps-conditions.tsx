import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { conditionsReport } from '~/gaps/conditions-report.server'
import { ConditionsScreen } from '~/gaps/ConditionsScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'view.conditions')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: conditionsReport(actor, params.id!) }
}

export default function GapsConditions() {
  return <ConditionsScreen report={useLoaderData<typeof loader>().report} />
}
