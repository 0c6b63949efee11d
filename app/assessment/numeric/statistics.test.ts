import { expect, test } from 'vitest'
import {
  chiSquareUpper,
  correlation,
  covariance,
  logGamma,
  mean,
  median,
  quantile,
  variance,
} from './statistics'

const values = [2, 4, 4, 4, 5, 5, 7, 9]

test('mean, variance, covariance and correlation worked by hand', () => {
  expect(mean(values)).toBe(5)
  expect(variance(values)).toBeCloseTo(32 / 7, 12)
  expect(covariance([1, 2, 3], [2, 4, 7])).toBeCloseTo(2.5, 12)
  expect(correlation([1, 2, 3], [2, 4, 7])).toBeCloseTo(2.5 / Math.sqrt(19 / 3), 12)
  expect(correlation([1, 2, 3], [6, 4, 2])).toBe(-1)
})

test('what cannot be computed is not a number, or null', () => {
  expect(mean([])).toBeNaN()
  expect(variance([1])).toBeNaN()
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull()
  expect(correlation([1], [1])).toBeNull()
  expect(quantile([], 0.5)).toBeNaN()
  expect(() => covariance([1], [1, 2])).toThrow(RangeError)
})

test('quantiles are of type 7', () => {
  expect(median(values)).toBe(4.5)
  expect(quantile([10, 20, 30, 40], 0.4)).toBeCloseTo(22, 12)
  expect([quantile(values, 0), quantile(values, 1), quantile([3], 0.9)]).toEqual([2, 9, 3])
})

test.each([
  [3.841458820694124, 1, 0.05],
  [18.307038053275146, 10, 0.05],
  [2, 2, Math.exp(-1)],
  [10, 4, 6 * Math.exp(-5)],
  [0.0009765, 1, 0.9750709626390823],
  [300, 250, 0.016518273157868715],
])('P(χ² > %d) with %d degrees of freedom', (x, df, p) => {
  expect(chiSquareUpper(x, df)).toBeCloseTo(p, 9)
})

test('the ends of the chi-square distribution, and log Γ', () => {
  expect([chiSquareUpper(0, 3), chiSquareUpper(Infinity, 3), chiSquareUpper(NaN, 3)]).toEqual([1, 0, NaN])
  expect(() => chiSquareUpper(1, 0)).toThrow(RangeError)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 11)
})
