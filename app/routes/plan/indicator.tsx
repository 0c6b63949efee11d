import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewIndicator } from '~/gaps/indicators/indicator-page.server'
import { IndicatorPage } from '~/gaps/indicators/IndicatorPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'desk' }
export const meta = pageTitle('indicators', 'title', ({ title }: { title: string }) => title)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const [date = null, sort = null, dir = null] = ['date', 'sort', 'dir'].map((name) => searchParams.get(name))
  const view = viewIndicator(actor, params.id!, { date, sort, dir })
  return { view, title: view.indicator.name[context.prefs.locale] }
}

export default function Indicator() {
  return <IndicatorPage view={useLoaderData<typeof loader>().view} />
}
