import { determined, type Equation } from './determined'

/** Fewer people than this are never shown as a group. */
export const smallestGroup = 5

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
 * Empty cells count as known. Counts below target and sums of answers obey the same equations as the numbers of people, so
 * one pattern hides them all. The same table always gives the same pattern.
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
  const hidden = Array.from(
    people,
    (n, cell) => forced.has(cell) || (n > 0 && n < smallest && !known.has(cell)),
  )
  const equationsOf: number[][] = hidden.map(() => [])
  equations.forEach(({ parent, children }, i) =>
    [parent, ...children].forEach((cell) => equationsOf[cell]?.push(i)),
  )
  const numberOf = (cell: number) => people[cell] ?? 0

  const waiting = new Set(equations.keys())
  const hide = (cell: number) => {
    hidden[cell] = true
    for (const i of equationsOf[cell] ?? []) waiting.add(i)
  }
  const smallestShown = (cells: Iterable<number>): number | null => {
    let found: number | null = null
    for (const cell of cells) {
      if (hidden[cell] || numberOf(cell) === 0 || known.has(cell)) continue
      if (found === null || numberOf(cell) < numberOf(found)) found = cell
    }
    return found
  }

  function settle(): void {
    for (const i of waiting) {
      waiting.delete(i)
      const equation = equations[i]
      while (equation && betrays(equation)) {
        const next = smallestShown(equation.children) ?? equation.parent
        if (hidden[next] || known.has(next)) break
        hide(next)
      }
    }
  }

  function betrays({ parent, children }: Equation): boolean {
    if (hidden[parent]) return !children.some((cell) => hidden[cell])
    const parts = children.filter((cell) => hidden[cell])
    if (parts.length === 0) return false
    return parts.length < 2 || parts.reduce((sum, cell) => sum + numberOf(cell), 0) < smallest
  }

  /** Hides one more cell beside `cell`; the nearest that can help. */
  function shield(cell: number): boolean {
    const around = (equationsOf[cell] ?? []).flatMap((i) => [equations[i]!.children, [equations[i]!.parent]])
    const near = around.map(smallestShown).find((each) => each !== null)
    const next = near ?? smallestShown(hidden.keys())
    if (next === null) return false
    hide(next)
    return true
  }

  settle()
  for (let helped = true; helped;) {
    helped = false
    for (const cell of determined(hidden, equations))
      if (!(equationsOf[cell] ?? []).some((i) => waiting.has(i))) helped = shield(cell) || helped
    settle()
  }
  return hidden
}
