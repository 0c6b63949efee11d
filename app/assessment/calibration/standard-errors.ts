import {
  cholesky,
  inverseFromCholesky,
  matrix,
  NotPositiveDefinite,
  symmetrise,
  type Matrix,
} from '../numeric/matrix'
import type { Quadrature } from '../numeric/quadrature'
import { blockCategories, scoreTable, type Block } from './item-block'
import { positions, type Layout } from './layout'
import { eStep } from './marginal'
import type { Objective } from './optimise'
import type { Pattern } from './patterns'

/** Standard errors of slope and difficulties; 0 for a slope that is fixed. */
export type ItemErrors = { a: number; b: number[] }

/** Second derivatives up to this many free parameters and additions; beyond, the cross-product of the scores. */
const most = { parameters: 150, work: 4e9 }

/**
 * Standard errors by the inverse information at the estimate, carried to (a, b) by the delta method. The information is
 * the observed one (minus the second derivatives of the marginal log-likelihood with its prior, central differences of
 * the gradient) or, for long tests, the cross-product of the persons' scores (Bock and Aitkin 1981, eq. 18; both are
 * compared by Paek and Cai 2014, Educ. Psychol. Meas. 74:58).
 * @returns per item null where the information is singular or the item took no part
 */
export function standardErrors(
  objective: Objective,
  x: Float64Array,
  curvature: Float64Array,
  blocks: readonly (Block | null)[],
  layout: Layout,
  patterns: readonly Pattern[],
  quadrature: Quadrature,
): { kind: 'observed' | 'cross-product'; items: (ItemErrors | null)[] } {
  const work = 2 * layout.size * patterns.length * quadrature.nodes.length * blocks.length
  const kind = layout.size <= most.parameters && work <= most.work ? 'observed' : 'cross-product'
  const information =
    kind === 'observed'
      ? observed(objective, x, curvature)
      : crossProduct(blocks, layout, patterns, quadrature)
  const covariance = invert(information)
  const items = blocks.map((block, j) => block && covariance && toErrors(block, layout.items[j]!, covariance))
  return { kind, items }
}

function observed(objective: Objective, x: Float64Array, curvature: Float64Array): Matrix {
  const n = x.length
  const result = matrix(n, n)
  for (let i = 0; i < n; i++) {
    const h = 0.01 / Math.sqrt(Math.max(curvature[i]!, 1e-2))
    const at = (by: number) => objective(x.map((value, k) => (k === i ? value + by : value))).gradient
    const above = at(h)
    const below = at(-h)
    for (let k = 0; k < n; k++) result.data[i * n + k] = (below[k]! - above[k]!) / (2 * h)
  }
  return symmetrise(result)
}

function crossProduct(
  blocks: readonly (Block | null)[],
  layout: Layout,
  patterns: readonly Pattern[],
  quadrature: Quadrature,
): Matrix {
  const n = layout.size
  const result = matrix(n, n)
  const tables = blocks.map(
    (block) =>
      block &&
      Array.from({ length: blockCategories(block) }, (_, k) => scoreTable(block, quadrature.nodes, k)),
  )
  const score = new Float64Array(n)
  eStep(blocks, patterns, quadrature, (index, posterior) => {
    const { categories, count } = patterns[index]!
    score.fill(0)
    tables.forEach((table, j) => {
      if (!table || categories[j]! < 0) return
      const scores = table[categories[j]!]!
      positions(layout.items[j]!).forEach((at, i, { length }) => {
        if (at === null) return
        let sum = 0
        for (let q = 0; q < posterior.length; q++) sum += posterior[q]! * scores[q * length + i]!
        score[at] = score[at]! + sum
      })
    })
    for (let i = 0; i < n; i++) {
      const weight = count * score[i]!
      if (weight === 0) continue
      for (let k = 0; k < n; k++) result.data[i * n + k] = result.data[i * n + k]! + weight * score[k]!
    }
  })
  return result
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
