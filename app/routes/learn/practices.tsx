import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { practiceList } from '~/learning/practice/practice-views.server'
import { PracticesPage } from '~/learning/practice/PracticesPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('practice', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { tasks: practiceList(actor, context.prefs.locale) }
}

export default function Practices() {
  return <PracticesPage {...useLoaderData<typeof loader>()} />
}
