import { determined, type Equation } from './determined'

/** Fewer people than this are never shown as a group. */
export const smallestGroup = 5

/** What is hidden of a table so far, and hiding more of it. */
export type Hiding = {
  /** By cell; it changes as more is hidden. */
  hidden: readonly boolean[]
  /** Cells that everybody knows from elsewhere: they cannot be hidden. */
  known: ReadonlySet<number>
  /** Hides cells and what would give them away by subtraction. Returns all cells that this has hidden, in their order. */
  hide: (cells: Iterable<number>) => number[]
}

type Kept = { known?: ReadonlySet<number>; forced?: ReadonlySet<number> }

/**
 * Which cells of a table must stay hidden so that no group of fewer than five people shows, neither by itself nor by
 * subtraction (cell suppression: Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, ch. 5–6).
 *
 * 1. Primary: a cell of 1 to 4 people.
 * 2. Secondary, until nothing changes: where a shown sum has hidden parts, those parts are at least two and together at
 *    least five people, because their total can be subtracted; a hidden sum has a hidden part. Where that fails, the
 *    smallest shown part is hidden too, or the sum itself when no part is left.
 * 3. Audit: a hidden cell that all equations together still determine gets another neighbour hidden, then 2 again.
 *
 * Empty cells count as known. Whatever is summed over the same people obeys the same equations as the numbers of people, so
 * one pattern hides it all; how much room a pattern leaves for counts is the matter of leaveRoom(). The same table always
 * gives the same pattern.
 * @param people number of people in each cell
 * @param known cells that everybody knows from elsewhere: they cannot be hidden, whatever their size
 * @param forced cells that stay hidden for a reason of the caller's
 */
export function suppress(
  people: ArrayLike<number>,
  equations: readonly Equation[],
  smallest = smallestGroup,
  known: ReadonlySet<number> = new Set(),
  forced: ReadonlySet<number> = new Set(),
): boolean[] {
  const hiding = hideSmall(people, equations, smallest, { known, forced })
  const equationsOf = equationsByCell(people.length, equations)
  for (let helped = true; helped;) {
    helped = false
    const touched = new Set<number>()
    for (const cell of determined(hiding.hidden, equations)) {
      if ((equationsOf[cell] ?? []).some((i) => touched.has(i))) continue
      const next = shieldOf(cell)
      if (next === null) continue
      for (const each of hiding.hide([next])) for (const i of equationsOf[each] ?? []) touched.add(i)
      helped = true
    }
  }
  return [...hiding.hidden]

  /** One more cell to hide beside `cell`; the nearest that can help. */
  function shieldOf(cell: number): number | null {
    const around = (equationsOf[cell] ?? []).flatMap((i) => [equations[i]!.children, [equations[i]!.parent]])
    for (const cells of [...around, hiding.hidden.keys()]) {
      const next = smallestShown(cells, people, hiding)
      if (next !== null) return next
    }
    return null
  }
}

/** Rules 1 and 2 of suppress(), to which more can be added. */
export function hideSmall(
  people: ArrayLike<number>,
  equations: readonly Equation[],
  smallest = smallestGroup,
  { known = new Set(), forced = new Set() }: Kept = {},
): Hiding {
  const hidden = Array.from(
    people,
    (n, cell) => forced.has(cell) || (n > 0 && n < smallest && !known.has(cell)),
  )
  const equationsOf = equationsByCell(people.length, equations)
  const waiting = new Set(equations.keys())
  const hiding: Hiding = { hidden, known, hide }
  settle([])
  return hiding

  function hide(cells: Iterable<number>): number[] {
    const made: number[] = []
    for (const cell of cells) put(cell, made)
    settle(made)
    return made.sort((a, b) => a - b)
  }

  function put(cell: number, made: number[]): void {
    if (hidden[cell] || known.has(cell)) return
    hidden[cell] = true
    made.push(cell)
    for (const i of equationsOf[cell] ?? []) waiting.add(i)
  }

  function settle(made: number[]): void {
    for (const i of waiting) {
      waiting.delete(i)
      const equation = equations[i]
      while (equation && betrays(equation)) {
        const next = smallestShown(equation.children, people, hiding) ?? equation.parent
        if (hidden[next] || known.has(next)) break
        put(next, made)
      }
    }
  }

  function betrays({ parent, children }: Equation): boolean {
    if (hidden[parent]) return !children.some((cell) => hidden[cell])
    const parts = children.filter((cell) => hidden[cell])
    if (parts.length === 0) return false
    return parts.length < 2 || parts.reduce((sum, cell) => sum + (people[cell] ?? 0), 0) < smallest
  }
}

function equationsByCell(cells: number, equations: readonly Equation[]): number[][] {
  const equationsOf: number[][] = Array.from({ length: cells }, () => [])
  equations.forEach(({ parent, children }, i) => {
    for (const cell of [parent, ...children]) equationsOf[cell]?.push(i)
  })
  return equationsOf
}

function smallestShown(
  cells: Iterable<number>,
  people: ArrayLike<number>,
  { hidden, known }: Pick<Hiding, 'hidden' | 'known'>,
): number | null {
  let found: number | null = null
  for (const cell of cells) {
    const n = people[cell] ?? 0
    if (hidden[cell] || n === 0 || known.has(cell)) continue
    if (found === null || n < (people[found] ?? 0)) found = cell
  }
  return found
}
