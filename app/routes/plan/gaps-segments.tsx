import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { segmentsReport } from '~/gaps/segments-report.server'
import { SegmentsScreen } from '~/gaps/SegmentsScreen'
import { modulesForGroup } from '~/learning/group-modules.server'
import { GroupModules } from '~/learning/GroupModules'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'view.segments')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const report = segmentsReport(actor, params.id!)
  const advice = report.segments.map(({ needs }) => modulesForGroup(needs, context.prefs.locale))
  return { report, advice }
}

export default function GapsSegments() {
  const { report, advice } = useLoaderData<typeof loader>()
  return <SegmentsScreen report={report} modulesFor={(index) => <GroupModules advice={advice[index]!} />} />
}
