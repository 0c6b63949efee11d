import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { consentedResult } from '~/gaps/consented-results.server'
import { PersonResultScreen } from '~/gaps/PersonResultScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('gaps', 'person.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { result: consentedResult(actor, params.campaignId!, params.code!, params.personId!) }
}

export default function PersonResult() {
  return <PersonResultScreen result={useLoaderData<typeof loader>().result} />
}
