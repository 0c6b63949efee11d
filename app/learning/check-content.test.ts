import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '~/platform/i18n/locale'
import { contentFolder, photo, write } from '../../tests/fixtures/packs/folder'
import { root } from '../../tests/unit/sources'
import { checkContent, checkReport } from './check-content.server'
import { coverageTable } from './content-counts'

test('the content that ships is whole, well written and as much as an edition has', async () => {
  const { problems, counts } = await checkContent(path.join(root, 'content'), { edition: true })
  expect(problems).toEqual([])
  const covered = readFileSync(path.join(root, 'docs/content-coverage.md'), 'utf8')
  expect(covered, 'npm run content:coverage').toBe(`${coverageTable(counts)}\n`)
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
  const report = checkReport({ problems, counts }, 'here', 'en').split('\n')
  expect(report.slice(0, 2)).toEqual([
    'here/modules/beta/spare.vi.md:1  The lesson “spare” is not among the lessons of module.yaml. Add it there, or delete the file.',
    '',
  ])
  expect(report[2]).toBe(
    'Modules: 1, with 4 lessons and 6 teaching items. Practice tasks: 4. Survey forms: 4.',
  )
  expect(report.at(-1)).toBe('1 problem. A module whose files do not fit together is not loaded.')
})

describe.each([
  [
    'a missing language',
    'schema.language',
    'items/7.3.yaml',
    /(explanation: \{ vi: "[^"]+"), en: "[^"]+"/,
    '$1',
  ],
  [
    'a local fact in a question',
    'local.outside',
    'items/7.3.yaml',
    'explanation: { vi: "',
    'explanation: { vi: "[[help-desk]] ',
  ],
  ['a wrong key', 'item.oneCorrect', 'items/1.1.yaml', ', correct: true', ''],
  ['an unknown competency', 'competency.unknown', 'items/1.1.yaml', 'competency: "1.1"', 'competency: "9.1"'],
  [
    'a screen that nothing leads to',
    'practice.unreachable',
    'practice/share-file.yaml',
    /\nscreens:\n/,
    `
screens:
  - id: nowhere
    look: table
    title: { vi: "Lạc", en: "Lost" }
    text: [{ vi: "Không ai đến.", en: "Nobody comes." }]
    end: true
`,
  ],
  [
    'a script in Markdown',
    'md.html',
    'modules/alpha/first.vi.md',
    'Mở đầu',
    '<script>alert(1)</script>\n\nMở đầu',
  ],
  ['a bad link', 'link.noLesson', 'modules/alpha/first.en.md', 'lesson:second', 'lesson:nowhere'],
  [
    'a code that is there twice',
    'item.twice',
    'modules/alpha/items.yaml',
    'code: alpha-q2',
    'code: alpha-q1',
  ],
  [
    'a question that measures and teaches',
    'writing.bothUses',
    'modules/alpha/items.yaml',
    /stem: \{ vi: "Hỏi một\?", en: "Ask one\?" \}/,
    measuringStem,
  ],
  [
    'a measuring task that a module names',
    'practice.unknown',
    'modules/alpha/module.yaml',
    /\nquiz:/,
    '\npractice: [survey-office]\nquiz:',
  ],
] as const)('%s', (_, key, file, from, to) => {
  test(`is told as ${key} with file, line and mend`, async () => {
    const folder = await contentFolder()
    const at = path.join(folder, file)
    const text = readFileSync(at, 'utf8')
    const broken = text.replace(from, typeof to === 'string' ? to : to(folder))
    expect(broken).not.toBe(text)
    writeFileSync(at, broken)
    const checked = await checkContent(folder)
    const told = checked.problems.find((problem) => problem.key === key)
    expect(told, JSON.stringify(checked.problems)).toMatchObject({ file })
    expect(broken.split('\n').length).toBeGreaterThanOrEqual(told!.line)
    for (const locale of locales)
      expect(checkReport(checked, folder, locale)).toContain(`${at}:${told!.line}  `)
  })
})

test('a picture of far too many dots is told with its file', async () => {
  const folder = await contentFolder()
  write(folder, 'alpha/figures/photo.png', await photo(8000, 6000))
  const { problems } = await checkContent(folder)
  expect(problems).toContainEqual(
    expect.objectContaining({ key: 'figure.pixels', file: 'modules/alpha/figures/photo.png' }),
  )
})

/** The stem of a question that measures, for a module that would ask it too. */
function measuringStem(folder: string): string {
  return /stem: \{.*\}/.exec(readFileSync(path.join(folder, 'items/7.3.yaml'), 'utf8'))![0]
}
