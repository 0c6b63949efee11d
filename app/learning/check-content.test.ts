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
