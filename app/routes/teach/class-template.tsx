import type { LoaderFunctionArgs } from '@remix-run/node'
import { pastTemplate } from '~/classes/past/template.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const workbook = await pastTemplate(await requireActor(context, request))
  return xlsxAnswer(workbook, 'lop_tap_huan.xlsx')
}
