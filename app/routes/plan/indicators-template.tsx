import type { LoaderFunctionArgs } from '@remix-run/node'
import { indicatorsTemplate } from '~/gaps/indicators/indicators-template.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const long = new URL(request.url).searchParams.get('layout') === 'long'
  return xlsxAnswer(
    await indicatorsTemplate(actor, long),
    long ? 'chi_so_theo_dong.xlsx' : 'chi_so_cac_xa.xlsx',
  )
}
