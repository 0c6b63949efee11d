import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { CommunePage } from '~/scorecards/views/CommunePage'
import { viewCommune } from '~/scorecards/views/view-commune.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle(
  'scorecard',
  'title',
  (data: Awaited<ReturnType<typeof loader>>) => data.view.commune.name,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  return {
    view: viewCommune(actor, params.code ?? '', query.get('snapshot') || null),
    note: query.get('note'),
  }
}

export default function ScorecardCommune() {
  return <CommunePage {...useLoaderData<typeof loader>()} />
}
