import {
  cholesky,
  inverseFromCholesky,
  matrix,
  NotPositiveDefinite,
  symmetrise,
  type Matrix,
} from '../numeric/matrix'
import type { Quadrature } from '../numeric/quadrature'
import { blockCategories, derivatives, scoreTable, type Block } from './item-block'
import { positions, type Layout } from './layout'
import { eStep, support } from './marginal'
import type { Pattern } from './patterns'
import { penalty, type MmlPrior } from './penalty'

/** Standard errors of slope and difficulties; 0 for a slope that is fixed. */
export type ItemErrors = { a: number; b: number[] }

/** The observed information up to about so many multiplications; beyond, the cross-product of the scores. */
const mostWork = 2e9

/**
 * Standard errors by the inverse information at the estimate, carried to (a, b) by the delta method. The information is
 * the observed one of the marginal likelihood with its prior, by Louis 1982 (J. R. Stat. Soc. B 44:226, eq. 3.2):
 * information of the complete data less the spread of its score within each person's posterior; or, for long tests, the
 * cross-product of the persons' scores (Bock and Aitkin 1981, eq. 18). Paek and Cai 2014, Educ. Psychol. Meas. 74:58,
 * compare the two.
 * @returns per item null where the information is singular or the item took no part
 */
export function standardErrors(
  blocks: readonly (Block | null)[],
  layout: Layout,
  patterns: readonly Pattern[],
  quadrature: Quadrature,
  prior: MmlPrior,
  share: number,
): { kind: 'observed' | 'cross-product'; items: (ItemErrors | null)[] } {
  const work = (patterns.length * quadrature.nodes.length * layout.size ** 2) / 8
  const kind = work <= mostWork ? 'observed' : 'cross-product'
  const covariance = invert(informationOf(kind, blocks, layout, patterns, quadrature, prior, share))
  const items = blocks.map((block, j) => block && covariance && toErrors(block, layout.items[j]!, covariance))
  return { kind, items }
}

function informationOf(
  kind: 'observed' | 'cross-product',
  blocks: readonly (Block | null)[],
  layout: Layout,
  patterns: readonly Pattern[],
  quadrature: Quadrature,
  prior: MmlPrior,
  share: number,
): Matrix {
  const n = layout.size
  const { nodes } = quadrature
  const result = matrix(n, n)
  const tables = blocks.map(
    (block) => block && Array.from({ length: blockCategories(block) }, (_, k) => scoreTable(block, nodes, k)),
  )
  const places = layout.items.map((place) => (place ? positions(place) : []))
  const average = new Float64Array(n)
  const score = new Float64Array(n)
  const { counts } = eStep(blocks, patterns, quadrature, (index, posterior) => {
    const { categories, count } = patterns[index]!
    const [from, to] = support(posterior)
    average.fill(0)
    for (let q = from; q < to; q++) {
      score.fill(0)
      tables.forEach((table, j) => {
        if (!table || categories[j]! < 0) return
        const scores = table[categories[j]!]!
        places[j]!.forEach((at, i, { length }) => {
          if (at !== null) score[at] = score[at]! + scores[q * length + i]!
        })
      })
      for (let i = 0; i < n; i++) average[i] = average[i]! + posterior[q]! * score[i]!
      if (kind === 'observed') addOuter(result, score, -count * posterior[q]!)
    }
    addOuter(result, average, count)
  })
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) result.data[k * n + i] = result.data[i * n + k]!
  if (kind === 'observed') addComplete(result, blocks, places, nodes, counts, prior, share)
  return result
}

/** Adds weight · s s′ to the lower triangle. */
function addOuter({ data, rows }: Matrix, s: Float64Array, weight: number): void {
  for (let i = 0; i < rows; i++) {
    const factor = weight * s[i]!
    if (factor === 0) continue
    const row = i * rows
    for (let k = 0; k <= i; k++) data[row + k] = data[row + k]! + factor * s[k]!
  }
}

/** Adds minus the second derivatives of the expected complete-data log-likelihood and the prior, by central differences. */
function addComplete(
  { data, rows }: Matrix,
  blocks: readonly (Block | null)[],
  places: (number | null)[][],
  nodes: Float64Array,
  counts: (Float64Array | null)[],
  prior: MmlPrior,
  share: number,
): void {
  blocks.forEach((block, j) => {
    if (!block) return
    const gradientAt = (x: number[]) => {
      const moved = { ...block, slope: x[0]!, intercepts: x.slice(1) }
      const more = penalty(moved, prior, share).gradient
      return derivatives(moved, nodes, counts[j]!).gradient.map((g, i) => g + more[i]!)
    }
    const here = [block.slope, ...block.intercepts]
    const size = here.length
    const gaps =
      block.family === 'grm' ? block.intercepts.slice(1).map((d, k) => block.intercepts[k]! - d) : []
    const h = Math.min(1e-4, ...gaps.map((gap) => gap / 10), Math.abs(block.slope) / 10 || 1e-4)
    const second = matrix(size, size)
    for (let i = 0; i < size; i++) {
      const [above, below] = [h, -h].map((by) => gradientAt(here.map((x, k) => (k === i ? x + by : x))))
      for (let k = 0; k < size; k++) second.data[i * size + k] = (below![k]! - above![k]!) / (2 * h)
    }
    const even = symmetrise(second)
    places[j]!.forEach((row, i) => {
      places[j]!.forEach((column, k) => {
        if (row === null || column === null) return
        data[row * rows + column] = data[row * rows + column]! + even.data[i * size + k]!
      })
    })
  })
}

function invert(information: Matrix): Matrix | null {
  if (information.rows === 0) return null
  try {
    return inverseFromCholesky(cholesky(information))
  } catch (error) {
    if (error instanceof NotPositiveDefinite) return null
    throw error
  }
}

function toErrors(
  block: Block,
  place: NonNullable<Layout['items'][number]>,
  { data, rows }: Matrix,
): ItemErrors | null {
  const of = (i: number | null, k: number | null) => (i === null || k === null ? 0 : data[i * rows + k]!)
  const slope = place.slope
  const errors = {
    a: Math.sqrt(of(slope, slope)),
    b: block.intercepts.map((d, k) => {
      const at = place.intercepts + k
      const b = -d / block.slope
      return Math.sqrt(of(at, at) + b * b * of(slope, slope) + 2 * b * of(at, slope)) / Math.abs(block.slope)
    }),
  }
  return [errors.a, ...errors.b].every(Number.isFinite) ? errors : null
}
