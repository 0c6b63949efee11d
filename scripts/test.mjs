// npm test: installs what is missing, runs every suite, goes on after a failed one, and ends with the sum of their reports.
//   --all           the long runs too: more random cases, every width
//   --only=a,b      some suites only: format, lint, imports, unused, types, build, vitest, browser
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
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

function run(command, args, { env = {}, minutes = 5 } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    timeout: minutes * minute,
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', ...(all ? { TEST_ALL: '1' } : {}), ...env },
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  })
  if (error) console.error(`✗ ${error.message}`)
  return status
}

/** One command that says yes or no. */
const check = (command, args, settings) => () =>
  run(command, args, settings) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** One command that leaves a report with a line for each test. */
const reported = (file, read, command, args, settings) => () => {
  rmSync(file, { force: true })
  return countsOf(file, read, run(command, args, settings))
}

const build = check(process.execPath, ['scripts/build.mjs'])
const playwright = (chromium) =>
  reported('reports/playwright.json', playwrightCounts, bin('playwright'), ['test'], {
    env: { CHROMIUM_PATH: chromium, NODE_ENV: 'test' },
    minutes: all ? 60 : 13,
  })

/** Without a browser the browser tests cannot pass. */
function browser() {
  const chromium = findChromium()
  return chromium ? playwright(chromium)() : { passed: 0, failed: 1 }
}

const suites = [
  ['format', 'Format (prettier)', check(bin('prettier'), ['--check', '.', '--log-level', 'warn'])],
  ['lint', 'Lint (eslint)', check(bin('eslint'), ['.', '--max-warnings', '0'])],
  [
    'imports',
    'Import rules (dependency-cruiser)',
    check(bin('depcruise'), ['app', 'scripts', 'tests', '--output-type', 'err']),
  ],
  ['unused', 'Unused code (knip)', check(bin('knip'), ['--no-progress'])],
  ['types', 'Types (tsc)', check(bin('tsc'), ['--noEmit', '--project', '.'])],
  ['build', 'Build', build],
  [
    'vitest',
    'Rules, data and routes (vitest)',
    reported('reports/vitest.json', vitestCounts, bin('vitest'), ['run'], { minutes: all ? 30 : 8 }),
  ],
  ['browser', 'Browser (playwright)', browser],
].filter(([name]) => !only || only.includes(name))

if (suites.length === 0) console.error(`✗ --only names no suite: ${only}`)
install()
generate()
mkdirSync('reports', { recursive: true })

for (const [, title, suite] of suites) {
  const start = Date.now()
  console.log(`\n▸ ${title} …`)
  const counts = suite()
  total.passed += counts.passed
  total.failed += counts.failed
  const result = { title, ...counts, seconds: (Date.now() - start) / 1000 }
  results.push(result)
  console.log(line(result))
}
finished = true
