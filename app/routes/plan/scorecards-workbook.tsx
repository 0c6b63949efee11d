import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'
import { scorecardWorkbook } from '~/scorecards/export.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const snapshot = new URL(request.url).searchParams.get('snapshot')
  const { name, body } = await scorecardWorkbook(actor, snapshot, context.prefs.locale)
  return xlsxAnswer(body, name)
}
