import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learningReport } from '~/learning/report/learning-report.server'
import { LearningPage } from '~/learning/report/LearningPage'
import { countSort, sortCounts } from '~/learning/report/sort-counts'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'learning' }
export const meta = pageTitle('enrolment', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const sort = countSort(query.get('sort'), query.get('dir'))
  const report = learningReport(actor, query.get('module') || null, query.get('commune'))
  const by: 'communes' | 'positions' =
    query.get('by') === 'positions' && report.province ? 'positions' : 'communes'
  const rows = report.chosen ? sortCounts(report.chosen[by], sort) : []
  return { ...report, by, rows, sort, mayRevoke: can(actor, 'certificates.revoke') }
}

export default function Learning() {
  return <LearningPage {...useLoaderData<typeof loader>()} />
}
