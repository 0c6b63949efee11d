import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cholesky,
  identity,
  inverseFromCholesky,
  logDeterminant,
  lowerSolve,
  matrix,
  multiply,
  NotPositiveDefinite,
  solveCholesky,
  symmetrise,
  times,
  transpose,
  upperSolve,
} from './matrix'

const from = (rows: number[][]) => matrix(rows.length, rows[0]!.length, (i, j) => rows[i]![j]!)
const near = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 10) => {
  expect(a.length).toBe(b.length)
  for (let i = 0; i < a.length; i++) expect(a[i]!).toBeCloseTo(b[i]!, digits)
}

const small = from([
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
])

test('factor, determinant and inverse of a matrix worked by hand', () => {
  const l = cholesky(small)
  near(l.data, [2, 0, 0, 6, 1, 0, -8, 5, 3])
  expect(logDeterminant(l)).toBeCloseTo(Math.log(36), 12)
  near(
    inverseFromCholesky(l).data,
    [
      49.361111111, -13.555555556, 2.111111111, -13.555555556, 3.777777778, -0.555555556, 2.111111111,
      -0.555555556, 0.111111111,
    ],
    8,
  )
  near(lowerSolve(l, Float64Array.of(2, 7, 0)), [1, 1, 1])
  near(times(transpose(l), upperSolve(l, Float64Array.of(1, 2, 3))), [1, 2, 3])
})

test('products, transposes and refusals', () => {
  const a = from([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  near(multiply(a, transpose(a)).data, [5, 11, 17, 11, 25, 39, 17, 39, 61])
  near(
    symmetrise(
      from([
        [1, 2],
        [4, 1],
      ]),
    ).data,
    [1, 3, 3, 1],
  )
  expect(() => multiply(a, a)).toThrow(RangeError)
  expect(() => times(a, Float64Array.of(1, 2, 3))).toThrow(RangeError)
  expect(() => cholesky(a)).toThrow(RangeError)
  expect(() =>
    cholesky(
      from([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toThrow(NotPositiveDefinite)
})

test('a x = b is solved for any positive definite matrix', () => {
  const element = fc.double({ min: -3, max: 3, noNaN: true })
  const system = fc
    .integer({ min: 1, max: 12 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(element, { minLength: n * n, maxLength: n * n }),
        fc.array(element, { minLength: n, maxLength: n }),
      ),
    )
  fc.assert(
    fc.property(system, ([n, values, b]) => {
      const root = matrix(n, n, (i, j) => values[i * n + j]!)
      const product = multiply(root, transpose(root))
      const a = matrix(n, n, (i, j) => product.data[i * n + j]! + (i === j ? 0.5 : 0))
      const l = cholesky(a)
      near(times(a, solveCholesky(l, Float64Array.from(b))), b, 7)
      near(multiply(a, inverseFromCholesky(l)).data, identity(n).data, 7)
    }),
  )
})
