import type { Direction } from './indicator'

export type ValueOrder = { key: 'name' | 'value'; direction: 'asc' | 'desc' }

/** The order asked for in an address; without one, where there is most to do comes first. */
export function orderOf(
  { sort, dir }: { sort: string | null; dir: string | null },
  better: Direction,
): ValueOrder {
  if ((sort === 'name' || sort === 'value') && (dir === 'asc' || dir === 'desc'))
    return { key: sort, direction: dir }
  return { key: 'value', direction: better === 'higher' ? 'asc' : 'desc' }
}

/** Rows in an order, those without a value at the end; `byName` also parts equal values. */
export function sortValues<R extends { name: string; value: { value: number } | null }>(
  rows: readonly R[],
  { key, direction }: ValueOrder,
  byName: (a: string, b: string) => number,
): R[] {
  const sign = direction === 'asc' ? 1 : -1
  if (key === 'name') return rows.toSorted((a, b) => sign * byName(a.name, b.name))
  return rows.toSorted((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || byName(a.name, b.name)
    return sign * (a.value.value - b.value.value) || byName(a.name, b.name)
  })
}
