import type { LoaderFunctionArgs } from '@remix-run/node'
import { errorsWorkbook } from '~/people/roster/errors-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'
import { isSample } from '~/platform/db/is-sample.server'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return xlsxAnswer(
    await errorsWorkbook(actor, params.id ?? '', { locale: context.prefs.locale, sample: isSample() }),
    'dong-co-loi.xlsx',
  )
}
