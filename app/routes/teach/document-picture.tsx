import type { LoaderFunctionArgs } from '@remix-run/node'
import { documentPicture } from '~/interchange/lessons/import/view-document.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const picture = documentPicture(actor, params.id ?? '', params.name ?? '')
  if (!picture) throw refuse('notFound')
  return new Response(picture.bytes as BodyInit, {
    headers: { 'Content-Type': picture.type, 'Cache-Control': 'private, no-store' },
  })
}
