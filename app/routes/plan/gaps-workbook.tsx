import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportWorkbook } from '~/gaps/report-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = await reportWorkbook(actor, params.id!, context.prefs.locale)
  return xlsxAnswer(body, name)
}
