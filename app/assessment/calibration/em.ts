import { cholesky, matrix, NotPositiveDefinite, solveCholesky, type Matrix } from '../numeric/matrix'
import type { Quadrature } from '../numeric/quadrature'
import { derivatives, type Block } from './item-block'
import { positions, type Layout } from './layout'
import { eStep } from './marginal'
import type { Pattern } from './patterns'
import { penalty, type MmlPrior } from './penalty'

export type EmResult = {
  blocks: (Block | null)[]
  iterations: number
  /** Complete-data information of each free parameter, the diagonal alone. */
  curvature: Float64Array
}

type Step = {
  slope: number | null
  /** Effective gradient and information of the slope, with the intercepts taken out. */
  gradient: number
  information: number
  intercepts: Float64Array
  cross: Float64Array
}

/**
 * EM until no parameter moves by more than 0.001, at most 60 times; each M-step is one step of Fisher scoring per item
 * (a generalised EM, Dempster, Laird and Rubin 1977, J. R. Stat. Soc. B 39:1), where a common slope is moved by its
 * information after the intercepts are taken out (Schur complement). Steps are cut at 1.
 */
export function emSteps(
  start: readonly (Block | null)[],
  layout: Layout,
  patterns: readonly Pattern[],
  quadrature: Quadrature,
  prior: MmlPrior,
  share: number,
): EmResult {
  let blocks = [...start]
  let curvature = new Float64Array(layout.size)
  let iterations = 0
  for (let moved = Infinity; moved > 1e-3 && iterations < 60 && layout.size > 0; iterations++) {
    const { counts } = eStep(blocks, patterns, quadrature)
    curvature = new Float64Array(layout.size)
    const gradients = new Float64Array(layout.size)
    const weights = new Float64Array(layout.size)
    const steps = blocks.map((block, j): Step | null => {
      if (!block) return null
      const { gradient, information } = derivatives(block, quadrature.nodes, counts[j]!)
      const more = penalty(block, prior, share)
      const place = layout.items[j]!
      positions(place).forEach((at, i) => {
        gradient[i] = gradient[i]! + more.gradient[i]!
        const diagonal = i * (gradient.length + 1)
        information[diagonal] = information[diagonal]! + more.curvature[i]!
        if (at !== null) curvature[at] = curvature[at]! + information[diagonal]
      })
      const step = reduce(gradient, information, place.slope)
      if (place.slope !== null) {
        gradients[place.slope] = gradients[place.slope]! + step.gradient
        weights[place.slope] = weights[place.slope]! + step.information
      }
      return step
    })
    moved = 0
    blocks = blocks.map((block, j) => {
      const step = steps[j]
      if (!block || !step) return null
      const by = step.slope === null ? 0 : clip(gradients[step.slope]! / Math.max(weights[step.slope]!, 1e-9))
      const next = moveBlock(block, by, step, prior)
      moved = Math.max(
        moved,
        Math.abs(next.slope - block.slope),
        ...next.intercepts.map((d, k) => Math.abs(d - block.intercepts[k]!)),
      )
      return next
    })
  }
  return { blocks, iterations, curvature }
}

function reduce(gradient: Float64Array, information: Float64Array, slope: number | null): Step {
  const m = gradient.length - 1
  const inner = matrix(m, m, (i, j) => information[(i + 1) * (m + 1) + j + 1]! + (i === j ? 1e-9 : 0))
  const cross = information.slice(1, m + 1)
  const l = factor(inner)
  const intercepts = solveCholesky(l, gradient.slice(1))
  const solved = solveCholesky(l, cross)
  const dot = (a: Float64Array) => cross.reduce((sum, value, i) => sum + value * a[i]!, 0)
  return {
    slope,
    gradient: gradient[0]! - dot(intercepts),
    information: Math.max(information[0]! - dot(solved), 1e-9),
    intercepts,
    cross: solved,
  }
}

function factor(a: Matrix): Matrix {
  try {
    return cholesky(a)
  } catch (error) {
    if (!(error instanceof NotPositiveDefinite)) throw error
    return cholesky(matrix(a.rows, a.rows, (i, j) => (i === j ? a.data[i * a.rows + i]! + 1 : 0)))
  }
}

function moveBlock(block: Block, by: number, step: Step, prior: MmlPrior): Block {
  const slope = prior === 'weak' ? Math.max(block.slope + by, block.slope / 2) : block.slope + by
  const moves = Array.from(step.intercepts, (d, k) => clip(d - step.cross[k]! * (slope - block.slope)))
  const intercepts = block.intercepts.map((d, k) => d + moves[k]!)
  const ordered = block.family !== 'grm' || intercepts.every((d, k) => k === 0 || d < intercepts[k - 1]!)
  return { ...block, slope, intercepts: ordered ? intercepts : block.intercepts }
}

function clip(step: number): number {
  return Math.max(-1, Math.min(1, step))
}
