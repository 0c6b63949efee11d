import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { ProvincePage } from '~/scorecards/views/ProvincePage'
import { provinceSort } from '~/scorecards/views/province-table'
import { ownCommune, viewProvince } from '~/scorecards/views/view-province.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('scorecard', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const own = ownCommune(actor)
  if (own) return redirect(paths.scorecardOf(own))
  const query = new URL(request.url).searchParams
  const sort = provinceSort(query.get('sort'))
  const view = viewProvince(actor, {
    snapshot: query.get('snapshot') || null,
    sort,
    direction: query.get('dir') === 'desc' ? 'desc' : 'asc',
    filter: (query.get('q') ?? '').slice(0, 80),
  })
  return { view, tab: query.get('view') === 'groups' ? ('groups' as const) : ('total' as const) }
}

export default function Scorecards() {
  return <ProvincePage {...useLoaderData<typeof loader>()} />
}
