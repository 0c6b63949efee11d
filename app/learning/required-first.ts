/** A module in an order; `for` is the one that it was brought in for, null where it stands in the list itself. */
export type Placed = { module: string; for: string | null }

/**
 * The modules of `wanted` as they stand, before each what it requires of `known`. Two that require each other come to an
 * end.
 */
export function requiredFirst(
  wanted: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
): Placed[] {
  const order: Placed[] = []
  const met = new Set<string>()
  for (const module of wanted) place({ module, for: null })
  return order

  function place(each: Placed): void {
    if (met.has(each.module)) return
    met.add(each.module)
    for (const required of known.get(each.module) ?? [])
      if (known.has(required)) place({ module: required, for: each.module })
    order.push(each)
  }
}
