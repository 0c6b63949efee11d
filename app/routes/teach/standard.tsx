import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandardPage } from '~/assessment/catalogue/StandardPage'
import { viewStandard } from '~/assessment/catalogue/view-standards.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('analysis', 'standards.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: viewStandard(actor, Number(params.id)) }
}

export default function StandardRoute() {
  return <StandardPage view={useLoaderData<typeof loader>().view} />
}
