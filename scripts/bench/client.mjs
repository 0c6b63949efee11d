import http from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'

/** Ten connections that stay open, as browsers keep them. */
export function client(base) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 })

  function send(method, path, cookie, body) {
    return new Promise((resolve, reject) => {
      const headers = {
        cookie,
        'accept-encoding': 'br',
        ...(body
          ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
          : {}),
      }
      const request = http.request(base + path, { method, agent, headers }, (response) => {
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            location: response.headers.location,
            body: Buffer.concat(parts),
          }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  return {
    send,
    get: async (path, cookie) => brotliDecompressSync((await send('GET', path, cookie)).body).toString(),
  }
}

/** The value of a hidden field of a page. */
export const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]

/**
 * Lets ten at a time of `people` do `work`, which returns the milliseconds of each answer, and counts what is stored.
 * Ten others go first, so that the running product is measured and not its first seconds.
 */
export async function answering(people, others, file, table, work) {
  const times = []
  await tenAtATime([...others], async (cookie) => void (await work(cookie)))
  const before = stored(file, table)
  const start = performance.now()
  await tenAtATime([...people], async (cookie) => times.push(...(await work(cookie))))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share) => Math.round(times[Math.floor(times.length * share)] * 10) / 10
  return {
    'answers/s': Math.round(times.length / seconds),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    sent: times.length,
    stored: stored(file, table) - before,
  }
}

async function tenAtATime(waiting, work) {
  const worker = async () => {
    for (let cookie = waiting.shift(); cookie; cookie = waiting.shift()) await work(cookie)
  }
  await Promise.all(Array.from({ length: 10 }, worker))
}

function stored(file, table) {
  const db = new Database(file, { readonly: true })
  const { n } = db.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  db.close()
  return n
}
