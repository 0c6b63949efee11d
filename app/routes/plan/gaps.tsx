import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseGapQuery } from '~/gaps/gap-query'
import { provinceReport } from '~/gaps/province-report.server'
import { ProvinceScreen } from '~/gaps/ProvinceScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'crumb.gaps')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: provinceReport(actor, params.id!, parseGapQuery(new URL(request.url).searchParams)) }
}

export default function Gaps() {
  return <ProvinceScreen report={useLoaderData<typeof loader>().report} />
}
