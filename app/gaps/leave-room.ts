import { exchanges, type More } from './exchanges'
import type { Grid } from './grid'
import { smallestGroup, type Hiding } from './suppression'

/**
 * Cells of `people`, of whom `counts` are counted, in units of which `unit` are one person. `isFree`: cells that never show
 * and need no protection; `cost`: what is lost where a cell is hidden.
 */
type Table = {
  people: readonly number[]
  counts: readonly number[]
  unit: number
  isFree: readonly boolean[]
  cost: readonly number[]
}

/** The room that a hidden cell of n people needs, in people: all of 0 to n for up to four, a width of four for more. */
export function leastRoom(people: number): number {
  return Math.min(people, smallestGroup - 1)
}

/**
 * Hides more until every hidden cell has room: given all shown cells exactly, the numbers of people and all sums, its count
 * rounded to whole people can still be min(n, 4) + 1 numbers or more (protection intervals of a suppressed cell: Fischetti
 * and Salazar 2001, Management Science 47:1008). What is possible is shown by other tables that would look the same, see
 * exchanges(). Where a cell lacks room, the cheapest shown cell that stands in the way is hidden too, with what would give
 * that one away. Hiding more takes room from nobody, so each cell is looked at until it has enough and then no more.
 * @param cells the hidden cells that may lack room
 */
export function leaveRoom(
  grid: Grid,
  { people, counts, unit, isFree, cost }: Table,
  hiding: Hiding,
  cells: readonly number[],
): void {
  const top = people.map((n) => n * unit)
  const { reach, seen } = exchanges(grid, { counts, top, isFree, cost }, hiding)
  const waiting = [...cells]
  for (const cell of waiting) {
    for (let more = missing(cell); more; more = missing(cell)) {
      const made = hiding.hide([more.cell])
      if (made.length === 0) break
      for (const each of made) waiting.push(each)
    }
  }

  /** What to hide so that a cell gets more room; null where it has enough. */
  function missing(cell: number): More | null {
    const [count, least] = [counts[cell]!, leastRoom(people[cell]!)]
    const whole = (found: Float64Array) => Math.floor(found[cell]! / unit + 0.5)
    if (whole(seen.most) - whole(seen.least) >= least) return null
    // Half a person more or less is the same whole number.
    const highest = Math.min(top[cell]! - unit / 2, count + (least + 0.5) * unit)
    const upwards = pushed(cell, true, highest - count)
    const most = Math.floor((count + upwards.moved) / unit + 0.5)
    const downwards = pushed(cell, false, count - (most - least + 0.5) * unit)
    const found = [upwards.more, downwards.more].filter((each) => each !== null)
    if (!downwards.more && downwards.moved >= count - (most - least + 0.5) * unit) return null
    return found.reduce<More | null>((best, each) => (best && best.cost <= each.cost ? best : each), null)
  }

  function pushed(cell: number, up: boolean, wanted: number): { moved: number; more: More | null } {
    return wanted > 0 ? reach(cell, up, Math.ceil(wanted)) : { moved: 0, more: null }
  }
}
