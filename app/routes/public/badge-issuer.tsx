import type { LoaderFunctionArgs } from '@remix-run/node'
import { issuerOf } from '~/interchange/badges/badge.server'
import { originOf } from '~/platform/http/origin.server'

/** Who signs badges here, with the public key; verifiers of other sites may read it. */
export async function loader({ request }: LoaderFunctionArgs) {
  return new Response(JSON.stringify(await issuerOf(originOf(request)), null, 2), {
    headers: {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
}
