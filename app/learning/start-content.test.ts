import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { contentFolder } from '../../tests/fixtures/packs/folder'

const folder = await contentFolder()
await freshDatabase({ content: false })
const { env } = await import('~/env.server')
env.CONTENT_DIR = folder
const { prepareApplication } = await import('~/composition.server')
const { contentProblems } = await import('./content-problems.server')
const { currentModules } = await import('./modules.server')
const { reader } = await import('~/platform/db/db.server')
afterAll(() => rmSync(folder, { recursive: true }))

const file = path.join(folder, 'items/0.1.yaml')
const whole = readFileSync(file, 'utf8')
const items = () =>
  reader.sql.get<{ n: number }>(
    "SELECT count(*) AS n FROM ItemVersion WHERE purpose = 'measure' AND NOT retired",
  )?.n

test('without anything loaded before, broken content ends the start and says what to mend', async () => {
  writeFileSync(file, `${whole}\n  broken: [`)
  await expect(prepareApplication()).rejects.toThrow(/items\/0\.1\.yaml/)
  expect(items()).toBe(0)
})

test('a start with broken content serves what was loaded before, and tells trainers', async () => {
  writeFileSync(file, whole)
  await prepareApplication()
  const before = items()
  expect(before).toBeGreaterThan(0)
  expect(contentProblems()).toEqual([])
  writeFileSync(file, `${whole}\n  broken: [`)
  await prepareApplication()
  expect(items()).toBe(before)
  expect(currentModules().length).toBeGreaterThan(0)
  expect(contentProblems().map((problem) => problem.file)).toContain('items/0.1.yaml')
})
