import type { LoaderFunctionArgs } from '@remix-run/node'
import { indicatorCsv } from '~/gaps/indicators/indicator-page.server'
import { requireActor } from '~/platform/http/context.server'
import { isSample } from '~/platform/db/is-sample.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  const { name, body } = indicatorCsv(actor, params.id!, { locale, sample: isSample() })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
