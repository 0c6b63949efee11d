// How fast the API answers pages of 100 communes to ten connections at once.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { runNode, type CountryServer } from '../country-server'

/** Milliseconds within which 99 of 100 requests are to be answered. */
const bar = 100
const connections = 10
const seconds = 10
/** The province of the campaign of the country. */
const provinceCode = '04'

/** `first`: milliseconds of the slowest page when it is asked for the first time, alone. */
export type ApiTimes = {
  first: number
  p50: number
  p99: number
  perSecond: number
  kilobytes: number
  failed: number
}

/**
 * Asks for the pages of each list in turn, then for the same pages by a client that knows them. The server must let a token
 * ask as often as it likes (API_PER_MINUTE).
 */
export async function benchApi({
  base,
  campaignId,
  communes,
  database,
}: Pick<CountryServer, 'base' | 'campaignId' | 'communes' | 'database'>): Promise<{
  kept: boolean
  runs: Record<string, ApiTimes>
}> {
  const headers = { authorization: `Bearer ${tokenIn(database)}`, 'accept-encoding': 'br' }
  const pages = Array.from({ length: Math.ceil(communes / 100) }, (_, i) => i + 1)
  const of = (list: string) =>
    pages.map(
      (page) => `/api/v1/campaigns/${campaignId}/${list}${list.includes('?') ? '&' : '?'}page=${page}`,
    )
  const runs: Record<string, ApiTimes> = {}
  for (const [name, paths] of Object.entries({
    'figures of all domains': of('figures'),
    'figures of all domains and competencies': of('figures?measure=all'),
    'conditions of work': of('conditions'),
    response: of('rates'),
  }))
    runs[name] = await run(base, paths, headers)
  const known = of('figures')
  const tags = new Map<string, string>()
  for (const page of known) tags.set(page, (await ask(base + page, headers)).tag)
  runs['figures of all domains, known: 304'] = await run(base, known, headers, (page) => tags.get(page)!)
  const kept = Object.values(runs).every(({ p99, failed }) => p99 < bar && failed === 0)
  console.log(`\n# The API: pages of 100 of ${communes} communes to ${connections} connections`)
  console.table(runs)
  console.log(`bar p99 ${bar} ms: ${kept ? 'kept' : 'NOT KEPT'}`)
  return { kept, runs }
}

function tokenIn(database: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-api-'))
  const file = path.join(folder, 'token.json')
  try {
    const env = { ...process.env, DATABASE_URL: database }
    runNode(['--import', 'tsx', 'scripts/bench/documents/api-token.ts', file, provinceCode], env)
    return (JSON.parse(readFileSync(file, 'utf8')) as { token: string }).token
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Headers = Record<string, string>

async function run(
  base: string,
  pages: string[],
  headers: Headers,
  tagOf?: (page: string) => string,
): Promise<ApiTimes> {
  let [first, bytes] = [0, 0]
  for (const page of pages) {
    const answer = await ask(base + page, headers)
    first = Math.max(first, answer.ms)
    bytes = Math.max(bytes, answer.bytes)
  }
  const requests = pages.map((page) => ({
    path: page,
    headers: tagOf ? { ...headers, 'if-none-match': tagOf(page) } : headers,
  }))
  let offset = 0
  const {
    latency,
    requests: counted,
    errors,
    timeouts,
    ...result
  } = await autocannon({
    url: base,
    connections,
    duration: seconds,
    // Each connection begins at another page.
    setupClient: (client) => {
      const at = (offset += 3) % requests.length
      client.setRequests([...requests.slice(at), ...requests.slice(0, at)])
    },
  })
  const wrong = tagOf ? result['2xx'] : result.non2xx
  return {
    first: Math.round(first),
    p50: latency.p50,
    p99: latency.p99,
    perSecond: Math.round(counted.average),
    kilobytes: Math.round(bytes / 1024),
    failed: wrong + errors + timeouts,
  }
}

async function ask(url: string, headers: Headers): Promise<{ ms: number; bytes: number; tag: string }> {
  const from = performance.now()
  const answer = await fetch(url, { headers })
  const { byteLength } = await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return { ms: performance.now() - from, bytes: byteLength, tag: answer.headers.get('etag') ?? '' }
}
