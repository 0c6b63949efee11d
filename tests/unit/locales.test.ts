import { describe, expect, test } from 'vitest'
import { en, vi, type Namespace } from '~/platform/i18n/resources'
import { filesUnder, readText } from './sources'

const namespaces = Object.keys(vi) as Namespace[]
const textsOf = (pack: object, ns: Namespace) => (pack as Record<Namespace, Record<string, string>>)[ns]
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const isOne = (key: string) => key.endsWith('_one')

/** Texts that are the same in both languages, and rightly so. */
const same = new Set([
  'shell/product',
  'ui/show.skill.ai',
  ...['gift', 'moodle', 'qti'].map((format) => `interchange/format.${format}`),
  ...['gift', 'moodle', 'qti21', 'qti22'].map((format) => `interchange/export.format.${format}`),
])

test('each file of app/locales is loaded, in both languages', () => {
  const files = filesUnder('app/locales', /\.json$/)
  expect(files).toEqual(
    ['en', 'vi'].flatMap((locale) => [...namespaces].sort().map((ns) => `app/locales/${locale}/${ns}.json`)),
  )
})

describe.each(namespaces)('%s', (ns) => {
  const [viTexts, enTexts] = [textsOf(vi, ns), textsOf(en, ns)]

  test('has the same keys in both languages; English adds singulars only', () => {
    expect(Object.keys(enTexts).filter((key) => !isOne(key))).toEqual(
      expect.arrayContaining(Object.keys(viTexts)),
    )
    expect(
      Object.keys(enTexts).filter((key) => !(key in viTexts) && !(isOne(key) && key.slice(0, -4) in viTexts)),
    ).toEqual([])
    expect(Object.keys(viTexts).filter(isOne)).toEqual([])
  })

  test('names the same values in both languages', () => {
    const different = Object.entries(viTexts).filter(([key, text]) => {
      return placeholders(text).join() !== placeholders(enTexts[key] ?? '').join()
    })
    expect(different.map(([key]) => key)).toEqual([])
    const singular = Object.entries(enTexts).filter(([key, text]) => {
      const known = new Set(placeholders(viTexts[key.slice(0, -4)] ?? ''))
      return isOne(key) && placeholders(text).some((name) => !known.has(name))
    })
    expect(singular.map(([key]) => key)).toEqual([])
  })

  test('has no empty text, no double spaces and no text that was left untranslated', () => {
    for (const texts of [viTexts, enTexts]) {
      expect(
        Object.entries(texts)
          .filter(([, text]) => text.trim() === '' || /\s\s/.test(text))
          .map(([key]) => key),
      ).toEqual([])
    }
    const left = Object.keys(viTexts).filter((key) => {
      const words = viTexts[key]!.replace(/\{\{\w+\}\}/g, '')
      return /\p{L}/u.test(words) && viTexts[key] === enTexts[key] && !same.has(`${ns}/${key}`)
    })
    expect(left).toEqual([])
  })
})

test.each(filesUnder('app/locales', /\.json$/))('%s is NFC and has each key once', (file) => {
  const text = readText(file)
  expect(text).toBe(text.normalize('NFC'))
  const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key)
  expect(keys.length).toBe(new Set(keys).size)
  expect(keys.length).toBe(Object.keys(JSON.parse(text) as object).length)
})
