import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PacksPage } from '~/interchange/packs/PacksPage'
import { viewPacks } from '~/interchange/packs/view-packs.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('packs', 'export.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const empty = new URL(request.url).searchParams.get('note') === 'empty'
  return { view: viewPacks(actor, context.prefs.locale), empty }
}

export default function Packs() {
  return <PacksPage {...useLoaderData<typeof loader>()} />
}
