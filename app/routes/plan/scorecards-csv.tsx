import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/platform/http/context.server'
import { scorecardCsv } from '~/scorecards/export.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const snapshot = new URL(request.url).searchParams.get('snapshot')
  const { name, body } = scorecardCsv(actor, snapshot, context.prefs.locale)
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
