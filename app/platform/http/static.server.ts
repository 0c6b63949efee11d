import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { RequestHandler, Response } from 'express'
import express from 'express'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves the build's client folder; what the build compressed beforehand goes out as it is. The list of files is read
 * once, so that a page costs no look at the disk.
 */
export function servePublicFiles(folder: string): RequestHandler {
  const root = path.resolve(folder)
  const files = new Set(
    readdirSync(root, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          `/${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
      ),
  )
  const serve = express.static(root, { index: false, etag: true, redirect: false, setHeaders: cacheHeaders })

  return (request, response, next) => {
    const { path: asked, url } = request
    if (!files.has(asked) || (request.method !== 'GET' && request.method !== 'HEAD')) return next()
    const accepted = request.headers['accept-encoding'] ?? ''
    const ending = ['.br', '.gz'].find(
      (each) => files.has(asked + each) && accepted.includes(each === '.br' ? 'br' : 'gzip'),
    )
    if (ending) {
      request.url = url.replace(asked, asked + ending)
      response.set({ 'Content-Encoding': ending === '.br' ? 'br' : 'gzip', Vary: 'Accept-Encoding' })
    }
    serve(request, response, (error?: unknown) => {
      request.url = url
      next(error)
    })
  }
}

function cacheHeaders(response: Response, file: string): void {
  const hashed = file.includes(`${path.sep}assets${path.sep}`)
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  const type = types[path.extname(file.replace(/\.(br|gz)$/, ''))]
  if (type) response.setHeader('Content-Type', type)
}
