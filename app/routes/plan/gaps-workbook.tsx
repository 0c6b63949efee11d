import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportWorkbook } from '~/gaps/report-workbook.server'
import { requireActor } from '~/platform/http/context.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = await reportWorkbook(actor, params.id!, context.prefs.locale)
  return new Response(body, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
