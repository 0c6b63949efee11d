import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { moment, type RunPlaces } from '../fixtures/installation'
import { prepareSamples } from '../fixtures/samples'
import { fillDemo, migrate, startServer } from '../fixtures/server'

/** Two installations for the browser tests: the demo province and an empty one. Returns what ends them. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-e2e-'))
  const file = (name: string) => path.join(folder, name)
  migrate(file('empty.db'))
  // A demo database made before saves some seconds: ITS_DEMO_DB names its file.
  if (process.env.ITS_DEMO_DB) copyFileSync(process.env.ITS_DEMO_DB, file('demo.db'))
  else {
    copyFileSync(file('empty.db'), file('demo.db'))
    fillDemo(file('demo.db'))
  }
  const demo = await startServer(file('demo.db'), file('demo.log'), { LOG_LEVEL: 'debug' })
  const empty = await startServer(file('empty.db'), file('empty.log'), { LOG_LEVEL: 'info' })
  const places: RunPlaces = { folder, demo: demo.url, empty: empty.url }
  Object.assign(process.env, { ITS_RUN: JSON.stringify(places), ITS_STARTED: moment(new Date()) })
  process.env.ITS_SAMPLES = JSON.stringify(await prepareSamples())
  return async () => {
    await Promise.all([demo.stop(), empty.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}
