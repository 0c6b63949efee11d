import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { contentFolder, write } from '../../tests/fixtures/packs/folder'
import { goodTexts } from '../../tests/fixtures/packs/good-pack'

const folder = await contentFolder()
await freshDatabase({ content: false })
process.env.CONTENT_DIR = folder
write(folder, 'alpha/items.yaml', 'items: [')
const { prepareApplication, runScheduledJobs } = await import('~/composition.server')
const { env } = await import('~/env.server')
env.CONTENT_DIR = folder
await prepareApplication()
const { contentProblems } = await import('./content-problems.server')
const { currentModules } = await import('./modules.server')
const { renderLesson } = await import('./render/render.server')
const { reader } = await import('~/platform/db/db.server')

const texts = goodTexts()
const ids = () => currentModules().map(({ id }) => id)
const told = () => contentProblems().map(({ key, file }) => `${key} ${file}`)

test('with an empty database a broken module is told and the others are served', () => {
  expect(told()).toEqual(['yaml.syntax modules/alpha/items.yaml'])
  expect(ids()).toEqual(['beta@3'])
})

test('once mended it appears without a restart', async () => {
  write(folder, 'alpha/items.yaml', texts['alpha/items.yaml']!)
  await runScheduledJobs()
  expect(told()).toEqual([])
  expect(ids()).toEqual(['alpha@1', 'beta@3'])
})

test('a new version appears without a restart, also in what is rendered', async () => {
  const [alpha] = currentModules()
  expect(JSON.stringify(renderLesson(alpha!, 'second', 'vi'))).not.toContain('nay mới')
  write(folder, 'alpha/second.vi.md', texts['alpha/second.vi.md']!.replace('biết hai', 'biết hai, nay mới'))
  write(folder, 'alpha/module.yaml', texts['alpha/module.yaml']!.replace('version: 1', 'version: 2'))
  await runScheduledJobs()
  const [next] = currentModules()
  expect(next?.id).toBe('alpha@2')
  expect(JSON.stringify(renderLesson(next!, 'second', 'vi'))).toContain('nay mới')
})

test('a broken item file keeps every item as it was, and does not keep modules from loading', async () => {
  const file = path.join(folder, 'items/1.1.yaml')
  const before = readFileSync(file, 'utf8')
  const count = () =>
    reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ItemVersion WHERE NOT retired')?.n
  const items = count()
  writeFileSync(file, before.replace('competency: "1.1"', 'competency: "8.8"'))
  write(folder, 'beta/module.yaml', texts['beta/module.yaml']!.replace('version: 3', 'version: 4'))
  await runScheduledJobs()
  expect(told()[0]).toBe('competency.unknown items/1.1.yaml')
  expect(count()).toBe(items)
  expect(ids()).toEqual(['alpha@2', 'beta@4'])
  writeFileSync(file, before.replace('level: 1', 'level: 1\n    x: y').replace(/vi: "/, 'vi: "Mới: '))
  await runScheduledJobs()
  expect(told()).toEqual(['version.changed items/1.1.yaml'])
  writeFileSync(file, before)
  await runScheduledJobs()
  expect(told()).toEqual([])
})

test('nothing is loaded again while nothing changes', async () => {
  const loaded = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ModuleVersion')?.n
  const before = loaded()
  await runScheduledJobs()
  expect(loaded()).toBe(before)
})
