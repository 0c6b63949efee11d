import type { LoaderFunctionArgs } from '@remix-run/node'
import { requestsFile } from '~/campaigns/requests/requests-file.server'
import { requireActor } from '~/platform/http/context.server'
import { bodyOf } from '~/platform/http/streamed-body.server'
import { csvAnswer } from '~/platform/http/csv-answer.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = requestsFile(actor, params.id!, 'csv', context.prefs.locale)
  return csvAnswer(bodyOf(body), name)
}
