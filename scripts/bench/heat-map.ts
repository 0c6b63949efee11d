// npm run bench:heat-map: how fast the built server sends the report of all 3,321 communes.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '../..')
const rounds = 60
/** Milliseconds within which 95 of 100 requests are to be answered. */
const bar = 500

/** Milliseconds of a page: the first request after the server listens, the middle one, and 95 of 100 within. */
export type PageTimes = { page: string; first: number; median: number; p95: number; kilobytes: number }
export type HeatMapTimes = { communes: number; start: number; pages: PageTimes[]; kept: boolean }

/** Makes the campaign, starts the built server over it and asks for its pages; nothing is warmed that the server does not warm. */
export async function benchHeatMap(): Promise<HeatMapTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-heat-map-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: `file:${path.join(folder, 'bench.db')}`,
    CONTENT_DIR: path.join(root, 'content'),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  }
  const made = path.join(folder, 'made.json')
  try {
    run(['scripts/prisma.mjs', 'migrate', 'deploy'], env)
    run(['--import', 'tsx', 'scripts/bench/heat-map-country.ts', made], env)
    const { campaignId, cookie, communes } = JSON.parse(readFileSync(made, 'utf8')) as Made
    const times = await measured(env, `/campaigns/${campaignId}/gaps`, cookie)
    const kept = times.pages.every(({ first, p95 }) => first < bar && p95 < bar)
    console.log(`\n# The report of ${communes} communes: the server listens after ${times.start} ms`)
    console.table(Object.fromEntries(times.pages.map(({ page, ...each }) => [page, each])))
    console.log(`bar ${bar} ms: ${kept ? 'kept' : 'NOT KEPT'}`)
    return { communes, ...times, kept }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Made = { campaignId: string; cookie: string; communes: number }

function run(args: string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} failed`)
}

async function measured(env: NodeJS.ProcessEnv, report: string, cookie: string) {
  const port = await freePort()
  const began = performance.now()
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const base = `http://127.0.0.1:${port}`
    await Promise.race([
      listening(base),
      new Promise((_, reject) => server.once('exit', () => reject(new Error('the server did not start')))),
    ])
    const start = Math.round(performance.now() - began)
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
    return { start, pages }
  } finally {
    server.kill()
  }
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

async function listening(base: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const up = await fetch(`${base}/healthz`)
      .then((response) => response.ok)
      .catch(() => false)
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server did not start')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // The build is made where it is older than its sources.
  const steps: string = '../steps.mjs'
  const { build, install } = (await import(steps)) as { build: () => void; install: () => void }
  install()
  build()
  const { kept } = await benchHeatMap()
  if (!kept) process.exitCode = 1
}
