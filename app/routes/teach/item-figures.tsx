import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemFiguresPage } from '~/assessment/item-analysis/ItemFiguresPage'
import { viewItemFigures } from '~/assessment/item-analysis/view-item-figures.server'
import { ItemActions } from '~/authoring/bank/ItemActions'
import { workOn } from '~/authoring/bank/item-work.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

type Titled = { view: { item: { code: string } } }

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'list.title', ({ view }: Titled) => view.item.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = await viewItemFigures(actor, params.campaignId ?? '', params.item ?? '')
  return { view, work: workOn(actor, [view.item.code]) }
}

export default function ItemFiguresRoute() {
  const { view, work } = useLoaderData<typeof loader>()
  const { code, version } = view.item
  return (
    <ItemFiguresPage
      view={view}
      actions={
        work ? (
          <ItemActions code={code} version={version} work={work.items[code]} decides={work.decides} />
        ) : null
      }
    />
  )
}
