import type { LoaderFunctionArgs } from '@remix-run/node'
import { answersWorkbook } from '~/campaigns/paper/answers-workbook.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'
import { isSample } from '~/platform/db/is-sample.server'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const commune = new URL(request.url).searchParams.get('commune') || null
  const options = { locale: context.prefs.locale, sample: isSample() }
  const file = await answersWorkbook(actor, params.id!, commune, options)
  return xlsxAnswer(new Uint8Array(file.body), file.name)
}
