import { cholesky, inverseFromCholesky, type Matrix } from '~/assessment/numeric/matrix'
import type { People } from './people'

/** What a person's answers say about the mean of the person's group: log-likelihood −m′Wm/2 + m′v over `size` competencies. */
export type Weight = { size: number; w: Float64Array; v: Float64Array }

/**
 * Information of person i about the person's mean m on the answered competencies A when θ ~ N(m, Σ): the sites act as
 * observations y = shift/precision with error variance 1/precision, so W = (Σ_AA + Λ⁻¹)⁻¹ and v = W y. Computed as
 * S(I + SΣS)⁻¹S with S = Λ^½, which needs no division by small precisions (Rasmussen and Williams 2006, Gaussian
 * Processes, eq. 3.26–3.27).
 */
export function weightOf(people: People, i: number, covariance: Matrix): Weight {
  const from = people.siteStart[i]!
  const size = people.siteStart[i + 1]! - from
  const columns = covariance.columns
  const root = new Float64Array(size)
  const b = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    root[j] = Math.sqrt(people.precision[from + j]!)
    const row = people.siteDimension[from + j]! * columns
    for (let k = 0; k <= j; k++) {
      const value = root[j]! * root[k]! * covariance.data[row + people.siteDimension[from + k]!]!
      b[j * size + k] = j === k ? 1 + value : value
    }
  }
  const w = inverseFromCholesky(cholesky({ rows: size, columns: size, data: b })).data
  const v = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    let sum = 0
    for (let k = 0; k < size; k++) sum += (w[j * size + k]! * people.shift[from + k]!) / root[k]!
    v[j] = root[j]! * sum
    for (let k = 0; k < size; k++) w[j * size + k] = w[j * size + k]! * root[j]! * root[k]!
  }
  return { size, w, v }
}
