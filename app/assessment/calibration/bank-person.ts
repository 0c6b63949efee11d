import { fromSites, type Posterior, type Site } from '../irt/posterior'
import type { Prior } from '../irt/prior'
import type { Answered } from './bank-answers'

/** What is met at each competency of a person: the tilted distribution over the nodes, which sums to 1. */
export type Visit = (answered: Answered, tilted: Float64Array) => void

const least = 1e-4

/**
 * One step of parallel expectation propagation for one person (Minka 2001; van Gerven, Cseke, Oostenveld and Heskes 2009):
 * for each competency the cavity (posterior without its site) times the likelihood of its answers over the nodes. The
 * sites move by `share` of the way to the tilted moments.
 * @param tables per item log P(category | node), laid out like logTable
 * @returns posterior of the sites given; the sites after the step; `logs`, Σ log (likelihood / site) over the cavities
 */
export function stepPerson(
  prior: Prior,
  sites: readonly Site[],
  answers: readonly Answered[],
  nodes: Float64Array,
  tables: readonly Float64Array[],
  share: number,
  visit: Visit,
): { posterior: Posterior; sites: Site[]; logs: number } {
  const posterior = fromSites(prior, sites)
  const n = prior.mean.length
  const tilted = new Float64Array(nodes.length)
  let logs = 0
  const next = answers.map((answered, i) => {
    const { dimension } = answered
    const site = sites[i]!
    const variance = posterior.covariance.data[dimension * (n + 1)]!
    const mean = posterior.mean[dimension]!
    const precision = Math.max(1 / variance - site.precision, 1e-6)
    const cavity = (mean / variance - site.shift) / precision
    const moments = tilt(answered, cavity, precision, nodes, tables, tilted)
    visit(answered, tilted)
    logs += moments.log - siteLog(site, cavity, 1 / precision)
    const to = Math.max(least, 1 / moments.variance - precision)
    const shift = moments.mean * (to + precision) - cavity * precision
    return {
      dimension,
      precision: site.precision + share * (to - site.precision),
      shift: site.shift + share * (shift - site.shift),
    }
  })
  return { posterior, sites: next, logs }
}

/** log ∫ N(θ; mean, variance) exp(shift θ − precision θ² / 2) dθ. */
export function siteLog({ precision, shift }: Site, mean: number, variance: number): number {
  const top = mean / variance + shift
  return (top ** 2 / (1 / variance + precision) - mean ** 2 / variance - Math.log1p(precision * variance)) / 2
}

/** Fills `tilted`; returns its mean and variance and the log of the normaliser. */
function tilt(
  { items, categories }: Answered,
  cavity: number,
  precision: number,
  nodes: Float64Array,
  tables: readonly Float64Array[],
  tilted: Float64Array,
): { mean: number; variance: number; log: number } {
  const size = nodes.length
  // Beyond seven standard deviations of the cavity nothing is left.
  const reach = 7 / Math.sqrt(precision)
  const width = nodes[1]! - nodes[0]!
  const from = Math.max(0, Math.min(size - 1, Math.floor((cavity - reach - nodes[0]!) / width)))
  const to = Math.max(from + 1, Math.min(size, Math.ceil((cavity + reach - nodes[0]!) / width) + 1))
  tilted.fill(0)
  for (let q = from; q < to; q++) tilted[q] = (-precision * (nodes[q]! - cavity) ** 2) / 2
  for (let i = 0; i < items.length; i++) {
    const table = tables[items[i]!]!
    const row = categories[i]! * size
    for (let q = from; q < to; q++) tilted[q] = tilted[q]! + table[row + q]!
  }
  let most = -Infinity
  for (let q = from; q < to; q++) if (tilted[q]! > most) most = tilted[q]!
  let sum = 0
  let first = 0
  let second = 0
  for (let q = from; q < to; q++) {
    const w = Math.exp(tilted[q]! - most)
    tilted[q] = w
    sum += w
    first += w * nodes[q]!
    second += w * nodes[q]! ** 2
  }
  for (let q = from; q < to; q++) tilted[q] = tilted[q]! / sum
  const mean = first / sum
  return {
    mean,
    variance: Math.max(second / sum - mean ** 2, 1e-6),
    log: most + Math.log(sum * width) + Math.log(precision / (2 * Math.PI)) / 2,
  }
}
