import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { prepareApplication, runScheduledJobs } from '~/composition.server'
import { env } from '~/env.server'
import { firstRunLink } from '~/people/accounts/first-run.server'
import { closeDatabase, openDatabase, reader } from '~/platform/db/db.server'
import { makeContext } from '~/platform/http/context.server'
import { foreignOrigin, securityHeaders } from '~/platform/http/headers'
import { servePublicFiles } from '~/platform/http/static.server'
import { locales } from '~/platform/i18n/locale'
import type { Key } from '~/platform/i18n/resources'
import { getT, type Values } from '~/platform/i18n/translate'
import { log } from '~/platform/log/log.server'
import { remixHandler } from './express-handler.server'
import { routeFinder } from './route-finder'

const uploadLimit = 12 * 1024 * 1024
const passedBy = 10 * uploadLimit

/** `setupPath` makes the first administrator; null where there is one. */
export type Started = { address: string; setupPath: string | null; stop(): Promise<void> }

/** Starts the product: database, content, jobs, HTTP. Resolves when it listens. */
export async function startServer(build: ServerBuild): Promise<Started> {
  await openDatabase()
  await prepareApplication()
  await runScheduledJobs()
  const setupPath = await firstRunLink()
  const server = await listen(makeServer(build))
  const jobs = setInterval(() => void runScheduledJobs(), 30_000)
  const stop = async () => {
    clearInterval(jobs)
    await closed(server)
    await closeDatabase()
    log.info('stopped')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void stop().then(() => process.exit(0))
    })
  }
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : env.PORT
  return { address: env.APP_URL ?? `http://localhost:${port}`, setupPath, stop }
}

function makeServer(build: ServerBuild) {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.TRUST_PROXY)
  app.use(observe)
  app.get('/healthz', (_request, response) => {
    try {
      reader.sql.get('SELECT 1')
      response.set('Cache-Control', 'no-store').json({ status: 'ok' })
    } catch {
      response.status(503).json({ status: 'database unavailable' })
    }
  })
  app.use(servePublicFiles(build.assetsBuildDirectory))
  app.use(guard)
  app.all('*', byRoute(build))
  return app
}

/**
 * One handler for each route, with that route alone: the router flattens and ranks all routes that it is given several
 * times a request, which cost an eighth of a page's time with every route in it.
 */
function byRoute(build: ServerBuild): RequestHandler {
  const find = routeFinder(
    Object.entries(build.routes).flatMap(([id, route]) => (route && id !== 'root' ? [{ ...route, id }] : [])),
  )
  const handlers = new Map<string, RequestHandler>()
  return (request, response, next) => {
    const id = find(request.path)
    let handler = handlers.get(id)
    if (!handler) {
      const only = <T>(routes: Record<string, T>) =>
        Object.fromEntries(Object.entries(routes).filter(([each]) => each === 'root' || each === id))
      handler = remixHandler(
        {
          ...build,
          routes: only(build.routes),
          assets: { ...build.assets, routes: only(build.assets.routes) },
        },
        env.NODE_ENV,
        contextOf,
      )
      handlers.set(id, handler)
    }
    return handler(request, response, next)
  }
}

function contextOf(request: Request, response: Response) {
  return makeContext({
    cookieHeader: request.headers.cookie,
    requestId: response.locals.requestId as string,
    nonce: response.locals.nonce as string,
    clientAddress: request.ip ?? '',
    acceptEncoding: request.headers['accept-encoding'] ?? '',
    setCookie: (value) => response.append('Set-Cookie', value),
  })
}

function observe(request: Request, response: Response, next: NextFunction): void {
  const start = process.hrtime.bigint()
  response.locals.requestId = randomUUID()
  response.locals.nonce = randomBytes(16).toString('base64')
  response.set(securityHeaders(response.locals.nonce as string, request.secure))
  response.on('finish', () => {
    const ms = Number(process.hrtime.bigint() - start) / 1e6
    const { requestId } = response.locals
    log.debug(
      { requestId, method: request.method, status: response.statusCode, ms: Math.round(ms * 10) / 10 },
      'request',
    )
  })
  next()
}

function guard(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    if (foreignOrigin(request.headers)) {
      response.status(403).type('text').send(inBothLanguages('plain.foreign'))
      return
    }
    // Every browser says how much it sends; what does not say it could be endless.
    if (request.headers['transfer-encoding'] !== undefined) {
      response.status(411).set('Connection', 'close').type('text').send(inBothLanguages('plain.noLength'))
      return
    }
    const bytes = Number(request.headers['content-length'] ?? 0)
    if (bytes > uploadLimit) {
      refuseLarge(request, response, bytes)
      return
    }
  }
  next()
}

/** A browser shows no answer before it has sent everything, so what is too large is let pass by, unkept, up to a bound. */
function refuseLarge(request: Request, response: Response, bytes: number): void {
  const answer = () => {
    response.status(413).set('Connection', 'close').type('text')
    response.send(inBothLanguages('plain.tooLarge', { megabytes: uploadLimit / 1024 ** 2 }))
  }
  if (bytes > passedBy) answer()
  else request.once('end', answer).resume()
}

/** An answer from before a page can be drawn, when nobody has said which language to speak. */
function inBothLanguages(key: Key<'errors'>, values?: Values): string {
  return locales.map((locale) => getT(locale, 'errors')(key, values)).join(' / ')
}

function listen(app: express.Express): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(env.PORT, env.HOST, () => resolve(server))
    server.keepAliveTimeout = 65_000
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${env.PORT} is taken. Set PORT to a free one and start again.`)
          : error,
      )
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 8_000).unref()
  })
}
