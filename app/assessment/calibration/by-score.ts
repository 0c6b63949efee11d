import { logTable } from './item-block'
import type { MmlResult } from './mml'
import { answeredPart } from './patterns'

export type ScoreMeasure = { raw: number; count: number; eap: number; sd: number }

/**
 * Ability by sum of the items that somebody answered: mean and standard deviation of θ given the sum alone, by the recursion of Lord and Wingersky
 * 1984 (Thissen, Pommerich, Billeaud and Williams 1995, Appl. Psychol. Meas. 19:39). In the Rasch and the common-a model
 * this is the EAP of every pattern with that sum.
 * @returns ascending by sum, every sum that can be reached; null when answers are missing or no item could be placed. An item that all answered
 * alike adds its answer to every sum.
 */
export function abilityByScore({ blocks, coded, quadrature }: MmlResult): ScoreMeasure[] | null {
  const { values } = coded
  const { items, patterns } = answeredPart(coded.patterns, blocks.length)
  if (patterns === null || !items.some((j) => blocks[j])) return null
  const { nodes, weights } = quadrature
  const size = nodes.length
  let shares = new Map<number, Float64Array>([[0, weights]])
  items.forEach((j) => {
    const block = blocks[j]
    const probability = block ? logTable(block, nodes).map(Math.exp) : new Float64Array(size).fill(1)
    const next = new Map<number, Float64Array>()
    for (const [sum, before] of shares) {
      values[j]!.forEach((value, k) => {
        const target = next.get(sum + value) ?? new Float64Array(size)
        for (let q = 0; q < size; q++) target[q] = target[q]! + before[q]! * probability[k * size + q]!
        next.set(sum + value, target)
      })
    }
    shares = next
  })
  const counts = new Map<number, number>()
  for (const { categories, count } of patterns) {
    const raw = items.reduce((sum, j) => sum + values[j]![categories[j]!]!, 0)
    counts.set(raw, (counts.get(raw) ?? 0) + count)
  }
  return [...shares]
    .sort(([a], [b]) => a - b)
    .map(([raw, share]) => {
      const total = share.reduce((sum, w) => sum + w, 0)
      const eap = share.reduce((sum, w, q) => sum + w * nodes[q]!, 0) / total
      const square = share.reduce((sum, w, q) => sum + w * (nodes[q]! - eap) ** 2, 0) / total
      return { raw, count: counts.get(raw) ?? 0, eap, sd: Math.sqrt(square) }
    })
}
