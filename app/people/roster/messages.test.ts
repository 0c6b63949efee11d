import { describe, expect, it } from 'vitest'
import type { FoundKind, TableProblem } from '~/formats/table'
import en from '~/locales/en/roster.json'
import vi from '~/locales/vi/roster.json'
import { errorCodes, fileMessages, rosterError, rosterWarning, warningCodes } from './messages'

const texts: Record<string, string> = vi
const kinds: FoundKind[] = [
  'xls',
  'encrypted',
  'html',
  'xml',
  'pdf',
  'image',
  'word',
  'ods',
  'xlsb',
  'zip',
  'text',
  'damaged',
  'unknown',
]
const files: TableProblem[] = [
  ...kinds.map((found) => ({ code: 'not-xlsx' as const, found })),
  { code: 'empty' },
  { code: 'no-sheet' },
  { code: 'not-utf8' },
  { code: 'too-big', limit: 20 },
  { code: 'too-many-rows', sheet: 'a', limit: 1 },
  { code: 'too-many-columns', sheet: 'a', limit: 1 },
]
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('texts', () => {
  it('stand in both languages, with the same holes', () => {
    const plural = /_one$/
    expect(Object.keys(en).filter((key) => !plural.test(key))).toEqual(Object.keys(vi))
    for (const [key, text] of Object.entries<string>(en).filter(([key]) => !plural.test(key)))
      expect([key, holes(text)]).toEqual([key, holes(texts[key]!)])
  })

  it('exist for every message', () => {
    const variants = ['fullName', 'commune', 'positions'] as const
    const problems = [
      ...errorCodes.flatMap((code) =>
        code === 'missing' || code === 'missingColumn'
          ? variants.map((variant) => rosterError(code, { variant }))
          : [rosterError(code)],
      ),
      ...warningCodes.map((code) => rosterWarning(code)),
    ]
    const keys = [...problems, ...files.map(fileMessages)].flatMap(({ message, mend }) => [
      message.key,
      mend.key,
    ])
    expect(keys.filter((key) => !(key in texts))).toEqual([])
    const open = Object.keys(texts).filter(
      (key) => /^(?:error|warning|mend|file)\./.test(key) && !keys.includes(key),
    )
    expect(open).toEqual(['mend.acceptSuggestion'])
  })
})
