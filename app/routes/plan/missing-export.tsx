import type { LoaderFunctionArgs } from '@remix-run/node'
import { missingWorkbook } from '~/campaigns/missing-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { isSample } from '~/platform/db/is-sample.server'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const commune = new URL(request.url).searchParams.get('commune') || null
  const { locale } = context.prefs
  const file = await missingWorkbook(actor, params.id!, commune, { locale, sample: isSample() })
  return new Response(new Uint8Array(file.body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
