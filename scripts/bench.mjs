// npm run bench: speed and weight of the product over the demo province, on one run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bin, build, install, migrate, root, step } from './steps.mjs'

process.chdir(root)
install()
build()
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-bench-'))
const file = path.join(folder, 'bench.db')
const url = `file:${file}`
const port = 4700 + (process.pid % 200)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
migrate(url)
step('Filling the demo province', bin('tsx'), ['scripts/demo-data.ts'], {
  env: { DATABASE_URL: url, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
})
step('Signing people in', bin('tsx'), ['scripts/bench/sessions.ts', path.join(folder, 'sessions.json')], {
  env: { DATABASE_URL: url, LOG_LEVEL: 'warn' },
})

const server = spawn(process.execPath, ['scripts/start.mjs'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
  },
})
process.on('exit', () => server.kill())
const base = `http://127.0.0.1:${port}`
for (let tries = 0; ; tries++) {
  const up = await fetch(`${base}/healthz`)
    .then((response) => response.ok)
    .catch(() => false)
  if (up) break
  if (tries > 100) throw new Error('the server did not start')
  await new Promise((resolve) => setTimeout(resolve, 100))
}

const { loadPages } = await import('./bench/load.mjs')
const { answerAdaptive, answerModule, answerSurvey } = await import('./bench/answers.mjs')
const { weighPages } = await import('./bench/bytes.mjs')
const { paintPages } = await import('./bench/paint.mjs')
const { readFileSync } = await import('node:fs')
const sessions = JSON.parse(readFileSync(path.join(folder, 'sessions.json'), 'utf8'))

console.log('\n# Answers (50 people, ten at a time; an answer is a POST and a GET of what follows)')
console.table({
  'survey answer': await answerSurvey(base, sessions, file),
  'adaptive answer': await answerAdaptive(base, sessions, file),
  'quiz submission': await answerModule(base, sessions, file),
})
console.log(
  '\n# Requests per second (10 connections, each signed in as a person of its own, where no other number is said)',
)
console.table(await loadPages(base, sessions))
console.log('\n# Bytes of learner pages (brotli)')
console.table(await weighPages(base, sessions))
console.log('\n# Largest contentful paint (Chromium, processor slowed 6 times, 400 kbit/s, 400 ms a request)')
console.table(await paintPages(base, sessions))
server.kill()
process.exit(0)
