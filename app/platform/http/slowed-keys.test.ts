import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SlowedKeys } from './slowed-keys.server'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-21T03:00:00Z') }))
afterEach(() => vi.useRealTimers())

const times = (n: number, take: () => number) => Array.from({ length: n }, take)

test('a burst, then one each few seconds, up to the burst again', () => {
  const slowed = new SlowedKeys(3, 10)
  const take = () => slowed.take('a')
  expect(times(5, take)).toEqual([0, 0, 0, 10, 10])
  vi.advanceTimersByTime(9_500)
  expect(take()).toBe(1)
  vi.advanceTimersByTime(500)
  expect(times(2, take)).toEqual([0, 10])
  vi.advanceTimersByTime(20_000)
  expect(times(3, take)).toEqual([0, 0, 10])
  vi.advanceTimersByTime(3_600_000)
  expect(times(4, take)).toEqual([0, 0, 0, 10])
  expect(slowed.take('b')).toBe(0)
})

test('many keys do not fill the memory, and those that rested are forgotten first', () => {
  const slowed = new SlowedKeys(1, 10)
  for (let i = 0; i < 19_999; i += 1) slowed.take(`k${i}`)
  vi.advanceTimersByTime(5_000)
  slowed.take('a')
  vi.advanceTimersByTime(5_000)
  slowed.take('b')
  expect(slowed.take('a')).toBe(5)
  for (let i = 0; i < 25_000; i += 1) slowed.take(`m${i}`)
  expect(slowed.take('m24999')).toBe(10)
})
