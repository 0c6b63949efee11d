import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EncodedText, KeptTexts } from './encoded.server'
import { entityTag, isKnown, takesJson, wantedEncoding, wantedLocale } from './negotiate'
import { linkHeader, linksOf, pagingOf } from './paging'
import type { Problem } from './problem'
import { readQuery } from './read-query'
import { bearerOf, endOf, tokenFormSchema, tokenState } from './tokens/token'

test('pages hold every item once, whatever their size', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 200 }), (total, size) => {
      const { pages } = pagingOf(total, { page: 1, size })
      expect(pages).toBeGreaterThanOrEqual(1)
      expect(pages * size).toBeGreaterThanOrEqual(total)
      if (pages > 1) expect((pages - 1) * size).toBeLessThan(total)
    }),
  )
})

test('links lead from page to page and back', () => {
  const links = (page: number) =>
    linksOf('/api/v1/communes', { size: '50' }, pagingOf(120, { page, size: 50 }))
  expect(links(2)).toEqual({
    self: '/api/v1/communes?size=50&page=2',
    first: '/api/v1/communes?size=50',
    prev: '/api/v1/communes?size=50',
    next: '/api/v1/communes?size=50&page=3',
    last: '/api/v1/communes?size=50&page=3',
  })
  expect([links(1).prev, links(3).next]).toEqual([null, null])
  expect(linkHeader(links(1))).toBe(
    '</api/v1/communes?size=50>; rel="first", </api/v1/communes?size=50&page=2>; rel="next", </api/v1/communes?size=50&page=3>; rel="last"',
  )
})

test.each([
  [null, true],
  ['', true],
  ['*/*', true],
  ['application/json', true],
  ['text/html, application/*;q=0.8', true],
  ['application/problem+json', true],
  ['text/html', false],
  ['application/json;q=0, */*', false],
  ['text/csv;q=1', false],
])('Accept: %s takes JSON: %s', (header, takes) => {
  expect(takesJson(header)).toBe(takes)
})

test('languages and encodings go by their weights', () => {
  expect([null, 'en', 'en-US,vi;q=0.9', 'vi,en', 'fr, en;q=0.1'].map(wantedLocale)).toEqual([
    'vi',
    'en',
    'en',
    'vi',
    'en',
  ])
  expect(['', 'gzip', 'gzip, br', 'br;q=0, gzip', 'deflate'].map(wantedEncoding)).toEqual([
    null,
    'gzip',
    'br',
    'gzip',
    null,
  ])
})

test('a tag is known in every encoding, and no other tag is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{22}$/), fc.constantFrom(null, 'br', 'gzip'), (hash, encoding) => {
      const tag = entityTag(hash, encoding)
      expect(isKnown(tag, hash)).toBe(true)
      expect(isKnown(tag, `${hash}x`)).toBe(false)
    }),
  )
  expect(isKnown(null, 'x')).toBe(false)
})

test('texts are kept up to a bound, those used last longest', () => {
  const kept = new KeptTexts(250)
  let made = 0
  const get = (key: string) => kept.get(key, () => ((made += 1), new EncodedText('x'.repeat(100))))
  get('a')
  get('b')
  get('a')
  get('c')
  expect(made).toBe(3)
  get('a')
  expect(made).toBe(3)
  get('b')
  expect(made).toBe(4)
  expect(kept.get('large', () => new EncodedText('y'.repeat(1000))).bytes).toBe(1000)
})

const schema = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  place: z.enum(['commune', 'province']).default('commune'),
})

test('a query is read with what it leaves out, or refused by the names of what is wrong', () => {
  const read = (query: string) => readQuery(schema, new URLSearchParams(query))
  expect(read('')).toEqual({ query: { page: 1, place: 'commune' }, asked: {} })
  expect(read('page=2&place=commune')).toEqual({ query: { page: 2, place: 'commune' }, asked: { page: '2' } })
  const wrong = (query: string) => {
    try {
      read(query)
    } catch (thrown) {
      return (thrown as Problem).facts.parameters
    }
    return null
  }
  expect(wrong('page=x')).toEqual([{ name: 'page', known: true }])
  expect(wrong('constructor=1')).toEqual([{ name: 'constructor', known: false }])
  expect(wrong('__proto__=1&page=2')).toEqual([{ name: '__proto__', known: false }])
  expect(wrong(Array.from({ length: 50 }, (_, i) => `p${i}=1`).join('&'))).toHaveLength(10)
})

test('a token is read from its header alone, and ends when it says', () => {
  expect(bearerOf('Bearer itoso_a-b')).toBe('itoso_a-b')
  expect(bearerOf('bearer  x ')).toBe('x')
  for (const header of [null, '', 'Bearer', 'Bearer a b', 'Basic abc', 'Bearer ừ'])
    expect(bearerOf(header)).toBeNull()
  const at = new Date('2026-11-22T00:00:00Z')
  const until = (days: number) => tokenState({ expiresAt: endOf(at, days), revokedAt: null }, at)
  expect([until(90), until(30), until(0), until(-1)]).toEqual(['active', 'soon', 'expired', 'expired'])
  expect(tokenState({ expiresAt: endOf(at, 90), revokedAt: at }, at)).toBe('revoked')
})

test('a form of a token says what is missing', () => {
  const faults = (form: object) =>
    tokenFormSchema.safeParse(form).error?.issues.map(({ message }) => message) ?? []
  expect(faults({})).toEqual(['form.name.missing', 'form.province.missing', 'form.days.missing'])
  expect(faults({ name: 'x'.repeat(81), province: '04', days: '30' })).toEqual([
    'form.name.long',
    'form.days.missing',
  ])
  expect(faults({ name: 'IOC', province: '04', days: '90', commune: 'x'.repeat(101) })).toEqual([
    'form.commune.long',
  ])
  expect(faults({ name: 'IOC', province: '04', days: '365' })).toEqual([])
})
