import { existsSync } from 'node:fs'
import path from 'node:path'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import express from 'express'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** Serves the build's client folder; what the build compressed beforehand goes out as it is. */
export function servePublicFiles(folder: string): RequestHandler {
  const root = path.resolve(folder)
  const serve = express.static(root, { index: false, etag: true, redirect: false, setHeaders: cacheHeaders })
  const precompressed = new Map<string, boolean>()

  function chooseEncoding(request: Request, response: Response, next: NextFunction): void {
    const file = path.join(root, path.normalize(request.path))
    const type = types[path.extname(file)]
    if (!type || !file.startsWith(root + path.sep)) return next()
    const accepted = String(request.headers['accept-encoding'] ?? '')
    for (const [encoding, ending] of [['br', '.br'], ['gzip', '.gz']] as const) {
      if (!accepted.includes(encoding)) continue
      const there = precompressed.get(file + ending) ?? existsSync(file + ending)
      if (there) {
        precompressed.set(file + ending, there)
        request.url = request.url.replace(request.path, request.path + ending)
        response.set({ 'Content-Encoding': encoding, 'Content-Type': type, Vary: 'Accept-Encoding' })
        break
      }
    }
    next()
  }

  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const url = request.url
    chooseEncoding(request, response, () =>
      serve(request, response, (error?: unknown) => {
        request.url = url
        next(error)
      }),
    )
  }
}

function cacheHeaders(response: Response, file: string): void {
  const hashed = file.includes(`${path.sep}assets${path.sep}`)
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  const type = types[path.extname(file.replace(/\.(br|gz)$/, ''))]
  if (type) response.setHeader('Content-Type', type)
}
