import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { isBusy } from '~/platform/http/load.server'
import { wholeResponse } from '~/platform/http/whole-body.server'
import { log } from '~/platform/log/log.server'
import { completeFrame } from '~/routes/public/frame.server'

export { startServer } from '~/routes/server.server'

/** Renders a page whole, then compresses it whole: nothing streams, and one brotli pass costs a fifth of a millisecond. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  await completeFrame(remixContext.staticHandlerContext, status, context)
  const html = `<!doctype html>${renderToString(
    <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />,
  )}`
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Vary', 'Accept-Encoding, Cookie')
  headers.set('Content-Language', context.prefs.locale)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  return wholeResponse(compressed(html, context.acceptEncoding, headers), { status, headers })
}

function compressed(html: string, accepted: string, headers: Headers): Uint8Array | string {
  if (/\bbr\b/.test(accepted)) {
    headers.set('Content-Encoding', 'br')
    return brotliCompressSync(html, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: isBusy() ? 2 : 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
      },
    })
  }
  if (/\bgzip\b/.test(accepted)) {
    headers.set('Content-Encoding', 'gzip')
    return gzipSync(html, { level: isBusy() ? 3 : 6 })
  }
  return html
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return
  const known =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { name: 'unknown' }
  log.error({ requestId: context.requestId, err: known }, 'request failed')
}
