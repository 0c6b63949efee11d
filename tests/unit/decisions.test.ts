import { expect, test } from 'vitest'
import { filesUnder, readText } from './sources'

const records = filesUnder('docs/decisions', /\.md$/).map((file) => file.replace('docs/decisions/', ''))

test('decision records are numbered one after another, and each has its three parts', () => {
  expect(records.map((name) => name.slice(0, 4))).toEqual(
    records.map((_, i) => String(i + 1).padStart(4, '0')),
  )
  for (const name of records) {
    const text = readText(`docs/decisions/${name}`)
    for (const part of ['# ', '## Context', '## Decision', '## Consequences'])
      expect(text, name).toContain(part)
  }
})

test('each record that a rule or a text names exists', () => {
  const naming = [
    'eslint.config.js',
    'eslint.rules.js',
    '.dependency-cruiser.cjs',
    'README.md',
    ...filesUnder('docs', /\.md$/),
  ]
  const named = naming.flatMap((file) =>
    [...readText(file).matchAll(/decisions\/(\d{4})/g)].map(([, number]) => number!),
  )
  const known = new Set(records.map((name) => name.slice(0, 4)))
  expect([...new Set(named)].filter((number) => !known.has(number))).toEqual([])
})
