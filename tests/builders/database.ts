import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Opens a fresh database for a test file; call it with top-level await before importing what reads env:
 * `await freshDatabase()` then `const { x } = await import('~/…')`.
 * With `content` the places and content/ are in it, as after the product's start.
 */
export async function freshDatabase({ content = true } = {}): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'i-to-so-test-'))
  const file = path.join(folder, 'test.db')
  copyFileSync(path.join(process.env.PREPARED_DATABASES!, content ? 'loaded.db' : 'empty.db'), file)
  Object.assign(process.env, {
    DATABASE_URL: `file:${file}`,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    CONTENT_DIR: path.join(root, 'content'),
  })
  const { openDatabase, closeDatabase } = await import('~/platform/db/db.server')
  await openDatabase()
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  })
}
