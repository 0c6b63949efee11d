import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** Before a run of tests: an empty database with every migration, and one with places and content/ loaded too. */
export default function prepareDatabases(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-prepared-'))
  process.env.PREPARED_DATABASES = folder
  const empty = path.join(folder, 'empty.db')
  const loaded = path.join(folder, 'loaded.db')
  run([path.join(root, 'scripts/prisma.mjs'), 'migrate', 'deploy'], empty)
  copyFileSync(empty, loaded)
  run(['--import', 'tsx', path.join(root, 'tests/builders/load-content.ts')], loaded)
  return () => rmSync(folder, { recursive: true, force: true })
}

function run(args: string[], database: string): void {
  execFileSync(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: `file:${database}`,
      CONTENT_DIR: path.join(root, 'content'),
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    },
    stdio: 'pipe',
  })
}
