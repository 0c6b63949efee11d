import type { Site } from '../irt/posterior'
import { difficulties } from './bank-item'
import type { Block } from './item-block'
import type { Free, Population } from './population'

/** θ becomes (θ − shifts[dimension]) · scale. */
export type Change = { shifts: Float64Array; scale: number }

/**
 * The change of scale that brings the items back to where they are anchored: the mean of log a over all, and the mean
 * difficulty in each competency, over the items that were answered, as in the parameters in force. The likelihood does
 * not see such a change as long as the population changes with it, so EM would find it only slowly. It holds the scale,
 * and so the thresholds of levels, from one calibration to the next (mean–mean linking: Kolen and Brennan 2014, Test
 * Equating, 3rd ed., §6.3.1).
 */
export function towardsItems(
  blocks: readonly Block[],
  inForce: readonly Block[],
  dimensions: readonly number[],
  answered: readonly boolean[],
  free: Free,
): Change {
  const used = blocks.flatMap((_, j) => (answered[j] ? [j] : []))
  const scale = free.scale
    ? Math.exp(mean(used.map((j) => Math.log(blocks[j]!.slope / inForce[j]!.slope))))
    : 1
  const shifts = Float64Array.from(free.shift, (moves, k) => {
    const own = moves ? used.filter((j) => dimensions[j] === k) : []
    return mean(own.map((j) => mean(difficulties(blocks[j]!)) - mean(difficulties(inForce[j]!)) / scale))
  })
  return { shifts, scale }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length
}

/** The change of scale after which the population has means 0 and total variance 1, where it was estimated. */
export function towardsStandard(
  { mean, components: { general, domain, own } }: Population,
  free: Free,
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
