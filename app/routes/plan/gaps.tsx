import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { retryEstimate } from '~/gaps/estimate-campaign.server'
import { parseGapQuery } from '~/gaps/gap-query'
import { provinceReport } from '~/gaps/province-report.server'
import { ProvinceScreen } from '~/gaps/ProvinceScreen'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'crumb.gaps')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const report = provinceReport(actor, params.id!, parseGapQuery(new URL(request.url).searchParams))
  // A page without script asks again by this header until the estimates are there.
  const waits = report.estimating !== null && !report.estimating.failed
  return data({ report }, waits ? { headers: { Refresh: '3' } } : undefined)
}

/** Works the estimates out again after a fault. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  await retryEstimate(actor, params.id!)
  return redirect(paths.gaps(params.id!), 303)
}

export default function Gaps() {
  return <ProvinceScreen report={useLoaderData<typeof loader>().report} />
}
