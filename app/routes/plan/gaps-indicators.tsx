import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BesideScreen } from '~/gaps/indicators/BesideScreen'
import { indicatorsReport } from '~/gaps/indicators/indicators-report.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('indicators', 'beside.crumb')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const asked = (name: string) => searchParams.get(name)
  const report = indicatorsReport(actor, params.id!, {
    indicator: asked('indicator'),
    date: asked('date'),
    sort: asked('sort'),
    dir: asked('dir'),
  })
  return { report }
}

export default function GapsIndicators() {
  return <BesideScreen report={useLoaderData<typeof loader>().report} />
}
