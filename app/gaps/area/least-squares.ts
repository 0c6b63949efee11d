/** Q and R of weighted columns; `q[j]` is an orthonormal column, `r[j][i]` the entry of row i ≤ j in column j. */
export type Factors = { q: Float64Array[]; r: Float64Array[] }

/** Below this part of its length, what is left of a column after those before it counts as nothing. */
const dependent = 1e-9
/** The same once weights have pulled the rows apart: only rounding is left. */
const rounding = 1e-14

/**
 * QR factors of the columns, each row multiplied by `root`, by Gram–Schmidt done twice, which is as orthogonal as
 * Householder's for full rank (Giraud, Langou, Rozložník 2005, Numer. Math. 101:87).
 * @param columns p columns of m values
 * @param root m square roots of weights
 * @throws RangeError where a column depends on those before it; ask `dependentColumn` first
 */
export function weightedFactors(columns: readonly Float64Array[], root: Float64Array): Factors {
  const found = factors(columns, root, rounding)
  if (typeof found === 'number') throw new RangeError(`column ${found} depends on the columns before it`)
  return found
}

/** The first column that depends linearly on those before it, or null. */
export function dependentColumn(columns: readonly Float64Array[]): number | null {
  const found = factors(columns, new Float64Array(columns[0]?.length ?? 0).fill(1), dependent)
  return typeof found === 'number' ? found : null
}

function factors(columns: readonly Float64Array[], root: Float64Array, least: number): Factors | number {
  const q: Float64Array[] = []
  const r: Float64Array[] = []
  for (const [j, column] of columns.entries()) {
    const rest = column.map((value, i) => value * root[i]!)
    const length = norm(rest)
    const made = new Float64Array(columns.length)
    for (let pass = 0; pass < 2; pass += 1) {
      for (const [k, done] of q.entries()) {
        const along = dot(done, rest)
        made[k]! += along
        for (let i = 0; i < rest.length; i += 1) rest[i]! -= along * done[i]!
      }
    }
    const left = norm(rest)
    if (!(left > least * length)) return j
    made[j] = left
    q.push(rest.map((value) => value / left))
    r.push(made)
  }
  return { q, r }
}

/** b with R b = z: the least-squares solution where z = Q'y. */
export function backSolve(r: readonly Float64Array[], z: Float64Array): Float64Array {
  const b = Float64Array.from(z)
  for (let j = r.length - 1; j >= 0; j -= 1) {
    b[j]! /= r[j]![j]!
    for (let i = 0; i < j; i += 1) b[i]! -= r[j]![i]! * b[j]!
  }
  return b
}

/** z with R'z = x, so that x'(X'WX)⁻¹x is the square of its length. */
export function forwardSolve(r: readonly Float64Array[], x: ArrayLike<number>): Float64Array {
  const z = new Float64Array(r.length)
  for (let j = 0; j < r.length; j += 1) {
    let rest = x[j]!
    for (let i = 0; i < j; i += 1) rest -= r[j]![i]! * z[i]!
    z[j] = rest / r[j]![j]!
  }
  return z
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a))
}
