import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../../scripts/fuzz/formats'
import { fuzz } from '../../scripts/fuzz/run'
import { seedRoot } from '../../scripts/fuzz/seeds'
import { traps } from '../../scripts/fuzz/traps'

test('every folder of question files is a format that is tried', () => {
  const folders = readdirSync(path.join(seedRoot, 'questions')).map((folder) => `questions/${folder}`)
  expect(folders.filter((folder) => !formats.some((format) => format.folder === folder))).toEqual([])
})

test.each(formats)(
  '$name: 200 mutated files, no crash, none over 20 s',
  async (format) => {
    const { files, failures } = await fuzz(format, { count: 200, seed: 1, watchdog: 20_000 })
    expect(failures).toEqual([])
    expect(files).toBe(200)
  },
  600_000,
)

test.each([
  ['throws', 'crash', 'a fault of its own'],
  ['misreads', 'crash', 'not an item'],
  ['ends', 'crash', ''],
  ['swells', 'crash', 'memory'],
  ['hangs', 'slow', '300 ms'],
])('a reader that %s is found, and the next file is read', { timeout: 120_000 }, async (name, kind, what) => {
  const trap = traps.find((each) => each.name === name)!
  const { files, failures } = await fuzz(trap, {
    count: 2,
    seed: 7,
    watchdog: name === 'hangs' ? 300 : 60_000,
    memory: 64,
  })
  expect(files).toBe(2)
  expect(failures).toMatchObject([7, 8].map((seed) => ({ seed, kind })))
  for (const failure of failures) expect(failure.what).toContain(what)
})
