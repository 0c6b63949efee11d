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
  const { pack, problems } = readContent(shipped())
  expect(problems).toEqual([])
  expect(pack.items.length).toBeGreaterThanOrEqual(96)
})

describe.each([
  ['competency.unknown', 'items/7.3.yaml', 'competency: "7.3"', 'competency: "9.3"', 1],
  ['item.measureCode', 'items/7.3.yaml', 'code: 7.3-1a', 'code: 7.3-x', 3],
  ['item.codeNames', 'items/7.3.yaml', 'code: 7.3-1a', 'code: 7.3-4a', 3],
  ['item.twice', 'items/7.3.yaml', 'code: 7.3-2a', 'code: 7.3-1a', null],
  ['schema.value', 'items/7.3.yaml', 'purpose: measure', 'purpose: amuse', 5],
  ['yaml.syntax', 'forms/commune-staff.yaml', 'version: 1', 'version: 1: 2', 2],
  ['form.framework', 'forms/commune-staff.yaml', 'framework: "its"', 'framework: none', null],
  ['form.twice', 'forms/commune-conditions.yaml', 'code: "computers-old"', 'code: computers', 25],
  ['competency.unknown', 'frameworks/self-assessment/7.yaml', 'competency: "7.3"', 'competency: "9.3"', null],
] as const)('%s in %s', (key, file, from, to, line) => {
  test('is told with its place, and nothing is to be loaded', () => {
    const files = shipped()
    const text = files.get(file)!
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    files.set(file, changed)
    const told = readContent(files).problems.find((problem) => problem.key === key && problem.file === file)
    expect(told).toBeDefined()
    if (line !== null) expect(told?.line).toBe(line)
  })
})
