/** Small dense matrix, row-major: element (i, j) stands at data[i * columns + j]. */
export type Matrix = { rows: number; columns: number; data: Float64Array }

/** Thrown by cholesky() when a pivot is not positive: the matrix is no covariance matrix of full rank. */
export class NotPositiveDefinite extends Error {
  override name = 'NotPositiveDefinite'
}

/** A matrix of `rows` × `columns` with the elements fill(i, j), zero where no function is given. */
export function matrix(rows: number, columns: number, fill?: (i: number, j: number) => number): Matrix {
  const data = new Float64Array(rows * columns)
  if (fill)
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data[i * columns + j] = fill(i, j)
  return { rows, columns, data }
}

/** The n × n identity matrix. */
export function identity(n: number): Matrix {
  return matrix(n, n, (i, j) => (i === j ? 1 : 0))
}

/**
 * Lower triangle L with a = L L′ of a symmetric positive definite matrix; reads the lower triangle of `a` alone and
 * leaves zeros above the diagonal of L. Throws NotPositiveDefinite. Golub and Van Loan 2013, Matrix Computations, 4th
 * ed., algorithm 4.2.1 (row by row).
 */
export function cholesky(a: Matrix): Matrix {
  const n = square(a)
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a.data[i * n + j]!
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!
      if (i !== j) l[i * n + j] = sum / l[j * n + j]!
      else if (sum > 0) l[i * n + i] = Math.sqrt(sum)
      else throw new NotPositiveDefinite(`pivot ${i} of ${n} is ${sum}`)
    }
  }
  return { rows: n, columns: n, data: l }
}

/** x with L L′ x = b, of the triangle L that cholesky() returns; `b` is left as it is. */
export function solveCholesky(l: Matrix, b: Float64Array): Float64Array {
  return upperSolve(l, lowerSolve(l, b))
}

/** x with L x = b, by forward substitution (Golub and Van Loan 2013, algorithm 3.1.1). */
export function lowerSolve(l: Matrix, b: Float64Array): Float64Array {
  const n = fits(square(l), b)
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    let sum = x[i]!
    for (let k = 0; k < i; k++) sum -= l.data[i * n + k]! * x[k]!
    x[i] = sum / l.data[i * n + i]!
  }
  return x
}

/** x with L′ x = b, by backward substitution (Golub and Van Loan 2013, algorithm 3.1.2); L is the lower triangle. */
export function upperSolve(l: Matrix, b: Float64Array): Float64Array {
  const n = fits(square(l), b)
  const x = Float64Array.from(b)
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / l.data[i * n + i]!
    x[i] = value
    for (let k = 0; k < i; k++) x[k] = x[k]! - l.data[i * n + k]! * value
  }
  return x
}

/** (L L′)⁻¹, exactly symmetric, of the triangle L that cholesky() returns: L⁻¹ first, then L⁻¹′ L⁻¹. */
export function inverseFromCholesky(l: Matrix): Matrix {
  const n = square(l)
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    inverse[j * n + j] = 1 / l.data[j * n + j]!
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= l.data[i * n + k]! * inverse[k * n + j]!
      inverse[i * n + j] = sum / l.data[i * n + i]!
    }
  }
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += inverse[k * n + i]! * inverse[k * n + j]!
      data[i * n + j] = sum
      data[j * n + i] = sum
    }
  }
  return { rows: n, columns: n, data }
}

/** log det(L L′) = 2 Σ log L[i][i], of the triangle L that cholesky() returns. */
export function logDeterminant(l: Matrix): number {
  const n = square(l)
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(l.data[i * n + i]!)
  return 2 * sum
}

/** The product a b; throws RangeError when the columns of `a` are not the rows of `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.rows} × ${a.columns} times ${b.rows} × ${b.columns}`)
  const { data } = matrix(a.rows, b.columns)
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const value = a.data[i * a.columns + k]!
      if (value === 0) continue
      for (let j = 0; j < b.columns; j++)
        data[i * b.columns + j] = data[i * b.columns + j]! + value * b.data[k * b.columns + j]!
    }
  }
  return { rows: a.rows, columns: b.columns, data }
}

/** The transpose a′. */
export function transpose(a: Matrix): Matrix {
  return matrix(a.columns, a.rows, (i, j) => a.data[j * a.columns + i]!)
}

/** The vector a x; throws RangeError when x is not as long as `a` has columns. */
export function times(a: Matrix, x: Float64Array): Float64Array {
  fits(a.columns, x)
  const result = new Float64Array(a.rows)
  for (let i = 0; i < a.rows; i++) {
    let sum = 0
    for (let j = 0; j < a.columns; j++) sum += a.data[i * a.columns + j]! * x[j]!
    result[i] = sum
  }
  return result
}

/** (a + a′) / 2: takes out what rounding left between the two triangles of a square matrix. */
export function symmetrise(a: Matrix): Matrix {
  const n = square(a)
  return matrix(n, n, (i, j) => (a.data[i * n + j]! + a.data[j * n + i]!) / 2)
}

function square(a: Matrix): number {
  if (a.rows !== a.columns) throw new RangeError(`a square matrix is needed, not ${a.rows} × ${a.columns}`)
  return a.rows
}

function fits(n: number, x: Float64Array): number {
  if (x.length !== n) throw new RangeError(`a vector of ${n} is needed, not of ${x.length}`)
  return n
}
