import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { makeSummary } from '~/interchange/meeting/make-summary.server'
import styles from '~/interchange/meeting/meeting.css?url'
import { SummaryPage } from '~/interchange/meeting/SummaryPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', sheets: true }
export const meta = pageTitle('meeting', 'summary.name')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { view: makeSummary(actor, params.id!, context.prefs.locale) }
}

export default function GapsSummary() {
  return <SummaryPage view={useLoaderData<typeof loader>().view} />
}
