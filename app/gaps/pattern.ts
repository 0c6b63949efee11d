/** The place of the totals over all communes. */
export const wholeProvince = ''

/** Everybody of a place, a department as `department:<code>`, or a position as `position:<code>`. */
export type Group = string
export const everybody: Group = ''

/** Number of people behind one figure of a commune. */
export type Cell = { place: string; group: Group; measure: string; n: number }

/** A figure that tells how many of `people` are counted, `count` in a unit of the caller's; `n` of them were measured. */
export type Counted = Cell & { people: number; count: number }

export type Structure = {
  /** The department of each position, as group names. */
  departmentOf: ReadonlyMap<Group, Group>
  /** The measure that sums up `measure`, such as the domain of a competency; itself where there is none. */
  familyOf: (measure: string) => string
}

export function cellKey(place: string, group: Group, measure: string): string {
  return `${place}|${group}|${measure}`
}

export function partsOfKey(key: string): [place: string, group: Group, measure: string] {
  return key.split('|') as [string, string, string]
}

/**
 * Whether a campaign releases figures of a group at a place. A commune has one or two people of a position, of whom nothing
 * could be shown, so positions are those of the whole province; the departments of a commune have figures of domains alone.
 * A table of cells that are nearly all hidden would only force the totals above it to hide.
 */
export function isReleased({ place, group }: Pick<Cell, 'place' | 'group'>, isDomain: boolean): boolean {
  return place === wholeProvince || group === everybody || (isDomain && group.startsWith('department:'))
}

/** The split of places that a cell is part of, such as the departments of communes; null for everybody. */
export function splitOf({ place, group }: Pick<Cell, 'place' | 'group'>): string | null {
  if (group === everybody) return null
  return `${place === wholeProvince ? 'province' : 'commune'} ${group.slice(0, group.indexOf(':'))}`
}

/** The split of communes by departments. */
export const communeDepartments = 'commune department'

/** Adds to cells of communes the same cells of the whole province. */
export function withProvince<C extends Cell>(cells: readonly C[], add: (total: C, cell: C) => C): C[] {
  const totals = new Map<string, C>()
  for (const cell of cells) {
    const key = cellKey(wholeProvince, cell.group, cell.measure)
    const total = totals.get(key)
    totals.set(key, total ? add(total, cell) : { ...cell, place: wholeProvince })
  }
  return [...cells, ...totals.values()]
}

/** The group whose sum a group is part of; null for everybody. */
export function widerGroup(group: Group, departmentOf: Structure['departmentOf']): Group | null {
  if (group === everybody) return null
  return departmentOf.get(group) ?? everybody
}
