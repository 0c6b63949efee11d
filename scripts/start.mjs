// Starts the built product. `npm start` prepares everything first; see scripts/setup.mjs.
import { pathToFileURL } from 'node:url'
import path from 'node:path'

const built = path.resolve('build/server/index.js')
const build = await import(pathToFileURL(built).href)
try {
  const { address } = await build.entry.module.startServer(build)
  console.log(`\nI Tờ Số: ${address}\n`)
} catch (error) {
  console.error(`\nI Tờ Số could not start.\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
