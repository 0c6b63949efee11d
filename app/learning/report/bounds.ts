import type { Equation } from '~/gaps/determined'

/** The whole numbers that a cell can be, both ends included. */
export type Range = { low: number; high: number }

/**
 * What a reader can work out of cells between two bounds whose sums are known: each equation narrows its cells, again
 * and again until nothing changes (interval propagation; Willenborg and de Waal 2001, Elements of Statistical Disclosure
 * Control, ch. 5: the feasibility interval of a suppressed cell, from the outside).
 * @param ranges what is known of each cell before; shown cells have equal ends
 */
export function narrowed(ranges: readonly Range[], equations: readonly Equation[]): Range[] {
  const cells = ranges.map((range) => ({ ...range }))
  const narrow = (cell: Range, low: number, high: number): boolean => {
    const changed = low > cell.low || high < cell.high
    cell.low = Math.max(cell.low, low)
    cell.high = Math.min(cell.high, high)
    return changed
  }
  for (let changed = true; changed;) {
    changed = false
    for (const equation of equations) {
      const parent = cells[equation.parent]!
      const children = equation.children.map((i) => cells[i]!)
      const low = children.reduce((sum, each) => sum + each.low, 0)
      const high = children.reduce((sum, each) => sum + each.high, 0)
      if (narrow(parent, low, high)) changed = true
      for (const child of children)
        if (narrow(child, parent.low - (high - child.high), parent.high - (low - child.low))) changed = true
    }
  }
  return cells
}
