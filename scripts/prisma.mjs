// Runs the Prisma command line without its native engines: the schema engine is WebAssembly here (prisma.config.ts).
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const nothing = process.platform === 'win32' ? process.execPath : '/bin/true'
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: nothing,
    PRISMA_QUERY_ENGINE_LIBRARY: nothing,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
process.exit(status ?? 1)
