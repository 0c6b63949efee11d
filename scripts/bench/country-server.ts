// The built server over a released campaign of every commune of the country, for the benches that ask it.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** A server that listens; `cookie` is of a planner who may see the campaign, `start` the milliseconds until it listened. */
export type CountryServer = {
  base: string
  pid: number
  start: number
  cookie: string
  campaignId: string
  communes: number
  /** DATABASE_URL of its database. */ database: string
}

/** The build is made where it is older than its sources. */
export async function buildFirst(): Promise<void> {
  const steps: string = '../steps.mjs'
  const { build, install } = (await import(steps)) as { build: () => void; install: () => void }
  install()
  build()
}

/**
 * Makes the campaign in a database of its own, starts the built server over it and hands it to `ask`; nothing is warmed that the
 * server does not warm.
 * @param prepare called with the settings of the database before the server starts
 */
export async function withCountryServer<Result>(
  ask: (server: CountryServer) => Promise<Result>,
  prepare: (env: NodeJS.ProcessEnv) => void = () => {},
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-country-'))
  const database = `file:${path.join(folder, 'bench.db')}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database,
    CONTENT_DIR: path.join(root, 'content'),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    // The limit of a token would be all that a bench of the API sees.
    API_PER_MINUTE: '1000000000',
  }
  const made = path.join(folder, 'made.json')
  try {
    runNode(['scripts/prisma.mjs', 'migrate', 'deploy'], env)
    runNode(['--import', 'tsx', 'scripts/bench/heat-map-country.ts', made], env)
    prepare(env)
    const campaign = JSON.parse(readFileSync(made, 'utf8')) as Pick<
      CountryServer,
      'campaignId' | 'cookie' | 'communes'
    >
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
      return await ask({ ...campaign, base, pid: server.pid!, start, database })
    } finally {
      server.kill()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs Node with these arguments in the project; what it says of itself stays unheard. */
export function runNode(args: string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} failed`)
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
