import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MarkingPage } from '~/learning/marking/MarkingPage'
import { viewMarking } from '~/learning/marking/waiting.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('marking', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const saved = new URL(request.url).searchParams.get('note') === 'saved'
  return { view: viewMarking(actor, context.prefs.locale), saved }
}

export default function Marking() {
  return <MarkingPage {...useLoaderData<typeof loader>()} />
}
