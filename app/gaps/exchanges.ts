import type { Grid } from './grid'
import { rounds, type Move } from './rounds'
import type { Hiding } from './suppression'

/**
 * Counts of cells, `top` the most that each can hold. `isFree`: cells that never show and need no protection. `cost`: what
 * is lost where a cell is hidden.
 */
export type Counts = {
  counts: ArrayLike<number>
  top: ArrayLike<number>
  isFree: readonly boolean[]
  cost: ArrayLike<number>
}

/** A shown cell whose hiding would let more through, and what that costs for each unit let through. */
export type More = { cell: number; cost: number }

/** A cell that so many rounds do not help is better helped by hiding more. */
const mostRounds = 80

/** How far a hidden cell can go up or down, at most by `wanted`, when others keep every sum; if less, what would help. */
export type Reach = (cell: number, up: boolean, wanted: number) => { moved: number; more: More | null }

/** `seen`: the least and the greatest count of each cell in any table that was found on the way. */
export type Exchanges = { reach: Reach; seen: { least: Float64Array; most: Float64Array } }

/**
 * Other counts that the hidden cells could have: every change takes a round of cells, up and down in turn, such that all
 * sums stay, shown cells stay and no cell leaves 0 to its top. In a single table the changes together are a greatest flow
 * (Ford and Fulkerson 1956), so that nothing more would be possible; in tables of which one is the sum of the others more
 * might be, and what is found is possible.
 */
export function exchanges(
  grid: Grid,
  { counts, top, isFree, cost }: Counts,
  { hidden, known }: Hiding,
): Exchanges {
  const { slots, cellAt, slotOf, layerOf } = grid
  const value = Float64Array.from(counts)
  const seen = { least: value.slice(), most: value.slice() }
  const touched = new Set<number>()
  /** Cells that can move by less are passed over. */
  let leastRoom = 1
  const { round, border } = rounds(grid, (layer, slot, up) => {
    const most = roomOf(cellAt[layer * slots + slot]!, up)
    return most < leastRoom ? 0 : most
  })
  return { reach, seen }

  function reach(cell: number, up: boolean, wanted: number): { moved: number; more: More | null } {
    const own: Move = { layer: layerOf[cell]!, slot: slotOf[cell]!, up }
    let moved = 0
    // Rounds that carry much come first (capacity scaling: Gabow 1985), so that few are needed.
    leastRoom = Math.max(1, Math.floor(wanted / 2))
    for (let rounds = 0; moved < wanted && rounds < mostRounds; rounds += 1) {
      const made = round(own)
      const amount = made ? amountOf(made, wanted - moved) : 0
      if (!made || amount === 0) {
        if (leastRoom === 1) break
        leastRoom = Math.max(1, Math.floor(leastRoom / 4))
        continue
      }
      for (const each of made) move(each, amount)
      moved += amount
    }
    const more = moved < wanted ? cheapest(wanted - moved) : null
    for (const each of touched) {
      seen.least[each] = Math.min(seen.least[each]!, value[each]!)
      seen.most[each] = Math.max(seen.most[each]!, value[each]!)
      value[each] = counts[each]!
    }
    touched.clear()
    return { moved, more }
  }

  /** What a round can carry; a cell that it passes more than once carries a part each time. */
  function amountOf(made: readonly Move[], wanted: number): number {
    const times = new Map<number, number>()
    for (const each of made) times.set(cellOf(each), (times.get(cellOf(each)) ?? 0) + 1)
    return Math.floor(
      made.reduce((least, each) => Math.min(least, room(each) / times.get(cellOf(each))!), wanted),
    )
  }

  function cheapest(wanted: number): More | null {
    let best: More | null = null
    for (const each of border()) {
      const cell = cellOf(each)
      const gain = cell >= 0 && !isOpen(cell) ? Math.min(wanted, room(each, true)) : 0
      if (gain > 0 && (!best || cost[cell]! / gain < best.cost)) best = { cell, cost: cost[cell]! / gain }
    }
    return best
  }

  /** How far a cell can move; 0 where it is shown, or there is none. */
  function room(move: Move, ifHidden = false): number {
    return roomOf(cellOf(move), move.up, ifHidden)
  }

  function roomOf(cell: number, up: boolean, ifHidden = false): number {
    if (cell < 0 || !(isOpen(cell) || (ifHidden && !known.has(cell)))) return 0
    return up ? top[cell]! - value[cell]! : value[cell]!
  }

  function move(each: Move, amount: number): void {
    const cell = cellOf(each)
    value[cell]! += each.up ? amount : -amount
    touched.add(cell)
  }

  function cellOf({ layer, slot }: Move): number {
    return cellAt[layer * slots + slot]!
  }

  function isOpen(cell: number): boolean {
    return hidden[cell] || isFree[cell]!
  }
}
