import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateWorkbook } from '~/people/roster/template-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return xlsxAnswer(await templateWorkbook(actor), 'mau-danh-sach.xlsx')
}
