import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { communeReport, type CommuneReport } from '~/gaps/commune-report.server'
import { CommuneScreen } from '~/gaps/CommuneScreen'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle(
  'gaps',
  'crumb.gaps',
  ({ report }: { report: CommuneReport }) => report.commune.name,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { report: communeReport(actor, params.id!, params.code!) }
}

export default function GapsCommune() {
  return <CommuneScreen report={useLoaderData<typeof loader>().report} />
}
