import type { LoaderFunctionArgs } from '@remix-run/node'
import { resourcesWorkbook } from '~/planning/resources/import-resources.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const workbook = await resourcesWorkbook(await requireActor(context, request))
  return xlsxAnswer(workbook, 'nguon_luc_tap_huan.xlsx')
}
