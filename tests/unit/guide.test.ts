import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '~/platform/i18n/locale'
import { filesUnder, readText } from './sources'

const guides = ['trainer', 'planner', 'documents'] as const
type Guide = (typeof guides)[number]

const fileOf = (guide: Guide, locale: Locale) => `docs/${guide}${locale === 'vi' ? '.vi' : ''}.md`
/** A guide without pictures has no folder of them. */
const picturesOf = (guide: Guide) =>
  existsSync(`docs/images/${guide}`) ? filesUnder(`docs/images/${guide}`, /\.(webp|png)$/) : []

const namedBy = (file: string): string[] =>
  [...readText(file).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, picture]) => {
    expect(alt!.length, `what ${picture} shows`).toBeGreaterThan(10)
    return path.posix.join('docs', picture!)
  })
const headings = (file: string) => readText(file).match(/^## .+$/gm) ?? []

/** Every text of the product in a language, with … where a value stands. */
function textsOf(locale: Locale): Set<string> {
  const files = filesUnder(`app/locales/${locale}`, /\.json$/)
  const texts = files.flatMap((file) => Object.values(JSON.parse(readText(file)) as Record<string, string>))
  return new Set(texts.map((text) => text.replace(/\{\{\w+\}\}/g, '…')))
}

describe.each(guides.flatMap((guide) => locales.map((locale) => ({ guide, locale }))))(
  'the guide $guide ($locale)',
  ({ guide, locale }) => {
    const file = fileOf(guide, locale)

    test('shows every picture of its language once, and no other', () => {
      const own = picturesOf(guide).filter((each) => each.startsWith(`docs/images/${guide}/${locale}/`))
      expect(namedBy(file).toSorted()).toEqual(own.toSorted())
    })

    test('quotes the screen as it is', () => {
      const texts = textsOf(locale)
      const quoted = [...readText(file).matchAll(/\*\*([^*]+)\*\*/g)].map(([, text]) => text!)
      const own = { vi: 'in đậm', en: 'in bold' }[locale]
      expect(quoted.filter((text) => text !== own && !texts.has(text))).toEqual([])
    })

    test('links to its own sections and to files that exist', () => {
      const text = readText(file)
      const anchors = headings(file).map((heading) =>
        heading
          .slice(3)
          .toLowerCase()
          .replace(/[^\p{L}\p{M}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      )
      const links = [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, to]) => to!)
      expect(links.filter((to) => to.startsWith('#') && !anchors.includes(to.slice(1)))).toEqual([])
      for (const to of links.filter((each) => !each.startsWith('#')))
        expect(() => statSync(path.join('docs', to)), to).not.toThrow()
    })
  },
)

describe.each(guides)('the guide %s', (guide) => {
  test('has as many sections in both languages, and pictures of the same screens', () => {
    const count = (locale: Locale) => headings(fileOf(guide, locale)).length
    expect(count('vi')).toBe(count('en'))
    const names = (locale: Locale) => namedBy(fileOf(guide, locale)).map((each) => path.posix.basename(each))
    expect(names('vi')).toEqual(names('en'))
  })

  test('has light pictures', () => {
    const weights = picturesOf(guide).map((file) => statSync(file).size)
    expect(Math.max(0, ...weights)).toBeLessThanOrEqual(80 * 1024)
    expect(weights.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2.5 * 1024 ** 2)
  })
})
