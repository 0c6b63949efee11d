// Takes the pictures of the trainer's guide anew: a demo province of its own, walked through in both languages.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { locales } from '~/platform/i18n/locale'
import { fillDemo, migrate, root, startServer } from '../tests/fixtures/server'
import { chromiumFlags, findChromium } from './chromium.mjs'
import { useBank } from './guide/bank'
import { Camera, weights } from './guide/camera'
import { writeLibrary } from './guide/library'
import { demo, secondTrainer } from './guide/people'
import { teach } from './guide/teaching'
import { drawAreas, writeQuestion } from './guide/writing'

const executablePath = findChromium()
if (!executablePath) process.exit(1)
const images = path.join(root, 'docs/images/trainer')
const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-guide-'))
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
try {
  const filled = path.join(folder, 'filled.db')
  // A demo database made before saves some minutes: ITS_DEMO_DB names its file.
  if (process.env.ITS_DEMO_DB) copyFileSync(process.env.ITS_DEMO_DB, filled)
  console.log('▸ Preparing a demo province …')
  migrate(filled)
  if (!process.env.ITS_DEMO_DB) fillDemo(filled)
  for (const locale of locales) {
    console.log(`▸ Taking pictures (${locale}) …`)
    const own = path.join(folder, locale)
    mkdirSync(own)
    const file = path.join(own, 'demo.db')
    copyFileSync(filled, file)
    const server = await startServer(file, path.join(own, 'demo.log'))
    process.env.ITS_RUN = JSON.stringify({ folder: own, demo: server.url, empty: server.url })
    const camera = Camera.into(path.join(images, locale), browser, server.url, locale)
    try {
      const trainer = demo('trainer')
      const second = await secondTrainer(camera)
      await writeQuestion(camera, trainer, second)
      await drawAreas(camera, trainer)
      await useBank(camera, trainer)
      await writeLibrary(camera, trainer)
      await teach(camera, trainer)
    } finally {
      await camera.close()
      await server.stop()
    }
    console.log(`✓ ${locale}: ${readdirSync(path.join(images, locale)).length} pictures`)
  }
  const all = locales
    .flatMap((locale) =>
      readdirSync(path.join(images, locale)).map((name) => path.join(images, locale, name)),
    )
    .reduce((bytes, file) => bytes + statSync(file).size, 0)
  if (all > weights.all) throw new Error(`All pictures weigh ${all} bytes, more than ${weights.all}`)
  console.log(`${Math.round(all / 1024)} KB in docs/images/trainer`)
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
