import type { LoaderFunctionArgs } from '@remix-run/node'
import { badgeOf } from '~/interchange/badges/badge.server'
import { currentActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { originOf } from '~/platform/http/origin.server'

/** The signed badge of a certificate as a file, for whoever was given its number. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const signedIn = (await currentActor(context)) !== null
  const number = (params.number ?? '').replace(/\.json$/, '')
  const { kind, badge } = await badgeOf(number, signedIn ? null : context.clientAddress, originOf(request))
  if (!badge) throw refuse(kind === 'wait' ? 'tooMany' : 'notFound')
  return new Response(JSON.stringify(badge, null, 2), {
    headers: {
      'Content-Type': 'application/vc+ld+json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${badge.id.split('/').pop()}.json"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
