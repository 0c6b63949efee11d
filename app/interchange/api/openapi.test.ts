import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { en, vi } from '~/platform/i18n/resources'
import { locales } from '~/platform/i18n/locale'
import { endpointIds, endpoints, matchPath } from './endpoints'
import examples from './examples.json'
import { openApi } from './openapi'
import { problemCodes } from './problem'

const texts = { vi: vi.api as Record<string, string>, en: en.api as Record<string, string> }

test.each(locales)('the description is valid OpenAPI 3.1 (%s)', async (locale) => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(openApi(locale)))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every description is a text, and none is left in the other language', () => {
  const [inVi, inEn] = locales.map((locale) => said(openApi(locale)))
  expect(inVi!.length).toBe(inEn!.length)
  expect(inVi!.length).toBeGreaterThan(150)
  const known = { vi: new Set(Object.values(texts.vi)), en: new Set(Object.values(texts.en)) }
  const joined = (text: string) => text.split(' · ')
  expect(inVi!.flatMap(joined).filter((text) => !known.vi.has(text))).toEqual([])
  expect(inEn!.flatMap(joined).filter((text) => !known.en.has(text))).toEqual([])
})

function said(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(said)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    if (key === 'example' || key === 'examples' || key === 'value') return []
    return (key === 'description' || key === 'summary') && typeof each === 'string' ? [each] : said(each)
  })
}

test.each(endpointIds)('the example of %s is what its schema says', (id) => {
  const { success, error } = endpoints[id].answer.safeParse(examples[id])
  expect(error?.issues ?? []).toEqual([])
  expect(success).toBe(true)
})

test('every reference leads somewhere', () => {
  const document = openApi('en')
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref]) => ref!)
  const found = (ref: string) =>
    ref
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document)
  expect([...new Set(refs)].filter((ref) => found(ref) === undefined)).toEqual([])
})

test('every problem may happen somewhere, and is told in both languages', () => {
  const document = openApi('en') as { paths: unknown }
  const text = JSON.stringify(document.paths)
  for (const code of problemCodes) {
    expect(text, code).toContain(`/${code}"`)
    for (const locale of locales)
      for (const part of ['title', 'detail']) expect(texts[locale][`problem.${code}.${part}`]).toBeTruthy()
  }
})

test.each([
  ['', 'start'],
  ['/campaigns', 'campaigns'],
  ['/campaigns/0d1e-1/figures', 'figures'],
  ['/campaigns/0d1e-1/communes/01321', 'communeReport'],
  ['/indicators/values', 'indicatorValues'],
  ['/campaigns/a b', null],
  ['/campaigns/%2e%2e', null],
  ['/communes/1321', null],
  ['/figures', null],
])('%s is %s', (path, id) => {
  expect(matchPath(path)?.id ?? null).toBe(id)
})
