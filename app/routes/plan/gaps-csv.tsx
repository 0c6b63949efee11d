import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportCsv } from '~/interchange/workbook/report-csv.server'
import { requireActor } from '~/platform/http/context.server'
import { csvAnswer } from '~/platform/http/csv-answer.server'
import { bodyOf } from '~/platform/http/streamed-body.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = reportCsv(actor, params.id!, context.prefs.locale)
  return csvAnswer(bodyOf(body), name)
}
