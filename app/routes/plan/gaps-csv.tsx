import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportCsv } from '~/gaps/report-csv.server'
import { requireActor } from '~/platform/http/context.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = reportCsv(actor, params.id!, context.prefs.locale)
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
