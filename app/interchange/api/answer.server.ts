import type { AppLoadContext } from '@remix-run/node'
import { env } from '~/env.server'
import { isAppErrorBody } from '~/platform/http/errors'
import { originOf } from '~/platform/http/origin.server'
import { clientKey } from '~/platform/http/rate-limit.server'
import { SlowedKeys } from '~/platform/http/slowed-keys.server'
import { wholeResponse } from '~/platform/http/whole-body.server'
import { locales, type Locale } from '~/platform/i18n/locale'
import { log } from '~/platform/log/log.server'
import { apiBase, descriptionPath, endpoints, matchPath, type EndpointId } from './endpoints'
import { EncodedText, KeptTexts } from './encoded.server'
import { entityTag, isKnown, takesJson, wantedEncoding, wantedLocale } from './negotiate'
import { openApi } from './openapi'
import { linkHeader, linksOf, pagingOf } from './paging'
import { Problem, problemOf } from './problem'
import { problemBody } from './problem-body'
import { readQuery } from './read-query'
import { readers } from './resources/readers.server'
import { bearerOf } from './tokens/token'
import { tokenHolder, type TokenHolder } from './tokens/token-actor.server'

type Caller = Pick<AppLoadContext, 'clientAddress' | 'acceptEncoding' | 'requestId'>

/** A token may make a fifth of a minute's requests at once; the others come back as the minute passes. */
const requests = new SlowedKeys(Math.ceil(env.API_PER_MINUTE / 5), 60 / env.API_PER_MINUTE)
/** Tokens that open nothing, by the address that tries them. */
const failures = new SlowedKeys(30, 10)

/** The pages of all communes of the country, with every competency, are half of it. */
const kept = new KeptTexts(64 * 1024 * 1024)
const descriptions = new Map<Locale, EncodedText>()

/** Less is not worth the work of taking it apart again. */
const leastToCompress = 1024

/** The answer of the API to one request: what was asked for, or a problem. Cookies count for nothing here. */
export async function answerApi(request: Request, caller: Caller): Promise<Response> {
  try {
    return served(request, caller)
  } catch (thrown) {
    return problemResponse(await problemIn(thrown, caller), request, caller)
  }
}

function served(request: Request, caller: Caller): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new Problem('method-not-allowed', { headers: { Allow: 'GET, HEAD' } })
  const url = new URL(request.url)
  const path = url.pathname.slice(apiBase.length).replace(/\/$/, '')
  if (path === descriptionPath) return description(request, caller, url)
  const found = matchPath(path)
  if (!found) throw new Problem('not-found')
  if (!takesJson(request.headers.get('accept'))) throw new Problem('not-acceptable')
  const holder = holderOf(request, caller)
  const query = readQuery(endpoints[found.id].query, url.searchParams)
  const text = answerText(holder, found.id, { params: found.params, ...query }, apiBase + path)
  return whole(request, caller, text, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    Vary: 'Authorization, Accept-Encoding',
  })
}

function holderOf(request: Request, { clientAddress }: Caller): TokenHolder {
  const token = bearerOf(request.headers.get('authorization'))
  const holder = token === null ? 'missing' : tokenHolder(token)
  if (typeof holder !== 'string') {
    const wait = requests.take(holder.id)
    if (wait > 0) throw tooMany(wait)
    return holder
  }
  const wait = failures.take(clientKey(clientAddress))
  if (wait > 0) throw tooMany(wait)
  const error = holder === 'missing' ? '' : ', error="invalid_token"'
  throw new Problem(`token-${holder}`, {
    headers: { 'WWW-Authenticate': `Bearer realm="${apiBase}"${error}` },
  })
}

function tooMany(seconds: number): Problem {
  return new Problem('too-many', { values: { seconds }, headers: { 'Retry-After': String(seconds) } })
}

type AnyReply = {
  stamp: string | null
  total?: number
  make: (from?: number, to?: number) => { data: unknown; meta: unknown }
}
type AnyReader = (holder: TokenHolder, asked: unknown) => AnyReply
type Read = {
  params: Record<string, string | undefined>
  query: Record<string, unknown>
  asked: Record<string, string>
}

function answerText(
  holder: TokenHolder,
  id: EndpointId,
  { params, query, asked }: Read,
  path: string,
): EncodedText {
  const reply = (readers[id] as AnyReader)(holder, { params, query })
  const { page = 1, size = 1 } = query as { page?: number; size?: number }
  const paging = reply.total === undefined ? null : pagingOf(reply.total, { page, size })
  if (paging && paging.number > paging.pages)
    throw new Problem('no-such-page', { values: { page, last: paging.pages }, lastPage: paging.pages })
  const make = () => {
    if (!paging) return new EncodedText(JSON.stringify(reply.make()))
    const { page: _, ...rest } = asked
    const links = linksOf(path, rest, paging)
    const made = reply.make((page - 1) * size, page * size)
    return new EncodedText(JSON.stringify({ ...made, page: paging, links }), linkHeader(links))
  }
  if (reply.stamp === null) return make()
  const place = holder.communeCode ?? holder.provinceCode
  return kept.get([place, path, new URLSearchParams(asked).toString(), page, reply.stamp].join(' '), make)
}

function description(request: Request, caller: Caller, url: URL): Response {
  const wanted = url.searchParams.get('lang')
  const locale =
    locales.find((each) => each === wanted) ?? wantedLocale(request.headers.get('accept-language'))
  let text = descriptions.get(locale)
  if (!text) descriptions.set(locale, (text = new EncodedText(JSON.stringify(openApi(locale)))))
  return whole(request, caller, text, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Language': locale,
    'Cache-Control': 'public, max-age=3600',
    Vary: 'Accept-Language, Accept-Encoding',
  })
}

function whole(
  request: Request,
  { acceptEncoding }: Caller,
  text: EncodedText,
  headers: Record<string, string>,
): Response {
  const encoding = text.bytes < leastToCompress ? null : wantedEncoding(acceptEncoding)
  const all = new Headers({ ...headers, ETag: entityTag(text.hash, encoding) })
  if (text.link) all.set('Link', text.link)
  if (isKnown(request.headers.get('if-none-match'), text.hash))
    return new Response(null, { status: 304, headers: all })
  const body = text.in(encoding)
  if (encoding) all.set('Content-Encoding', encoding)
  all.set('Content-Length', String(body.length))
  return wholeResponse(body, { status: 200, headers: all })
}

async function problemIn(thrown: unknown, { requestId }: Caller): Promise<Problem> {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof Response) {
    const refusal: unknown = await thrown.json().catch(() => null)
    if (isAppErrorBody(refusal)) return problemOf(refusal.code, refusal.values)
  }
  log.error({ requestId, err: thrown }, 'a request of the API failed')
  return new Problem('went-wrong')
}

function problemResponse({ code, facts }: Problem, request: Request, { requestId }: Caller): Response {
  const locale = wantedLocale(request.headers.get('accept-language'))
  const body = problemBody(locale, code, facts, { origin: originOf(request), requestId })
  const text = Buffer.from(JSON.stringify(body))
  return wholeResponse(text, {
    status: body.status,
    headers: {
      ...facts.headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': String(text.length),
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
    },
  })
}
