// npm run bench:heat-map: how fast the built server sends the report of all 3,321 communes.
import { buildFirst, withCountryServer, type CountryServer } from './country-server'

const rounds = 60
/** Milliseconds within which 95 of 100 requests are to be answered. */
const bar = 500

/** Milliseconds of a page: the first request after the server listens, the middle one, and 95 of 100 within. */
type PageTimes = { page: string; first: number; median: number; p95: number; kilobytes: number }

async function measured({ base, campaignId, cookie }: CountryServer): Promise<PageTimes[]> {
  const report = `/campaigns/${campaignId}/gaps`
  const pages: PageTimes[] = []
  for (const [page, to] of [
    ['heat map, domains', report],
    ['sorted by a column', `${report}?sort=d:4`],
    ['page 9', `${report}?page=9`],
    ['a name looked for', `${report}?q=hoa`],
    ['one department', `${report}?group=department:office`],
    ['competencies of a domain', `${report}?view=competencies&domain=4`],
    ['desk', '/desk'],
  ] as const)
    pages.push({ page, ...(await times(base + to, cookie)) })
  return pages
}

async function times(url: string, cookie: string): Promise<Omit<PageTimes, 'page'>> {
  const { ms: first, bytes } = await ask(url, cookie)
  const all: number[] = []
  while (all.length < rounds) all.push((await ask(url, cookie)).ms)
  all.sort((a, b) => a - b)
  const at = (share: number) => Math.round(all[Math.min(all.length - 1, Math.floor(share * all.length))]!)
  return { first: Math.round(first), median: at(0.5), p95: at(0.95), kilobytes: Math.round(bytes / 1024) }
}

async function ask(url: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const from = performance.now()
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  const { byteLength } = await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return { ms: performance.now() - from, bytes: byteLength }
}

await buildFirst()
await withCountryServer(async (server) => {
  const pages = await measured(server)
  const kept = pages.every(({ first, p95 }) => first < bar && p95 < bar)
  console.log(`\n# The report of ${server.communes} communes: the server listens after ${server.start} ms`)
  console.table(Object.fromEntries(pages.map(({ page, ...each }) => [page, each])))
  console.log(`bar ${bar} ms: ${kept ? 'kept' : 'NOT KEPT'}`)
  if (!kept) process.exitCode = 1
})
