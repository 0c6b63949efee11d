import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consentedResults } from '~/gaps/consented-results.server'
import { ConsentedScreen } from '~/gaps/ConsentedScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('gaps', 'consented.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: consentedResults(actor, params.campaignId!, params.code!) }
}

export default function CommuneConsented() {
  return <ConsentedScreen report={useLoaderData<typeof loader>().report} />
}
