import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentFolder, write } from '../../tests/fixtures/packs/folder'
import { root } from '../../tests/unit/sources'
import { checkContent, checkReport } from './check-content.server'

test('the content that ships is whole', async () => {
  const { problems, counts } = await checkContent(path.join(root, 'content'))
  expect(problems).toEqual([])
  expect(counts.modules).toBeGreaterThanOrEqual(3)
  expect(counts.items).toBeGreaterThanOrEqual(96)
})

test('a folder that is none is told as missing, without an exception', async () => {
  const { problems } = await checkContent(path.join(root, 'content/nowhere'))
  expect(problems.map(({ key, file }) => `${key} ${file}`)).toContain('folder.missing items')
})

test('a folder without modules is told as missing', async () => {
  const folder = await contentFolder()
  rmSync(path.join(folder, 'modules'), { recursive: true })
  mkdirSync(path.join(folder, 'modules'))
  const { problems } = await checkContent(folder)
  expect(problems.map(({ key, file }) => `${key} ${file}`)).toEqual(['folder.missing modules'])
})

test.each([
  ['items/1.1.yaml', 'level: 1', 'levle: 1\n    level: 1', 'levle'],
  ['forms/commune-staff.yaml', 'minutes:', 'requred: true\nminutes:', 'requred'],
  ['frameworks/its.yaml', 'name: {', 'nmae: x\n    name: {', 'nmae'],
  ['frameworks/self-assessment/7.yaml', 'anchors:', 'ankers: []\n    anchors:', 'ankers'],
])('an entry of %s that nobody knows is told with its line', async (file, from, to, word) => {
  const folder = await contentFolder()
  const at = path.join(folder, file)
  const text = readFileSync(at, 'utf8').replace(from, to)
  writeFileSync(at, text)
  const { problems } = await checkContent(folder)
  const told = problems.find(({ key }) => key === 'schema.unknown')
  expect(told).toMatchObject({ file, values: { keys: word } })
  expect(text.split('\n')[told!.line - 1]).toContain(word)
})

test('a problem of a module is told beside those of the rest', async () => {
  const folder = await contentFolder()
  write(folder, 'beta/spare.vi.md', 'x')
  const { problems, counts } = await checkContent(folder)
  expect(problems.map(({ key, file }) => `${key} ${file}`)).toEqual([
    'lesson.unlisted modules/beta/spare.vi.md',
  ])
  expect(counts.modules).toBe(1)
  expect(checkReport({ problems, counts }, 'here', 'en')).toBe(
    'here/modules/beta/spare.vi.md:1  The lesson “spare” is not among the lessons of module.yaml. Add it there, or delete the file.\n\n' +
      '1 problem. A module with a problem is not loaded.',
  )
})
