import type { Block } from './item-block'

/** How the slopes of the items hang together: each its own, one for all, or fixed at 1. */
export type Slopes = 'own' | 'common' | 'fixed'

/** Where each item's parameters stand in the vector of free parameters; null for an item that takes no part. */
export type Layout = {
  size: number
  items: ({ slope: number | null; intercepts: number; count: number } | null)[]
}

/** Lays the free parameters of the items out in one vector: slope (where free), then intercepts, item by item. */
export function layOut(blocks: readonly (Block | null)[], slopes: Slopes): Layout {
  let size = slopes === 'common' && blocks.some(Boolean) ? 1 : 0
  const items = blocks.map((block) => {
    if (!block) return null
    const slope = slopes === 'own' ? size++ : slopes === 'common' ? 0 : null
    const intercepts = size
    size += block.intercepts.length
    return { slope, intercepts, count: block.intercepts.length }
  })
  return { size, items }
}

/** The vector of free parameters of the blocks. */
export function toVector(blocks: readonly (Block | null)[], { size, items }: Layout): Float64Array {
  const x = new Float64Array(size)
  items.forEach((place, j) => {
    if (!place) return
    if (place.slope !== null) x[place.slope] = blocks[j]!.slope
    x.set(blocks[j]!.intercepts, place.intercepts)
  })
  return x
}

/** The reverse of toVector. */
export function toBlocks(
  x: Float64Array,
  like: readonly (Block | null)[],
  { items }: Layout,
): (Block | null)[] {
  return like.map((block, j) => {
    const place = items[j]
    if (!block || !place) return null
    return {
      ...block,
      slope: place.slope === null ? block.slope : x[place.slope]!,
      intercepts: Array.from(x.subarray(place.intercepts, place.intercepts + place.count)),
    }
  })
}

/** Positions of an item's own (α, d…) in the vector; null for a slope that is fixed. */
export function positions(place: NonNullable<Layout['items'][number]>): (number | null)[] {
  return [place.slope, ...Array.from({ length: place.count }, (_, k) => place.intercepts + k)]
}
