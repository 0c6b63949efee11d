import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChoicesPage } from '~/assessment/adaptive/ChoicesPage'
import { listChoices } from '~/campaigns/list-choices.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('adaptive', 'choices.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  return listChoices(actor, params.campaignId!, context.prefs.locale, page)
}

export default function Choices() {
  return <ChoicesPage {...useLoaderData<typeof loader>()} />
}
