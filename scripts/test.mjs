// npm test: installs what is missing, runs every suite, goes on after a failed one, and ends with the sum of their reports.
//   --all           the long runs too: more random cases, every width
//   --only=a,b      some suites only: format, lint, imports, unused, types, build, vitest, browser
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { findLibreOffice } from './libreoffice.mjs'
import { countsOf, playwrightCounts, vitestCounts } from './report-counts.mjs'
import { bin, generate, install, root } from './steps.mjs'

const minute = 60_000
const options = process.argv.slice(2)
const all = options.includes('--all')
const only = options
  .find((each) => each.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')

process.chdir(root)
const total = { passed: 0, failed: 0 }
const results = []
let finished = false

process.on('exit', () => {
  if (!finished) total.failed += 1
  if (!finished || total.failed > 0 || total.passed === 0) process.exitCode = 1
  writeSync(1, `\n${results.map(line).join('\n')}\n${total.passed} passed, ${total.failed} failed\n`)
})

function line({ title, passed, failed, seconds }) {
  return `${failed > 0 ? '✗' : '✓'} ${title.padEnd(34)} ${`${passed} passed`.padStart(12)} ${`${failed} failed`.padStart(10)} ${`${seconds.toFixed(1)} s`.padStart(9)}`
}

/** Resolves to the exit status. `said` gathers what the command prints, for commands that run beside others. */
function run(command, args, { env = {}, minutes = 5, said } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: said ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout: minutes * minute,
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1', ...(all ? { TEST_ALL: '1' } : {}), ...env },
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
    child.once('error', (error) => {
      console.error(`✗ ${error.message}`)
      resolve(null)
    })
    child.once('close', resolve)
  })
}

/** One command that says yes or no. */
const check = (command, args) => async (said) =>
  (await run(command, args, { said })) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** One command that leaves a report with a line for each test. */
const reported = (file, read, command, args, settings) => async () => {
  rmSync(file, { force: true })
  return countsOf(file, read, await run(command, args, settings))
}

const build = check(process.execPath, ['scripts/build.mjs'])
const playwright = (chromium) =>
  reported('reports/playwright.json', playwrightCounts, bin('playwright'), ['test'], {
    env: { CHROMIUM_PATH: chromium, NODE_ENV: 'test' },
    minutes: all ? 60 : 19,
  })

/** Without a browser the browser tests cannot pass. */
async function browser() {
  const chromium = findChromium()
  return chromium ? playwright(chromium)() : { passed: 0, failed: 1 }
}

/** The demo province of the browser tests; where it cannot be made here, they make it and say why not. */
async function demoDatabase(said) {
  if (process.env.ITS_DEMO_DB) return
  const file = path.join(folder, 'demo.db')
  const env = { DATABASE_URL: `file:${file}`, LOG_LEVEL: 'warn', CONTENT_DIR: path.join(root, 'content') }
  const made =
    (await run(process.execPath, ['scripts/prisma.mjs', 'migrate', 'deploy'], { env, said })) === 0 &&
    (await run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/demo-data.ts'], {
      env,
      said,
    })) === 0
  if (made) process.env.ITS_DEMO_DB = file
}

const wanted = (name) => !only || only.includes(name)
const chosen = (suites) => suites.filter(([name]) => wanted(name))

// Each of these keeps one core busy: two lanes of about the same length.
const lanes = [
  chosen([
    ['lint', 'Lint (eslint)', check(bin('eslint'), ['.', '--max-warnings', '0'])],
    ['format', 'Format (prettier)', check(bin('prettier'), ['--check', '.', '--log-level', 'warn'])],
    [
      'imports',
      'Import rules (dependency-cruiser)',
      check(bin('depcruise'), ['app', 'scripts', 'tests', '--output-type', 'err']),
    ],
    ['unused', 'Unused code (knip)', check(bin('knip'), ['--no-progress'])],
  ]),
  chosen([
    ['types', 'Types (tsc)', check(bin('tsc'), ['--noEmit', '--project', '.'])],
    ['build', 'Build', build],
  ]),
]
const rest = chosen([
  [
    'vitest',
    'Rules, data and routes (vitest)',
    reported('reports/vitest.json', vitestCounts, bin('vitest'), ['run'], { minutes: all ? 30 : 8 }),
  ],
  ['browser', 'Browser (playwright)', browser],
])

/** Runs a suite and counts it; what it printed stands together under its title. */
async function count([, title, suite], said) {
  const start = Date.now()
  if (!said) console.log(`\n▸ ${title} …`)
  const counts = await suite(said)
  if (said) console.log(`\n▸ ${title} …\n${Buffer.concat(said)}`)
  total.passed += counts.passed
  total.failed += counts.failed
  const result = { title, ...counts, seconds: (Date.now() - start) / 1000 }
  results.push(result)
  console.log(line(result))
}

async function lane(suites) {
  for (const suite of suites) await count(suite, [])
}

if (lanes.flat().length + rest.length === 0) console.error(`✗ --only names no suite: ${only}`)
install()
generate()
// Without it the tests that open files with it fail, and say so.
if (all && wanted('vitest')) findLibreOffice()
mkdirSync('reports', { recursive: true })
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-test-'))
await Promise.all([
  lane(lanes[0]),
  lane(lanes[1]).then(() => (wanted('browser') ? demoDatabase([]) : undefined)),
])
for (const suite of rest) await count(suite)
rmSync(folder, { recursive: true, force: true })
finished = true
