import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { communeRequests } from '~/campaigns/requests/commune-requests.server'
import { CommuneRequestsScreen } from '~/campaigns/requests/CommuneRequestsScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle('requests', 'title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const campaign = new URL(request.url).searchParams.get('campaign')
  return { view: communeRequests(actor, params.code!, campaign) }
}

export default function CommuneRequests() {
  return <CommuneRequestsScreen view={useLoaderData<typeof loader>().view} />
}
