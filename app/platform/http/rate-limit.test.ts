import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clientKey, RateLimit } from './rate-limit.server'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-21T03:00:00Z') }))
afterEach(() => vi.useRealTimers())

test('is exceeded from the limit on, until the window of the first ends', () => {
  const limit = new RateLimit(3, 15)
  limit.add('a')
  vi.advanceTimersByTime(10 * 60_000)
  limit.add('a')
  expect(limit.isExceeded('a')).toBe(false)
  limit.add('a')
  expect(limit.isExceeded('a')).toBe(true)
  expect(limit.minutesLeft('a')).toBe(5)
  expect(limit.isExceeded('b')).toBe(false)
  vi.advanceTimersByTime(5 * 60_000)
  expect(limit.isExceeded('a')).toBe(false)
})

test('clear forgets a key', () => {
  const limit = new RateLimit(1, 15)
  limit.add('a')
  limit.clear('a')
  expect(limit.isExceeded('a')).toBe(false)
})

test('many addresses do not fill the memory', () => {
  const limit = new RateLimit(1, 15)
  for (let i = 0; i < 25_000; i += 1) limit.add(`k${i}`)
  expect(limit.isExceeded('k24999')).toBe(true)
  expect(limit.isExceeded('k0')).toBe(false)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:db8:1:2:bbbb:1:2:3', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('clientKey %s is %s', (address, key) => {
  expect(clientKey(address)).toBe(key)
})
