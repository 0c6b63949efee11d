import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandardsPage } from '~/assessment/catalogue/StandardsPage'
import { viewStandards } from '~/assessment/catalogue/view-standards.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'standards.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const saved = new URL(request.url).searchParams.get('note') === 'saved'
  return { view: viewStandards(actor), saved }
}

export default function Standards() {
  const { view, saved } = useLoaderData<typeof loader>()
  return <StandardsPage view={view} saved={saved} />
}
