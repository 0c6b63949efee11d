// Starts the built product. `npm start` prepares everything first; see scripts/serve.mjs.
import path from 'node:path'
import { pathToFileURL } from 'node:url'

try {
  const build = await import(pathToFileURL(path.resolve('build/server/index.js')).href)
  const { address, setupPath } = await build.entry.module.startServer(build)
  console.log(`\nI Tờ Số: ${address}\n`)
  if (setupPath) {
    console.log(
      'Chưa có quản trị viên. Mở liên kết này một lần để tạo / No administrator yet. Open this link once to make one:',
    )
    console.log(`  ${address.replace(/\/$/, '')}${setupPath}\n`)
  }
} catch (error) {
  console.error(`\nI Tờ Số could not start.\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
