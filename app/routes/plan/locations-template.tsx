import type { LoaderFunctionArgs } from '@remix-run/node'
import { locationsTemplate } from '~/people/locations/locations.server'
import { requireActor } from '~/platform/http/context.server'
import { xlsxAnswer } from '~/platform/http/xlsx-answer.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const workbook = await locationsTemplate(await requireActor(context, request))
  return xlsxAnswer(workbook, 'toa_do_cac_xa.xlsx')
}
