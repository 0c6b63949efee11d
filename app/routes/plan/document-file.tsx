import type { LoaderFunctionArgs } from '@remix-run/node'
import { documentFile } from '~/interchange/official/view-document.server'
import { requireActor } from '~/platform/http/context.server'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { name, body } = await documentFile(actor, params.id!)
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
