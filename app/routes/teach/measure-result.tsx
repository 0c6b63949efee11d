import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewMeasure } from '~/gaps/measure-page/own-measures.server'
import { RunPage } from '~/gaps/measure-page/RunPage'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle(
  'measure',
  'page.title',
  ({ view }: { view: { fileName: string } }) => view.fileName,
)
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const view = viewMeasure(actor, params.jobId ?? '')
  const waits = view.state === 'queued' || view.state === 'running'
  // A page without script asks again by this header until the table was worked on.
  return data({ view }, waits ? { headers: { Refresh: '2' } } : undefined)
}

export default function MeasureResultPage() {
  return <RunPage view={useLoaderData<typeof loader>().view} />
}
