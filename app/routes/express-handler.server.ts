import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type AppLoadContext,
  type ServerBuild,
} from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answer } from 'express'
import { sendStream } from '~/platform/http/streamed-body.server'
import { wholeBody } from '~/platform/http/whole-body.server'

/** The framework behind Express. A page that is whole goes out as it is: through a stream it costs a tenth more time. */
export function remixHandler(
  build: ServerBuild,
  mode: string,
  contextOf: (asked: Asked, answer: Answer) => AppLoadContext,
): RequestHandler {
  const handle = createRequestHandler(build, mode)
  return (asked, answer, next) => {
    handle(requestOf(asked), contextOf(asked, answer))
      .then((response) => send(answer, response))
      .catch(next)
  }
}

function requestOf(asked: Asked): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(asked.headers)) {
    if (typeof value === 'string') headers.set(name, value)
    else for (const each of value ?? []) headers.append(name, each)
  }
  const port = portIn(asked.get('x-forwarded-host')) ?? portIn(asked.get('host'))
  const host = port === undefined ? asked.hostname : `${asked.hostname}:${port}`
  const { method } = asked
  const init: RequestInit & { duplex?: 'half' } = { method, headers }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(asked)
    init.duplex = 'half'
  }
  return new Request(`${asked.protocol}://${host}${asked.originalUrl}`, init)
}

function portIn(host: string | undefined): string | undefined {
  return /:(\d+)$/.exec(host ?? '')?.[1]
}

async function send(answer: Answer, response: Response): Promise<void> {
  answer.status(response.status)
  response.headers.forEach((value, name) => answer.append(name, value))
  const whole = wholeBody(response)
  if (whole !== undefined) answer.end(whole)
  else if (response.body) await sendStream(response.body, answer, answer.locals.requestId as string)
  else answer.end()
}
