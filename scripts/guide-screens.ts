// Takes the pictures of the guides anew: a demo province for each guide and language, walked through in a browser.
// `--only=trainer` or `--only=planner` takes those of one guide.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { locales, type Locale } from '~/platform/i18n/locale'
import { database } from '../tests/fixtures/installation'
import { fillDemo, migrate, root, startServer } from '../tests/fixtures/server'
import { chromiumFlags, findChromium } from './chromium.mjs'
import { useBank } from './guide/bank'
import { Camera, weights } from './guide/camera'
import { carryOut } from './guide/carrying'
import { writeLibrary } from './guide/library'
import { demo, secondTrainer } from './guide/people'
import { gatherResources, planTraining } from './guide/planning'
import { solveScenarios } from './guide/scenarios'
import { remind } from './guide/reminding'
import { readReport } from './guide/reporting'
import { teach } from './guide/teaching'
import { drawAreas, writeQuestion } from './guide/writing'

type Guide = {
  env?: Record<string, string>
  /** What takes long and is done once, before the walks of all languages; its pictures are thrown away. */
  prepare?: (camera: Camera) => Promise<void>
  walk: (camera: Camera) => Promise<void>
}

const guides: Record<string, Guide> = {
  trainer: {
    async walk(camera) {
      const trainer = demo('trainer')
      const second = await secondTrainer(camera)
      await writeQuestion(camera, trainer, second)
      await drawAreas(camera, trainer)
      await useBank(camera, trainer)
      await writeLibrary(camera, trainer)
      await teach(camera, trainer)
    },
  },
  planner: {
    // Mail is set up so that its pages can be seen; nobody listens there and nothing goes out.
    env: {
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'I Tờ Số <itoso@example.gov.vn>',
      APP_URL: 'http://itoso.example.gov.vn',
    },
    prepare: (camera) => solveScenarios(camera, demo('planner')),
    async walk(camera) {
      const planner = demo('planner')
      await readReport(camera, planner)
      await remind(camera, planner)
      await gatherResources(camera, planner)
      const planId = await planTraining(camera, planner)
      await carryOut(camera, planner, planId)
    },
  },
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
if (only !== undefined && !(only in guides)) {
  console.error(`✗ --only=${only}: there are ${Object.keys(guides).join(', ')}`)
  process.exit(1)
}
const executablePath = findChromium()
if (!executablePath) process.exit(1)
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-guide-'))
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
try {
  const filled = path.join(folder, 'filled.db')
  // A demo database made before saves some minutes: ITS_DEMO_DB names its file.
  if (process.env.ITS_DEMO_DB) copyFileSync(process.env.ITS_DEMO_DB, filled)
  console.log('▸ Preparing a demo province …')
  migrate(filled)
  if (!process.env.ITS_DEMO_DB) fillDemo(filled)
  for (const [name, guide] of Object.entries(guides))
    if (only === undefined || only === name) await take(name, guide, filled)
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Takes the pictures of a guide in every language. */
async function take(name: string, guide: Guide, filled: string): Promise<void> {
  const images = path.join(root, 'docs/images', name)
  const { env, prepare, walk } = guide
  let from = filled
  if (prepare) {
    console.log(`▸ Preparing (${name}) …`)
    from = await through('vi', { own: path.join(folder, name, 'ready'), from, env }, prepare)
  }
  for (const locale of locales) {
    console.log(`▸ Taking pictures (${name}, ${locale}) …`)
    const own = path.join(folder, name, locale)
    await through(locale, { own, from, env, images: path.join(images, locale) }, walk)
    console.log(`✓ ${name}, ${locale}: ${readdirSync(path.join(images, locale)).length} pictures`)
  }
  const all = locales
    .flatMap((locale) =>
      readdirSync(path.join(images, locale)).map((each) => path.join(images, locale, each)),
    )
    .reduce((bytes, file) => bytes + statSync(file).size, 0)
  if (all > weights.all)
    throw new Error(`The pictures of ${name} weigh ${all} bytes, more than ${weights.all}`)
  console.log(`${Math.round(all / 1024)} KB in docs/images/${name}`)
}

/** Walks a copy of a database in a folder of its own; returns the file of the copy. */
async function through(
  locale: Locale,
  { own, from, env, images }: { own: string; from: string; env?: Record<string, string>; images?: string },
  walk: (camera: Camera) => Promise<void>,
): Promise<string> {
  mkdirSync(own, { recursive: true })
  const file = path.join(own, 'demo.db')
  copyFileSync(from, file)
  const server = await startServer(file, path.join(own, 'demo.log'), env)
  process.env.ITS_RUN = JSON.stringify({ folder: own, demo: server.url, empty: server.url })
  const camera = Camera.into(images ?? path.join(own, 'pictures'), browser, server.url, locale)
  try {
    await walk(camera)
  } finally {
    await camera.close()
    await server.stop()
  }
  database(file).pragma('wal_checkpoint(TRUNCATE)')
  return file
}
