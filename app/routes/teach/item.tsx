import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ItemPage } from '~/assessment/catalogue/ItemPage'
import { viewItem } from '~/assessment/catalogue/view-item.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'items.title', ({ item }: { item: { code: string } }) => item.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return viewItem(actor, params.code ?? '')
}

export default function Item() {
  return <ItemPage {...useLoaderData<typeof loader>()} />
}
