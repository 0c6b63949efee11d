import http from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'

/** 50 people answer their quiz, ten at a time; afterwards the stored answers are counted. */
export async function answerAll(base, { open, answering }, file) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 })
  const times = []
  let sent = 0
  // Ten others first, so that the running product is measured and not its first seconds.
  let waiting = answering.slice(50, 60)
  await Promise.all(Array.from({ length: 10 }, worker))
  waiting = answering.slice(0, 50)
  times.length = 0
  sent = 0
  const before = stored(file)
  const start = performance.now()
  await Promise.all(Array.from({ length: 10 }, worker))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share) => Math.round(times[Math.floor(times.length * share)] * 10) / 10
  return {
    answers: {
      'answers/s': Math.round(sent / seconds),
      'p50 ms': at(0.5),
      'p99 ms': at(0.99),
      sent,
      stored: stored(file) - before,
    },
  }

  async function worker() {
    for (let cookie = waiting.shift(); cookie; cookie = waiting.shift()) await answerQuiz(cookie)
  }

  async function answerQuiz(cookie) {
    let path = await firstQuizStep(cookie)
    let page = await get(path, cookie)
    for (let n = 0; n < 30; n++) {
      const [sittingId, answerId] = ['sittingId', 'answerId'].map(
        (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1],
      )
      if (!sittingId) return
      const from = performance.now()
      const { status, location } = await send(
        'POST',
        path,
        cookie,
        new URLSearchParams({ sittingId, answerId, v: '?', then: 'next' }).toString(),
      )
      if (status !== 303) throw new Error(`an answer was refused with ${status}`)
      path = location
      page = await get(path, cookie)
      times.push(performance.now() - from)
      sent++
    }
  }

  async function firstQuizStep(cookie) {
    const check = await get(`/surveys/${open}/check`, cookie)
    return new RegExp(`/surveys/${open}/steps/q-[^"?]+`).exec(check)[0]
  }

  async function get(path, cookie) {
    return brotliDecompressSync((await send('GET', path, cookie)).body).toString()
  }

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
}

function stored(file) {
  const db = new Database(file, { readonly: true })
  const { n } = db.prepare('SELECT count(*) AS n FROM Response').get()
  db.close()
  return n
}
