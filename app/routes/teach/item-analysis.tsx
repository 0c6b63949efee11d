import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemQuery } from '~/assessment/item-analysis/item-sort'
import { ItemAnalysisPage } from '~/assessment/item-analysis/ItemAnalysisPage'
import { viewItemAnalysis } from '~/assessment/item-analysis/view-item-analysis.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'list.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = itemQuery(new URL(request.url).searchParams)
  return { view: await viewItemAnalysis(actor, params.campaignId ?? '', query), query }
}

export default function ItemAnalysis() {
  return <ItemAnalysisPage {...useLoaderData<typeof loader>()} />
}
