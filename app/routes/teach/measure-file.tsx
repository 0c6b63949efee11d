import type { LoaderFunctionArgs } from '@remix-run/node'
import { measureFile } from '~/gaps/measure-page/measure-files'
import { viewMeasure } from '~/gaps/measure-page/own-measures.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { run } = viewMeasure(actor, params.jobId ?? '')
  const name = params.file ?? ''
  const file = run && measureFile(run, name)
  if (!file) throw refuse('notFound')
  return new Response(file.body, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
