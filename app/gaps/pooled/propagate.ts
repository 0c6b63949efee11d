import { addLogLikelihood } from '~/assessment/irt/models'
import { leastPrecision, type People } from './people'
import type { PooledItem } from './types'

const reach = 8
const step = 0.16
const nodes = Float64Array.from({ length: (2 * reach) / step + 1 }, (_, i) => i * step - reach)
/** Beyond this many different patterns of answers a likelihood is not kept but worked out when it is needed. */
const mostTables = 20_000
const passes = 2

/** Log-likelihood of the answers behind each site on one grid from −8 to 8 logits, shared by those who answered alike. */
export type Tables = { of: Int32Array; kept: Float64Array[] }

export function tabulate(people: People, items: readonly PooledItem[]): Tables {
  const of = new Int32Array(people.siteDimension.length).fill(-1)
  const kept: Float64Array[] = []
  const known = new Map<string, number>()
  for (let site = 0; site < of.length; site++) {
    const from = people.siteAnswer[site]!
    const to = people.siteAnswer[site + 1]!
    if (from === to) continue
    const key = `${people.answerItem.subarray(from, to).join()}:${people.answerCategory.subarray(from, to).join()}`
    let at = known.get(key)
    if (at === undefined && kept.length < mostTables) {
      known.set(key, (at = kept.length))
      kept.push(likelihood(people, items, site))
    }
    of[site] = at ?? -1
  }
  return { of, kept }
}

function likelihood(people: People, items: readonly PooledItem[], site: number): Float64Array {
  const log = new Float64Array(nodes.length)
  for (let j = people.siteAnswer[site]!; j < people.siteAnswer[site + 1]!; j++)
    addLogLikelihood(items[people.answerItem[j]!]!.parameters, people.answerCategory[j]!, nodes, log)
  return log
}

/**
 * Two passes of expectation propagation over the sites of person i, in place, from where they are: each site in turn takes
 * the mean and variance of its cavity times the likelihood (Rasmussen and Williams 2006, Gaussian Processes, algorithm 3.5,
 * with a site for all answers on a competency). `mean` and `covariance`: of the normal distribution of the answered
 * competencies before the person's answers; both are used up.
 */
export function propagate(
  people: People,
  i: number,
  items: readonly PooledItem[],
  { of, kept }: Tables,
  mean: Float64Array,
  covariance: Float64Array,
): void {
  const size = mean.length
  const from = people.siteStart[i]!
  const column = new Float64Array(size)
  for (let j = 0; j < size; j++)
    absorb(mean, covariance, column, j, people.precision[from + j]!, people.shift[from + j]!)
  for (let pass = 0; pass < passes; pass++)
    for (let j = 0; j < size; j++) {
      const precision = people.precision[from + j]!
      const shift = people.shift[from + j]!
      const variance = covariance[j * size + j]!
      const cavityPrecision = 1 / variance - precision
      if (!(cavityPrecision > 0)) continue
      const cavityMean = (mean[j]! / variance - shift) / cavityPrecision
      const at = of[from + j]!
      tilt(at < 0 ? likelihood(people, items, from + j) : kept[at]!, cavityMean, cavityPrecision)
      // A guess can widen what was known; the site then carries the mean alone.
      const next = Math.max(leastPrecision, 1 / tilted.variance - cavityPrecision)
      const nextShift = tilted.mean * (next + cavityPrecision) - cavityMean * cavityPrecision
      people.precision[from + j] = next
      people.shift[from + j] = nextShift
      absorb(mean, covariance, column, j, next - precision, nextShift - shift)
    }
}

const tilted = { mean: 0, variance: 0 }
const scratch = new Float64Array(nodes.length)

/** Mean and variance of N(cavityMean, 1/cavityPrecision) times the likelihood, within six standard deviations. */
function tilt(log: Float64Array, cavityMean: number, cavityPrecision: number): void {
  const width = 6 / Math.sqrt(cavityPrecision)
  const from = Math.max(0, Math.min(nodes.length - 3, Math.floor((cavityMean - width + reach) / step)))
  const to = Math.min(nodes.length, Math.max(from + 3, Math.ceil((cavityMean + width + reach) / step) + 1))
  let most = -Infinity
  for (let n = from; n < to; n++) {
    const x = nodes[n]! - cavityMean
    const height = log[n]! - (cavityPrecision * x * x) / 2
    scratch[n] = height
    if (height > most) most = height
  }
  let total = 0
  let first = 0
  let second = 0
  for (let n = from; n < to; n++) {
    const weight = Math.exp(scratch[n]! - most)
    const x = nodes[n]! - cavityMean
    total += weight
    first += weight * x
    second += weight * x * x
  }
  const centre = first / total
  tilted.mean = cavityMean + centre
  tilted.variance = Math.max(second / total - centre * centre, 1e-6)
}

/** Multiplies N(mean, covariance) by exp(shift·x − precision·x²/2) of coordinate j, in place. */
function absorb(
  mean: Float64Array,
  covariance: Float64Array,
  column: Float64Array,
  j: number,
  precision: number,
  shift: number,
): void {
  const size = mean.length
  for (let k = 0; k < size; k++) column[k] = covariance[k * size + j]!
  const scale = 1 + precision * column[j]!
  const pull = (shift - precision * mean[j]!) / scale
  const factor = precision / scale
  for (let k = 0; k < size; k++) {
    mean[k] = mean[k]! + pull * column[k]!
    const by = factor * column[k]!
    for (let l = 0; l < size; l++) covariance[k * size + l] = covariance[k * size + l]! - by * column[l]!
  }
}
