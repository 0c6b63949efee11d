import type { Site } from '../irt/posterior'
import { difficulties, shrinkage } from './bank-item'
import type { Block } from './item-block'
import type { Population } from './population'

/** θ becomes (θ − shifts[dimension]) · scale. */
export type Change = { shifts: Float64Array; scale: number }

/**
 * The change of scale under which the items that were answered lie nearest to their parameters in force, by the prior
 * that shrinks them: log a ~ N(log a0, 0.3²), b ~ N(b0, 0.6²). The likelihood does not see such a change as long as the
 * population changes with it, so EM would find it only slowly. It holds the scale, and so the thresholds of levels, from
 * one calibration to the next (as mean–mean linking does: Kolen and Brennan 2014, Test Equating, 3rd ed., §6.3.1).
 */
export function towardsItems(
  blocks: readonly Block[],
  inForce: readonly Block[],
  dimensions: readonly number[],
  answered: readonly boolean[],
  free: { scale: boolean; shift: readonly boolean[] },
): Change {
  const used = blocks.flatMap((_, j) => (answered[j] ? [j] : []))
  const logs = used.map((j) => Math.log(blocks[j]!.slope / inForce[j]!.slope))
  const competencies = free.shift.map((moves, k) => {
    const own = used.filter((j) => dimensions[j] === k)
    const b = own.flatMap((j) => difficulties(blocks[j]!))
    const b0 = own.flatMap((j) => difficulties(inForce[j]!))
    return { b, b0, meanB: moves ? mean(b) : 0, mean0: moves ? mean(b0) : 0 }
  })
  let squares = 0
  let products = 0
  for (const { b, b0, meanB, mean0 } of competencies) {
    b.forEach((value, i) => {
      squares += (value - meanB) ** 2
      products += (value - meanB) * (b0[i]! - mean0)
    })
  }
  const scale = free.scale ? nearestScale(logs, squares, products) : 1
  return { shifts: Float64Array.from(competencies, ({ meanB, mean0 }) => meanB - mean0 / scale), scale }
}

/** Maximum of −Σ (log a − log r − log a0)² / 2·0.3² − Σ (r b − b0)² / 2·0.6² over r, by Newton's method in log r. */
function nearestScale(logs: readonly number[], squares: number, products: number): number {
  const [a, b] = [1 / shrinkage.logSlope ** 2, 1 / shrinkage.difficulty ** 2]
  let log = mean(logs)
  for (let i = 0; i < 20; i++) {
    const r = Math.exp(log)
    const slope = a * logs.length * (mean(logs) - log) - b * (r * r * squares - r * products)
    const curvature = a * logs.length + b * Math.abs(2 * r * r * squares - r * products)
    if (curvature === 0) break
    log += slope / curvature
  }
  return Math.exp(log)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length
}

/** The change of scale after which the population has means 0 and total variance 1, where it was estimated. */
export function towardsStandard(
  { mean, components: { general, domain, own } }: Population,
  free: { scale: boolean; shift: readonly boolean[] },
): Change {
  return {
    shifts: mean.map((value, k) => (free.shift[k] ? value : 0)),
    scale: free.scale ? 1 / Math.sqrt(general + domain + own) : 1,
  }
}

/** The same item on the changed scale. */
export function changeBlock(block: Block, dimension: number, { shifts, scale }: Change): Block {
  return {
    ...block,
    slope: block.slope / scale,
    intercepts: block.intercepts.map((d) => d + block.slope * shifts[dimension]!),
  }
}

export function changePopulation({ mean, components }: Population, { shifts, scale }: Change): Population {
  const by = scale * scale
  return {
    mean: mean.map((value, k) => (value - shifts[k]!) * scale),
    components: {
      general: components.general * by,
      domain: components.domain * by,
      own: components.own * by,
    },
  }
}

export function changeSite({ dimension, precision, shift }: Site, { shifts, scale }: Change): Site {
  return {
    dimension,
    precision: precision / (scale * scale),
    shift: (shift - precision * shifts[dimension]!) / scale,
  }
}
