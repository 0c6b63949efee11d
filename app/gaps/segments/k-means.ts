import type { Random } from '~/assessment/numeric/random'

/** People as rows of distances per domain, NaN where a person needs nothing of a domain. */
export type Rows = { n: number; domains: number; data: Float64Array }

/** `centres` is k × domains; `of[i]` the cluster of row i; `loss` the sum of squares over what is there. */
export type Clusters = { k: number; centres: Float64Array; of: Int32Array; loss: number }

const mostSteps = 100
/** A step that lowers the loss by a smaller part than this is the last. */
const still = 1e-12

/**
 * The best of `restarts` runs of k-means (Lloyd 1982), each begun by k-means++ (Arthur and Vassilvitskii 2007). Missing
 * values add nothing to the sum of squares, which is the objective of k-POD (Chi, Chi and Baraniuk 2016, Am. Stat. 70:91).
 */
export function kMeans(rows: Rows, k: number, random: Random, restarts: number, tolerance = still): Clusters {
  let best: Clusters | null = null
  for (let run = 0; run < restarts; run += 1) {
    const found = lloyd(rows, k, firstCentres(rows, k, random), tolerance)
    if (best === null || found.loss < best.loss) best = found
  }
  return best!
}

/** The nearest centre of each row. */
export function assign(rows: Rows, k: number, centres: Float64Array): { of: Int32Array; loss: number } {
  const { n, domains, data } = rows
  const of = new Int32Array(n)
  let loss = 0
  for (let i = 0; i < n; i += 1) {
    let nearest = Infinity
    for (let c = 0; c < k; c += 1) {
      let far = 0
      for (let d = 0; d < domains && far < nearest; d += 1) {
        const apart = data[i * domains + d]! - centres[c * domains + d]!
        // NaN is the only number unlike itself: a domain that is not needed.
        if (apart === apart) far += apart * apart
      }
      if (far < nearest) {
        nearest = far
        of[i] = c
      }
    }
    loss += nearest
  }
  return { of, loss }
}

function lloyd(rows: Rows, k: number, start: Float64Array, tolerance: number): Clusters {
  let centres = start
  let { of, loss } = assign(rows, k, centres)
  for (let step = 0; step < mostSteps; step += 1) {
    centres = means(rows, k, of, centres)
    const next = assign(rows, k, centres)
    const settled = next.loss >= loss * (1 - tolerance)
    of = next.of
    loss = next.loss
    if (settled) break
  }
  return { k, centres, of, loss }
}

/** A centre keeps its old value where none of its rows has the domain. */
function means({ n, domains, data }: Rows, k: number, of: Int32Array, before: Float64Array): Float64Array {
  const sum = new Float64Array(k * domains)
  const count = new Float64Array(k * domains)
  for (let i = 0; i < n; i += 1) {
    for (let d = 0; d < domains; d += 1) {
      const value = data[i * domains + d]!
      if (Number.isNaN(value)) continue
      sum[of[i]! * domains + d]! += value
      count[of[i]! * domains + d]! += 1
    }
  }
  return sum.map((total, at) => (count[at]! > 0 ? total / count[at]! : before[at]!))
}

function firstCentres(rows: Rows, k: number, random: Random): Float64Array {
  const { n, domains, data } = rows
  const overall = means(rows, 1, new Int32Array(n), new Float64Array(domains))
  const centres = new Float64Array(k * domains)
  const far = new Float64Array(n).fill(Infinity)
  for (let c = 0; c < k; c += 1) {
    const row = c === 0 ? Math.floor(random() * n) : pick(far, random)
    for (let d = 0; d < domains; d += 1) {
      const value = data[row * domains + d]!
      centres[c * domains + d] = Number.isNaN(value) ? overall[d]! : value
    }
    for (let i = 0; i < n; i += 1) far[i] = Math.min(far[i]!, squares(rows, i, centres, c))
  }
  return centres
}

function pick(weights: Float64Array, random: Random): number {
  let rest = random() * weights.reduce((sum, each) => sum + each, 0)
  for (const [i, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return i
  }
  return weights.length - 1
}

function squares({ domains, data }: Rows, i: number, centres: Float64Array, c: number): number {
  let sum = 0
  for (let d = 0; d < domains; d += 1) {
    const value = data[i * domains + d]!
    if (!Number.isNaN(value)) sum += (value - centres[c * domains + d]!) ** 2
  }
  return sum
}
