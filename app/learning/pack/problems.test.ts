import { describe, expect, test } from 'vitest'
import { vi } from '~/platform/i18n/resources'
import { faults } from '../../../tests/fixtures/packs/faults'
import { goodPack, known } from '../../../tests/fixtures/packs/good-pack'
import { checkModules } from './check-modules'

test('a good pack has no problem', () => {
  const { whole, problems } = checkModules(goodPack(), known)
  expect(problems).toEqual([])
  expect([...whole.keys()]).toEqual(['alpha', 'beta'])
})

describe.each(faults)('$key in $file', ({ key, file, at, change }) => {
  const files = goodPack()
  change(files)
  const { whole, problems } = checkModules(files, known, { standard: true })

  test(`is told with its place${at ? `: ${at}` : ''}`, () => {
    const source = files.get(file)
    const lines = source?.kind === 'text' ? source.text.split('\n') : []
    const told = problems.filter((problem) => problem.key === key && problem.file === `modules/${file}`)
    expect(problems.map((problem) => problem.key)).toContain(key)
    expect(told.map(({ line }) => (at ? lines[line - 1] : 'any'))).toContainEqual(
      at ? expect.stringContaining(at) : 'any',
    )
  })

  test('fills every value of its text, and the module is not taken', () => {
    const told = problems.find((problem) => problem.key === key)!
    const text = (vi.content as Record<string, string>)[key] ?? ''
    expect(text).not.toBe('')
    for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) expect(told.values, key).toHaveProperty(name!)
    if (file.includes('/') && !file.startsWith('Odd'))
      expect([...whole.keys()]).not.toContain(file.split('/')[0])
  })
})

/** Told by the reading of frameworks, items, forms and standards, and by the loading; tested where those are. */
const elsewhere = [
  'folder.missing',
  'folder.changing',
  'figure.heavy',
  'manifest.changed',
  'version.changed',
  'item.measureCode',
  'item.essayMeasure',
  'item.pictureHere',
  'item.codeNames',
  'form.framework',
  'form.noTask',
  'form.noItem',
  'form.quizHow',
  'form.showIfGone',
  'form.showIfLater',
  'form.showIfNever',
  'form.teachingTask',
  'local.noFile',
  'local.outside',
  'local.twice',
  'form.twice',
  'standard.competency',
  'standard.level',
  'standard.order',
]

test('every message is reached by a fault, and every other by a test elsewhere', () => {
  const screens =
    /^(?:box\.(?:aim|example|care|fails|remember|summary)|table\.|problems\.|count\.|check\.(?:summary|whole))/
  /** How items are written, how large the bank is, and the play of practice tasks. */
  const ofItems = /^(?:bank|writing|practice)\./
  const messages = Object.keys(vi.content).filter((key) => !screens.test(key))
  const untold = messages.filter((key) => !ofItems.test(key) && !faults.some((fault) => fault.key === key))
  expect(untold.sort()).toEqual([...elsewhere].sort())
})
