import type { LoaderFunctionArgs } from '@remix-run/node'
import { servedFigure } from '~/learning/figure.server'

/** Open to anyone, as the citizens' modules are: a picture holds no personal data, and its address is its own hash. */
export function loader({ params }: LoaderFunctionArgs) {
  const figure = servedFigure(params.hash ?? '')
  if (!figure) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(figure.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': figure.type,
      'Content-Length': String(figure.bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
