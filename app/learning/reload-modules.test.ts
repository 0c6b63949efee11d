import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { contentFolder, remove, write } from '../../tests/fixtures/packs/folder'
import { goodTexts } from '../../tests/fixtures/packs/good-pack'

const folder = await contentFolder()
await freshDatabase({ content: false })
process.env.CONTENT_DIR = folder
write(folder, 'alpha/items.yaml', 'items: [')
const { prepareApplication, runScheduledJobs } = await import('~/composition.server')
const { env } = await import('~/env.server')
env.CONTENT_DIR = folder
const { now, setClock } = await import('~/platform/clock/now.server')
await prepareApplication()
const { contentProblems } = await import('./content-problems.server')
const { currentModules } = await import('./modules.server')
const { renderLesson } = await import('./render/render.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { log } = await import('~/platform/log/log.server')
afterAll(() => setClock())

const texts = goodTexts()
const ids = () => currentModules().map(({ id }) => id)
const told = () => contentProblems().map(({ key, file }) => `${key} ${file}`)
const count = (table: string) =>
  reader.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE NOT retired`)?.n
const inFolder = (name: string) => path.join(folder, name)

/** The jobs of the next half minute. */
async function tick(): Promise<void> {
  setClock(new Date(now().getTime() + 30_000))
  await runScheduledJobs()
}
async function twoTicks(): Promise<void> {
  await tick()
  await tick()
}
function raise(name: string, version: number): void {
  texts[name] = texts[name]!.replace(/version: \d+/, `version: ${version}`)
  write(folder, name, texts[name])
}

test('with an empty database a broken module is told and the others are served', () => {
  expect(told()).toEqual(['yaml.syntax modules/alpha/items.yaml'])
  expect(ids()).toEqual(['beta@3'])
})

test('once mended it appears without a restart, when it has rested for half a minute', async () => {
  write(folder, 'alpha/items.yaml', texts['alpha/items.yaml']!)
  await tick()
  expect(ids()).toEqual(['beta@3'])
  await tick()
  expect(told()).toEqual([])
  expect(ids()).toEqual(['alpha@1', 'beta@3'])
})

test('looks that follow at once, as at start, are one look', async () => {
  raise('alpha/module.yaml', 2)
  await tick()
  await runScheduledJobs()
  expect(ids()).toEqual(['alpha@1', 'beta@3'])
  await tick()
  expect(ids()).toEqual(['alpha@2', 'beta@3'])
})

test('a copy that is half done is no version, though the half is whole by itself', async () => {
  raise('alpha/module.yaml', 3)
  await tick()
  write(folder, 'alpha/second.vi.md', texts['alpha/second.vi.md']!.replace('biết hai', 'biết hai, nay mới'))
  await tick()
  expect(ids()).toEqual(['alpha@2', 'beta@3'])
  await tick()
  expect(told()).toEqual([])
  const [alpha] = currentModules()
  expect(alpha?.id).toBe('alpha@3')
  expect(JSON.stringify(renderLesson(alpha!, 'second', 'vi'))).toContain('nay mới')
})

test('a broken item file keeps every item as it was, and does not keep modules from loading', async () => {
  const file = inFolder('items/1.1.yaml')
  const before = readFileSync(file, 'utf8')
  const items = count('ItemVersion')
  writeFileSync(file, before.replace('competency: "1.1"', 'competency: "8.8"'))
  raise('beta/module.yaml', 4)
  await twoTicks()
  expect(told()[0]).toBe('competency.unknown items/1.1.yaml')
  expect(count('ItemVersion')).toBe(items)
  expect(ids()).toEqual(['alpha@3', 'beta@4'])
  writeFileSync(file, before.replace('level: 1', 'level: 1\n    toleranse: 1'))
  await twoTicks()
  expect(told()).toEqual(['schema.unknown items/1.1.yaml'])
  writeFileSync(file, before.replace(/vi: "/, 'vi: "Mới: '))
  await twoTicks()
  expect(told()).toEqual(['version.changed items/1.1.yaml'])
  writeFileSync(file, before)
  await twoTicks()
  expect(told()).toEqual([])
})

test('what is away for one look is not withdrawn; what is away for two is', async () => {
  const items = count('ItemVersion')!
  const forms = count('FormVersion')!
  for (const part of ['modules/beta', 'items/1.1.yaml', 'forms/commune-staff.yaml']) {
    renameSync(inFolder(part), inFolder('away'))
    await tick()
    renameSync(inFolder('away'), inFolder(part))
    await twoTicks()
  }
  expect([ids(), count('ItemVersion'), count('FormVersion')]).toEqual([['alpha@3', 'beta@4'], items, forms])
  renameSync(inFolder('items/1.1.yaml'), inFolder('away'))
  await twoTicks()
  expect(count('ItemVersion')).toBeLessThan(items)
  renameSync(inFolder('away'), inFolder('items/1.1.yaml'))
  await twoTicks()
  expect(count('ItemVersion')).toBe(items)
})

test.each(['modules', 'items', 'forms', 'frameworks', 'places'])(
  'nothing is withdrawn while %s is gone or empty',
  async (part) => {
    const before = [ids(), count('ItemVersion'), count('FormVersion')]
    const gone = part === 'modules' ? 'items/1.1.yaml' : 'modules/beta'
    const place = inFolder(part)
    renameSync(inFolder(gone), inFolder('gone'))
    renameSync(place, inFolder('unmounted'))
    await twoTicks()
    expect(told()).toContain(`folder.missing ${part}`)
    expect([ids(), count('ItemVersion'), count('FormVersion')]).toEqual(before)
    mkdirSync(place)
    await twoTicks()
    expect(told()).toContain(`folder.missing ${part}`)
    expect([ids(), count('ItemVersion'), count('FormVersion')]).toEqual(before)
    rmSync(place, { recursive: true })
    renameSync(inFolder('unmounted'), place)
    renameSync(inFolder('gone'), inFolder(gone))
    await twoTicks()
    expect(told()).toEqual([])
  },
)

test('what failed for a passing reason is tried again, and logged once', async () => {
  const error = vi.spyOn(log, 'error')
  const stop = "CREATE TRIGGER stop BEFORE INSERT ON ModuleVersion BEGIN SELECT RAISE(ABORT, 'no room'); END"
  await inTransaction(async (tx) => void tx.sql.run(stop))
  raise('beta/module.yaml', 5)
  await twoTicks()
  await twoTicks()
  expect(error).toHaveBeenCalledTimes(1)
  expect(ids()).toEqual(['alpha@3', 'beta@4'])
  await inTransaction(async (tx) => void tx.sql.run('DROP TRIGGER stop'))
  await tick()
  expect(ids()).toEqual(['alpha@3', 'beta@5'])
  expect(error).toHaveBeenCalledTimes(1)
  error.mockRestore()
})

test('nothing is loaded again while nothing changes', async () => {
  const info = vi.spyOn(log, 'info')
  await twoTicks()
  expect(info).not.toHaveBeenCalled()
  info.mockRestore()
})

test('a start withdraws nothing; the next look that finds the same does', async () => {
  remove(folder, 'beta')
  for (const locale of ['vi', 'en'])
    write(
      folder,
      `alpha/second.${locale}.md`,
      texts[`alpha/second.${locale}.md`]!.replace('beta/only', 'first'),
    )
  texts['alpha/module.yaml'] = texts['alpha/module.yaml']!.replace(/(?:requires|moved): .*\n/g, '')
  raise('alpha/module.yaml', 4)
  setClock(new Date(statSync(inFolder('modules/alpha/module.yaml')).ctimeMs + 40_000))
  await prepareApplication()
  expect([told(), ids()]).toEqual([[], ['alpha@4', 'beta@5']])
  await runScheduledJobs()
  expect(ids()).toEqual(['alpha@4', 'beta@5'])
  await tick()
  expect(ids()).toEqual(['alpha@4'])
})

test('a start waits for what was copied a moment ago, and takes nothing of what goes on changing', async () => {
  const fresh = () => setClock(new Date(statSync(inFolder('modules/alpha/module.yaml')).ctimeMs + 19_500))
  raise('alpha/module.yaml', 5)
  fresh()
  const start = performance.now()
  await prepareApplication()
  expect(performance.now() - start).toBeGreaterThan(450)
  expect(ids()).toEqual(['alpha@5'])

  raise('alpha/module.yaml', 6)
  fresh()
  const info = vi.spyOn(log, 'info')
  const starting = prepareApplication()
  await vi.waitUntil(() => info.mock.calls.some(([text]) => String(text).includes('waits')), {
    timeout: 5000,
  })
  write(
    folder,
    'alpha/second.en.md',
    texts['alpha/second.en.md']!.replace('beta/only', 'first').replace('biết hai', 'biết hai, more'),
  )
  await starting
  info.mockRestore()
  expect([told(), ids()]).toEqual([['folder.changing .'], ['alpha@5']])
  await twoTicks()
  expect([told(), ids()]).toEqual([[], ['alpha@6']])
})
