import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { segmentTitle } from '~/gaps/segment-title'
import { segmentsReport } from '~/gaps/segments-report.server'
import { SegmentsScreen } from '~/gaps/SegmentsScreen'
import { GroupPath } from '~/learning/paths/GroupPath'
import { GroupPathPage } from '~/learning/paths/GroupPathPage'
import { groupPath } from '~/learning/paths/library.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useLocale } from '~/platform/i18n/react'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('gaps', 'view.segments')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const report = segmentsReport(actor, params.id!)
  const advice = report.segments.map(({ needs }) => groupPath(needs, context.prefs.locale))
  const asked = Number(new URL(request.url).searchParams.get('path'))
  const printed = Number.isInteger(asked) && report.segments[asked - 1] ? asked - 1 : null
  return { report, advice, printed }
}

export default function GapsSegments() {
  const { report, advice, printed } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const { campaign, segments } = report
  if (printed !== null)
    return (
      <GroupPathPage
        back={paths.gapsSegments(campaign.id)}
        title={segmentTitle(locale, segments[printed]!, report)}
        under={campaign.title[locale]}
        path={advice[printed]!}
      />
    )
  return (
    <SegmentsScreen
      report={report}
      modulesFor={(index) => (
        <GroupPath
          path={advice[index]!}
          printAt={paths.gapsSegments(campaign.id, { path: String(index + 1) })}
        />
      )}
    />
  )
}
