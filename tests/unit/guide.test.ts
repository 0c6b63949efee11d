import { statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '~/platform/i18n/locale'
import { filesUnder, readText } from './sources'

const guides: Record<Locale, string> = { vi: 'docs/trainer.vi.md', en: 'docs/trainer.md' }
const folder = 'docs/images/trainer'
const pictures = filesUnder(folder, /\.(webp|png)$/)

const namedBy = (guide: string): string[] =>
  [...readText(guide).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, file]) => {
    expect(alt!.length, `what ${file} shows`).toBeGreaterThan(10)
    return path.posix.join('docs', file!)
  })
const headings = (guide: string) => readText(guide).match(/^## .+$/gm) ?? []

/** Every text of the product in a language, with … where a value stands. */
function textsOf(locale: Locale): Set<string> {
  const files = filesUnder(`app/locales/${locale}`, /\.json$/)
  const texts = files.flatMap((file) => Object.values(JSON.parse(readText(file)) as Record<string, string>))
  return new Set(texts.map((text) => text.replace(/\{\{\w+\}\}/g, '…')))
}

describe.each(locales)('the guide for trainers (%s)', (locale) => {
  const guide = guides[locale]

  test('shows every picture of its language once, and no other', () => {
    const own = pictures.filter((file) => file.startsWith(`${folder}/${locale}/`))
    expect(namedBy(guide).toSorted()).toEqual(own.toSorted())
  })

  test('quotes the screen as it is', () => {
    const texts = textsOf(locale)
    const quoted = [...readText(guide).matchAll(/\*\*([^*]+)\*\*/g)].map(([, text]) => text!)
    const own = { vi: 'in đậm', en: 'in bold' }[locale]
    expect(quoted.filter((text) => text !== own && !texts.has(text))).toEqual([])
  })

  test('links to its own sections and to files that exist', () => {
    const text = readText(guide)
    const anchors = headings(guide).map((heading) =>
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
})

test('both guides have as many sections, and pictures of the same screens', () => {
  expect(headings(guides.vi).length).toBe(headings(guides.en).length)
  const names = (locale: Locale) => namedBy(guides[locale]).map((file) => path.posix.basename(file))
  expect(names('vi')).toEqual(names('en'))
})

test('the pictures are light', () => {
  const weights = pictures.map((file) => statSync(file).size)
  expect(Math.max(...weights)).toBeLessThanOrEqual(80 * 1024)
  expect(weights.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2.5 * 1024 ** 2)
})
