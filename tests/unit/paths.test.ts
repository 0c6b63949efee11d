import { describe, expect, test } from 'vitest'
import { paths, safePath } from '~/paths'
import routes from '../../app/routes'

const patterns = routes.map(({ path = '' }) => path).filter((path) => path !== '*')
const matches = (pattern: string, url: string) =>
  new RegExp(`^/${pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(url)
/** What another room of the server answers, outside of the routes. */
const outside = new Set(['/healthz'])

/** The most fitting route: one without parameters wins. */
const routeOf = (url: string) =>
  patterns
    .filter((pattern) => matches(pattern, url))
    .sort((a, b) => a.split(':').length - b.split(':').length)[0]
const made = Object.entries(paths).map(
  ([name, make]) => [name, (make as (...args: string[]) => string)('a', 'b', 'c').split('?')[0]!] as const,
)

describe('paths.ts and routes.ts', () => {
  test.each(made)('%s leads to a route: %s', (_name, url) => {
    expect(outside.has(url) || routeOf(url) !== undefined).toBe(true)
  })

  test('every route has a path of its own', () => {
    const reached = new Set(made.map(([, url]) => routeOf(url)))
    expect(patterns.filter((pattern) => !reached.has(pattern))).toEqual([])
  })

  test('no two routes share a module or a pattern', () => {
    expect(new Set(routes.map(({ file }) => file)).size).toBe(routes.length)
    expect(new Set(patterns).size).toBe(patterns.length)
  })
})

test.each([
  ['/me', '/me'],
  ['/campaigns/1?page=2', '/campaigns/1?page=2'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['https://evil.example', null],
  ['me', null],
  ['', null],
  [undefined, null],
])('safePath(%s) is %s', (given, safe) => {
  expect(safePath(given)).toBe(safe)
})
