import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { methodReport } from '~/gaps/method-report.server'
import { MethodScreen } from '~/gaps/MethodScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'method.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: methodReport(actor, params.id!) }
}

export default function GapsMethod() {
  return <MethodScreen report={useLoaderData<typeof loader>().report} />
}
