import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RequestsScreen } from '~/campaigns/requests/RequestsScreen'
import { viewRequests } from '~/campaigns/requests/view-requests.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('requests', 'title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return { view: viewRequests(actor, { campaign: query.get('campaign'), state: query.get('state') }) }
}

export default function Requests() {
  return <RequestsScreen view={useLoaderData<typeof loader>().view} />
}
