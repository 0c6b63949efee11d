import { expect, test } from 'vitest'
import { normalCdf } from './normal'
import { gammaDraw, normalDraw, seeded, shuffle } from './random'
import { mean, quantile, variance } from './statistics'

const many = (draw: () => number, count = 200_000) => Float64Array.from({ length: count }, draw)

test('the same seed gives the same numbers, another seed others', () => {
  const numbers = (seed: string) => Array.from({ length: 5 }, seeded(seed))
  expect(numbers('Cao Bằng')).toEqual(numbers('Cao Bằng'))
  expect(numbers('Cao Bằng')).not.toEqual(numbers('Cao Bằng '))
  expect(numbers('a')[0]).not.toBe(numbers('b')[0])
})

test('uniform numbers fill the unit interval evenly', () => {
  const random = seeded('uniform')
  const counts = new Array<number>(20).fill(0)
  for (const u of many(random)) counts[Math.floor(u * 20)]!++
  const chiSquare = counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)
  expect(chiSquare).toBeLessThan(43.8)
})

test('normal draws have the moments and the tails of N(0, 1)', () => {
  const random = seeded('normal')
  const draws = many(() => normalDraw(random), 1_000_000)
  expect(Math.abs(mean(draws))).toBeLessThan(0.004)
  expect(Math.abs(variance(draws) - 1)).toBeLessThan(0.006)
  for (const x of [-3.6, -2, -0.5, 0, 1, 3, 3.5]) {
    const share = draws.filter((value) => value <= x).length / draws.length
    const p = normalCdf(x)
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws.length))
  }
})

test.each([0.3, 1, 4.5])('gamma draws of shape %d have that mean and variance', (shape) => {
  const random = seeded(`gamma ${shape}`)
  const draws = many(() => gammaDraw(random, shape))
  expect(Math.abs(mean(draws) - shape)).toBeLessThan(4 * Math.sqrt(shape / draws.length))
  expect(variance(draws) / shape).toBeCloseTo(1, 1)
  expect(quantile(draws, 0)).toBeGreaterThan(0)
  expect(() => gammaDraw(random, 0)).toThrow(RangeError)
})

test('a shuffle keeps every element, and each order is as likely', () => {
  const random = seeded('shuffle')
  const counts = new Map<string, number>()
  for (let i = 0; i < 6000; i++) {
    const order = shuffle(random, ['a', 'b', 'c']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
