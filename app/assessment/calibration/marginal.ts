import type { Quadrature } from '../numeric/quadrature'
import { blockCategories, logTable, type Block } from './item-block'
import type { Pattern } from './patterns'

export type EStep = {
  /** Σ count · log P(pattern), the marginal log-likelihood. */
  logLikelihood: number
  /** Per item the expected answers by category and node (laid out like logTable); null where the block is null. */
  counts: (Float64Array | null)[]
}

/**
 * E-step of marginal maximum likelihood (Bock and Aitkin 1981, Psychometrika 46:443, eq. 13 and 14): expected answers by
 * item, category and node under the posterior of each pattern. Items whose block is null take no part.
 * @param each is told each pattern's posterior over the nodes (sums to 1; the array is reused) and its log-probability
 */
export function eStep(
  blocks: readonly (Block | null)[],
  patterns: readonly Pattern[],
  { nodes, weights }: Quadrature,
  each?: (pattern: number, posterior: Float64Array, logProbability: number) => void,
): EStep {
  const size = nodes.length
  const tables = blocks.map((block) => block && logTable(block, nodes))
  const counts = blocks.map((block) => block && new Float64Array(blockCategories(block) * size))
  const used = blocks.flatMap((block, j) => (block ? [j] : []))
  const logWeights = weights.map((w) => Math.log(w))
  const posterior = new Float64Array(size)
  let logLikelihood = 0
  patterns.forEach(({ categories, count }, index) => {
    posterior.set(logWeights)
    for (const j of used) {
      const k = categories[j]!
      if (k < 0) continue
      const table = tables[j]!
      for (let q = 0, at = k * size; q < size; q++, at++) posterior[q] = posterior[q]! + table[at]!
    }
    const logProbability = normalise(posterior)
    logLikelihood += count * logProbability
    const [from, to] = support(posterior)
    for (const j of used) {
      const k = categories[j]!
      if (k < 0) continue
      const sums = counts[j]!
      for (let q = from, at = k * size + from; q < to; q++, at++) sums[at] = sums[at]! + count * posterior[q]!
    }
    each?.(index, posterior, logProbability)
  })
  return { logLikelihood, counts }
}

/** The nodes from the first to the last that hold more than 1e-15 of the posterior, as a half-open range. */
export function support(posterior: Float64Array): [from: number, to: number] {
  let from = 0
  let to = posterior.length
  while (posterior[from]! < 1e-15) from++
  while (posterior[to - 1]! < 1e-15) to--
  return [from, to]
}

/** Turns log weights into weights that sum to 1, in place; returns the log of their sum. */
export function normalise(logs: Float64Array): number {
  let most = -Infinity
  for (let q = 0; q < logs.length; q++) if (logs[q]! > most) most = logs[q]!
  let sum = 0
  for (let q = 0; q < logs.length; q++) {
    const value = Math.exp(logs[q]! - most)
    logs[q] = value
    sum += value
  }
  for (let q = 0; q < logs.length; q++) logs[q] = logs[q]! / sum
  return most + Math.log(sum)
}
