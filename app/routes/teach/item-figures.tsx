import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemFiguresPage } from '~/assessment/item-analysis/ItemFiguresPage'
import { viewItemFigures } from '~/assessment/item-analysis/view-item-figures.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

type Titled = { view: { item: { code: string } } }

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'list.title', ({ view }: Titled) => view.item.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: await viewItemFigures(actor, params.campaignId ?? '', params.item ?? '') }
}

export default function ItemFiguresRoute() {
  return <ItemFiguresPage {...useLoaderData<typeof loader>()} />
}
