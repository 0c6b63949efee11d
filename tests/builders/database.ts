import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** An empty database with every migration, made once a run and copied for each test file. */
function migrated(): string {
  const folder = path.join(tmpdir(), 'i-to-so-tests')
  const file = path.join(folder, `migrated-${process.env.VITEST_POOL_ID ?? '0'}-${process.ppid}.db`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const building = `${file}.building`
  rmSync(building, { force: true })
  execFileSync(process.execPath, [path.join(root, 'scripts/prisma.mjs'), 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `file:${building}` },
    stdio: 'pipe',
  })
  copyFileSync(building, file)
  return file
}

/**
 * Opens a fresh database for a test file; call it with top-level await before importing what reads env:
 * `await freshDatabase()` then `const { x } = await import('~/…')`.
 * `content` loads content/ and the places, as the product does at its start.
 */
export async function freshDatabase({ content = true } = {}): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-test-'))
  const file = path.join(folder, 'test.db')
  copyFileSync(migrated(), file)
  Object.assign(process.env, {
    DATABASE_URL: `file:${file}`,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    CONTENT_DIR: path.join(root, 'content'),
  })
  const { openDatabase, closeDatabase } = await import('~/platform/db/db.server')
  await openDatabase()
  if (content) {
    const { prepareApplication } = await import('~/composition.server')
    await prepareApplication()
  }
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  })
}
