import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportWorkbook } from '~/interchange/workbook/report-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { bodyOf } from '~/platform/http/streamed-body.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = reportWorkbook(actor, params.id!, context.prefs.locale)
  return xlsxAnswer(bodyOf(body), name)
}
