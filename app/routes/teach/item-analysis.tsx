import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemQuery } from '~/assessment/item-analysis/item-sort'
import { ItemAnalysisPage } from '~/assessment/item-analysis/ItemAnalysisPage'
import { viewItemAnalysis } from '~/assessment/item-analysis/view-item-analysis.server'
import { ItemActions } from '~/authoring/bank/ItemActions'
import { workOn } from '~/authoring/bank/item-work.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'list.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = itemQuery(new URL(request.url).searchParams)
  const view = await viewItemAnalysis(actor, params.campaignId ?? '', query)
  const flagged = view.rows.flatMap(({ code, flags }) => (flags.length > 0 ? [code] : []))
  return { view, query, work: workOn(actor, flagged) }
}

export default function ItemAnalysis() {
  const { work, ...shown } = useLoaderData<typeof loader>()
  return (
    <ItemAnalysisPage
      {...shown}
      actions={
        work
          ? ({ code, version }) => (
              <ItemActions code={code} version={version} work={work.items[code]} decides={work.decides} />
            )
          : undefined
      }
    />
  )
}
