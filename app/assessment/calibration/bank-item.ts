import { cholesky, matrix, NotPositiveDefinite, solveCholesky } from '../numeric/matrix'
import { derivatives, type Block } from './item-block'

/** log a ~ N(log a0, logSlope²), each difficulty ~ N(b0, difficulty²), around the parameters in force. */
export type ItemPrior = { center: Block; logSlope: number; difficulty: number }

/** How far an item may stray from what its author expected: a difficulty by 0.6 logits, a slope by a factor of 1.35. */
export const shrinkage = { logSlope: 0.3, difficulty: 0.6 }

const bounds = { slope: [0.1, 10], difficulty: 15 } as const

/**
 * M-step of one item: at most five steps of Fisher scoring in (log a, b…), which keep a positive, towards the mode of
 * expected log-likelihood and prior (Mislevy 1986, Psychometrika 51:177). The lower asymptote stays as it is.
 * @param counts expected answers by category and node, laid out like logTable
 */
export function scoreItem(
  block: Block,
  nodes: Float64Array,
  counts: Float64Array,
  prior: ItemPrior | null,
): Block {
  let here = block
  for (let i = 0; i < 5; i++) {
    const { gradient, information } = inLogs(here, derivatives(here, nodes, counts))
    const size = gradient.length
    if (prior) addPrior(here, prior, gradient, information)
    const step = solve(information, gradient, size)
    const moved = move(here, step)
    const change = Math.max(
      Math.abs(Math.log(moved.slope / here.slope)),
      ...difficulties(moved).map((b, k) => Math.abs(b - difficulties(here)[k]!)),
    )
    here = moved
    if (change < 1e-4) break
  }
  return here
}

/** Difficulties of a block, −d / α. */
export function difficulties({ slope, intercepts }: Block): number[] {
  return intercepts.map((d) => -d / slope)
}

/** Whether the slope or a difficulty was held at the border of what is allowed. */
export function atBound(block: Block): boolean {
  const { slope } = block
  const [low, high] = bounds.slope
  return (
    slope <= low * 1.001 ||
    slope >= high * 0.999 ||
    difficulties(block).some((b) => Math.abs(b) > bounds.difficulty - 0.01)
  )
}

/** Standard errors of a and b by the cross-product of the persons' scores and the prior; null where singular. */
export function itemErrors(
  block: Block,
  crossProduct: Float64Array,
  prior: ItemPrior | null,
): { a: number; b: number[] } | null {
  const size = block.intercepts.length + 1
  const { information } = inLogs(block, { gradient: new Float64Array(size), information: crossProduct })
  if (prior) addPrior(block, prior, new Float64Array(size), information)
  try {
    const l = cholesky({ rows: size, columns: size, data: information })
    const errors = Array.from({ length: size }, (_, i) => {
      const unit = new Float64Array(size)
      unit[i] = 1
      return Math.sqrt(solveCholesky(l, unit)[i]!)
    })
    const [logSlope, ...b] = errors
    return errors.every(Number.isFinite) ? { a: block.slope * logSlope!, b } : null
  } catch (error) {
    if (error instanceof NotPositiveDefinite) return null
    throw error
  }
}

/** From (α, d) to (log a, b): d = −a b, so ∂d/∂log a = d and ∂d/∂b = −a. */
function inLogs(
  block: Block,
  { gradient, information }: { gradient: Float64Array; information: Float64Array },
) {
  const size = gradient.length
  const { slope, intercepts } = block
  const jacobian = (row: number, column: number) => {
    if (column === 0) return row === 0 ? slope : intercepts[row - 1]!
    return row === column ? -slope : 0
  }
  const half = matrix(size, size)
  const result = matrix(size, size)
  const g = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      g[k] = g[k]! + gradient[i]! * jacobian(i, k)
      for (let j = 0; j < size; j++)
        half.data[i * size + k] = half.data[i * size + k]! + information[i * size + j]! * jacobian(j, k)
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        result.data[j * size + k] = result.data[j * size + k]! + jacobian(i, j) * half.data[i * size + k]!
  return { gradient: g, information: result.data }
}

function addPrior(block: Block, prior: ItemPrior, gradient: Float64Array, information: Float64Array): void {
  const size = gradient.length
  const b = difficulties(block)
  const b0 = difficulties(prior.center)
  for (let i = 0; i < size; i++) {
    const precision = 1 / (i === 0 ? prior.logSlope : prior.difficulty) ** 2
    const away = i === 0 ? Math.log(block.slope / prior.center.slope) : b[i - 1]! - b0[i - 1]!
    gradient[i] = gradient[i]! - precision * away
    information[i * size + i] = information[i * size + i]! + precision
  }
}

function solve(information: Float64Array, gradient: Float64Array, size: number): Float64Array {
  const damped = (by: number) =>
    matrix(
      size,
      size,
      (i, j) => information[i * size + j]! + (i === j ? by * (1 + information[i * size + i]!) : 0),
    )
  for (let by = 1e-9; ; by *= 100) {
    try {
      return solveCholesky(cholesky(damped(by)), gradient)
    } catch (error) {
      if (!(error instanceof NotPositiveDefinite)) throw error
    }
  }
}

function move(block: Block, step: Float64Array): Block {
  const cut = (x: number, most: number) => Math.max(-most, Math.min(most, x))
  for (let part = 1; ; part /= 2) {
    const [low, high] = bounds.slope
    const slope = Math.max(low, Math.min(high, block.slope * Math.exp(part * cut(step[0]!, 0.5))))
    const b = difficulties(block).map((value, k) =>
      cut(value + part * cut(step[k + 1]!, 1), bounds.difficulty),
    )
    if (block.family !== 'grm' || b.every((value, k) => k === 0 || value > b[k - 1]!) || part < 1e-6)
      return part < 1e-6 ? block : { ...block, slope, intercepts: b.map((value) => -slope * value) }
  }
}
