import { describe, expect, test } from 'vitest'
import { filesUnder, readText } from '../../tests/unit/sources'
import { readContent } from './content-files'

const shipped = () =>
  new Map(
    filesUnder('content', /\.yaml$/)
      .filter((file) => !/content\/(modules|places)\//.test(file))
      .map((file) => [file.replace('content/', ''), readText(file)]),
  )

test('what ships is whole', () => {
  const { pack, problems } = readContent(shipped(), { play: true })
  expect(problems).toEqual([])
  expect(pack.items.length).toBeGreaterThanOrEqual(300)
  expect(pack.practice.length).toBeGreaterThanOrEqual(12)
})

describe.each([
  ['competency.unknown', 'items/7.3.yaml', 'competency: "7.3"', 'competency: "9.3"', 1],
  ['item.measureCode', 'items/7.3.yaml', 'code: 7.3-1a', 'code: 7.3-x', 3],
  ['item.codeNames', 'items/7.3.yaml', 'code: 7.3-1a', 'code: 7.3-4a', 3],
  ['item.twice', 'items/7.3.yaml', 'code: 7.3-2a', 'code: 7.3-1a', null],
  ['schema.value', 'items/7.3.yaml', 'purpose: measure', 'purpose: amuse', 5],
  ['yaml.syntax', 'forms/commune-staff.yaml', 'version: 2', 'version: 2: 2', 2],
  ['form.framework', 'forms/commune-staff.yaml', 'framework: "its"', 'framework: none', null],
  ['form.twice', 'forms/commune-conditions.yaml', 'code: "computers-old"', 'code: computers', 25],
  ['form.noTask', 'forms/community-team.yaml', '"survey-team"', '"survey-teem"', null],
  ['form.teachingTask', 'forms/community-team.yaml', '"survey-team"', '"share-file"', null],
  ['form.quizHow', 'forms/community-team.yaml', '    perCompetency: 3\n', '', null],
  [
    'form.noItem',
    'forms/community-team.yaml',
    'perCompetency: 3\n    levels: [1, 2, 3]\n    most: 12\n    minutes: 10\n    mostCompetencies: 4',
    'items: ["9.3-1a"]',
    null,
  ],
  ['schema.language', 'practice/share-file.yaml', ', en: "Simulated file store"', '', null],
  ['practice.screen', 'practice/share-file.yaml', 'go: sharing }', 'go: shared }', null],
  ['practice.codeTwice', 'practice/share-file.yaml', '\ncode: share-file', '\ncode: look-up-data', null],
  [
    'competency.unknown',
    'practice/share-file.yaml',
    'competency: "2.2", level: 2',
    'competency: "2.9", level: 2',
    null,
  ],
  ['competency.unknown', 'frameworks/self-assessment/7.yaml', 'competency: "7.3"', 'competency: "9.3"', null],
] as const)('%s in %s', (key, file, from, to, line) => {
  test('is told with its place, and nothing is to be loaded', () => {
    const files = new Map([...shipped()].filter(([name]) => !/^items\/(?!7)/.test(name)))
    const text = files.get(file)!
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    files.set(file, changed)
    const told = readContent(files).problems.find((problem) => problem.key === key && problem.file === file)
    expect(told).toBeDefined()
    if (line !== null) expect(told?.line).toBe(line)
  })
})
