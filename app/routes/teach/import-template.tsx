import type { LoaderFunctionArgs } from '@remix-run/node'
import { questionTemplate } from '~/interchange/questions/sheet-template.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return xlsxAnswer(await questionTemplate(actor, context.prefs.locale), 'mau-cau-hoi.xlsx')
}
