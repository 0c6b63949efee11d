import { chiSquareUpper } from '../numeric/statistics'
import { blockCategories, logTable, type Block } from './item-block'
import { answeredPart, type Pattern } from './patterns'
import type { Quadrature } from '../numeric/quadrature'

export type MeanSquares = { infit: number | null; outfit: number | null }

/**
 * Infit and outfit mean squares (Wright and Masters 1982, Rating Scale Analysis, ch. 5), averaged over the posterior of
 * each person and not taken at a point estimate, so that both are 1 on average when the model holds, however short the
 * test. Above 1: noisier than the model; below 1: more regular.
 * @param counts expected answers by category and node from the E-step, laid out like logTable
 * @returns null where nobody answered
 */
export function meanSquares(block: Block, nodes: Float64Array, counts: Float64Array): MeanSquares {
  const categories = blockCategories(block)
  const size = nodes.length
  const table = logTable(block, nodes)
  let persons = 0
  let squares = 0
  let standardised = 0
  let variances = 0
  for (let q = 0; q < size; q++) {
    let expected = 0
    let second = 0
    for (let k = 0; k < categories; k++) {
      const p = Math.exp(table[k * size + q]!)
      expected += k * p
      second += k * k * p
    }
    const variance = Math.max(second - expected * expected, 1e-12)
    for (let k = 0; k < categories; k++) {
      const count = counts[k * size + q]!
      const square = count * (k - expected) ** 2
      persons += count
      squares += square
      standardised += square / variance
      variances += count * variance
    }
  }
  if (persons === 0) return { infit: null, outfit: null }
  return { infit: squares / variances, outfit: standardised / persons }
}

export type ItemChiSquare = { statistic: number; df: number; p: number | null }

/**
 * S-X² of right/wrong items (Orlando and Thissen 2000, Appl. Psychol. Meas. 24:50): shares of right answers among
 * persons of each number right, against what the model gives by the recursion of Lord and Wingersky 1984. Neighbouring
 * groups are joined until each expects at least one right and one wrong answer.
 * @param freePerItem estimated parameters of an item, taken from the degrees of freedom (1 or 2)
 * @returns null for all when answers are missing or an item is not right/wrong, and for items that have no block (all
 * answered alike) or no answer, which take no part; p null at df < 1
 */
export function scoreChiSquares(
  blocks: readonly (Block | null)[],
  patterns: readonly Pattern[],
  quadrature: Quadrature,
  freePerItem: number,
): (ItemChiSquare | null)[] {
  const part = answeredPart(patterns, blocks.length)
  const placed = part.items.filter((j) => blocks[j])
  const n = placed.length
  if (part.patterns === null || n < 3 || placed.some((j) => blockCategories(blocks[j]!) !== 2))
    return blocks.map(() => null)
  const right = placed.map((at) =>
    logTable(blocks[at]!, quadrature.nodes).slice(quadrature.nodes.length).map(Math.exp),
  )
  const all = right.map((_, j) => j)
  const whole = scoreShares(right, all, quadrature)
  const persons = new Float64Array(n + 1)
  const correct = placed.map(() => new Float64Array(n + 1))
  for (const { categories: every, count } of part.patterns) {
    const categories = placed.map((at) => every[at]!)
    const score = categories.reduce((sum, k) => sum + k, 0)
    persons[score] = persons[score]! + count
    categories.forEach((k, j) => (correct[j]![score] = correct[j]![score]! + k * count))
  }
  const results = placed.map((_, j) => {
    const others = scoreShares(
      right,
      all.filter((i) => i !== j),
      quadrature,
      right[j],
    )
    const groups = Array.from({ length: n - 1 }, (_, i) => {
      const score = i + 1
      const expected = (persons[score]! * others[score - 1]!) / whole[score]!
      return { persons: persons[score]!, correct: correct[j]![score]!, expected }
    }).filter((group) => group.persons > 0)
    const joined = join(groups)
    const statistic = joined.reduce((sum, group) => {
      const p = group.expected / group.persons
      return sum + (group.correct - group.expected) ** 2 / (group.persons * p * (1 - p))
    }, 0)
    const df = joined.length - freePerItem
    return { statistic, df, p: df >= 1 ? chiSquareUpper(statistic, df) : null }
  })
  return blocks.map((_, at) => results[placed.indexOf(at)] ?? null)
}

type Group = { persons: number; correct: number; expected: number }

function join(groups: Group[]): Group[] {
  const joined: Group[] = []
  let open: Group | null = null
  const add = (a: Group | null, b: Group): Group => ({
    persons: (a?.persons ?? 0) + b.persons,
    correct: (a?.correct ?? 0) + b.correct,
    expected: (a?.expected ?? 0) + b.expected,
  })
  for (const group of groups) {
    open = add(open, group)
    if (open.expected >= 1 && open.persons - open.expected >= 1) {
      joined.push(open)
      open = null
    }
  }
  if (open) joined.push(add(joined.pop() ?? null, open))
  return joined.filter(({ persons, expected }) => expected > 0 && expected < persons)
}

/** P(number right = s) over the population, of the chosen items; each node's share times `weight` where given. */
function scoreShares(
  right: Float64Array[],
  chosen: number[],
  { weights }: Quadrature,
  weight?: Float64Array,
): Float64Array {
  const result = new Float64Array(chosen.length + 1)
  for (let q = 0; q < weights.length; q++) {
    let shares = new Float64Array(chosen.length + 1)
    shares[0] = weights[q]! * (weight ? weight[q]! : 1)
    for (const j of chosen) {
      const p = right[j]![q]!
      shares = shares.map((share, s) => share * (1 - p) + (s > 0 ? shares[s - 1]! * p : 0))
    }
    for (let s = 0; s < shares.length; s++) result[s] = result[s]! + shares[s]!
  }
  return result
}
