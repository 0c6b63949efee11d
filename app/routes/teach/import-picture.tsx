import type { LoaderFunctionArgs } from '@remix-run/node'
import { importPicture } from '~/interchange/imports/view-import.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const picture = importPicture(actor, params.id ?? '', params.hash ?? '')
  if (!picture) throw refuse('notFound')
  return new Response(picture.bytes as BodyInit, {
    headers: { 'Content-Type': picture.type, 'Cache-Control': 'private, no-store' },
  })
}
