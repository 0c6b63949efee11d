import { expect, test } from 'vitest'
import { gaussHermite, normalGrid, type Quadrature } from './quadrature'

const moment = ({ nodes, weights }: Quadrature, power: number) =>
  nodes.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0)

test.each([
  ['grid of 61', normalGrid(61)],
  ['grid of 121', normalGrid(121)],
  ['Gauss–Hermite of 5', gaussHermite(5)],
  ['Gauss–Hermite of 40', gaussHermite(40)],
])('%s has the moments of N(0, 1)', (_, rule) => {
  expect(moment(rule, 0)).toBeCloseTo(1, 12)
  expect(moment(rule, 1)).toBeCloseTo(0, 12)
  expect(moment(rule, 2)).toBeCloseTo(1, 6)
  expect(moment(rule, 4)).toBeCloseTo(3, 4)
  expect(moment(rule, 8)).toBeCloseTo(105, 0)
})

test('Gauss–Hermite of three points is the published rule', () => {
  const { nodes, weights } = gaussHermite(3)
  for (const [i, x] of [-Math.sqrt(3), 0, Math.sqrt(3)].entries()) expect(nodes[i]).toBeCloseTo(x, 12)
  for (const [i, w] of [1 / 6, 2 / 3, 1 / 6].entries()) expect(weights[i]).toBeCloseTo(w, 12)
})

test('a rule without points is refused', () => {
  expect(() => gaussHermite(0)).toThrow(RangeError)
  expect(() => normalGrid(1)).toThrow(RangeError)
})
