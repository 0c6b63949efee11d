import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAnalyses } from '~/assessment/item-analysis/analysed-campaign.server'
import { AnalysesPage } from '~/assessment/item-analysis/AnalysesPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { campaigns: listAnalyses(actor) }
}

export default function Analysis() {
  return <AnalysesPage {...useLoaderData<typeof loader>()} />
}
