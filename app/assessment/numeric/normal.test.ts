import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logistic, logit, logSumExp, normalCdf, normalPdf, normalQuantile } from './normal'

test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1.96, 0.02499789514822044],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-8, 6.220960574271785e-16],
  [40, 1],
  [-40, 0],
])('P(Z ≤ %d)', (x, p) => {
  expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-14)
})

test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.95, 1.6448536269514722],
  [0.001, -3.090232306167813],
  [1e-10, -6.361340902404056],
])('quantile %d', (p, x) => {
  expect(normalQuantile(p)).toBeCloseTo(x, 9)
})

test('quantile and probability undo each other; the ends are infinite', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13)
    }),
  )
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.1)]).toEqual([-Infinity, Infinity, NaN])
})

test('the density is the slope of the probability', () => {
  for (const x of [-2, 0, 0.7])
    expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalPdf(x), 9)
})

test('logistic, logit and logSumExp neither overflow nor lose the tails', () => {
  expect(logistic(0)).toBe(0.5)
  expect([logistic(800), logistic(-800)]).toEqual([1, 0])
  expect(logistic(-30)).toBeCloseTo(9.357622968839299e-14, 25)
  expect(logit(0.67)).toBeCloseTo(0.7081850579, 9)
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 10)
  expect(logSumExp([])).toBe(-Infinity)
})
