import type { Equation } from './determined'
import { suppress } from './suppression'

/** The place of the totals over all communes. */
export const wholeProvince = ''

/** Everybody of a place, a department as `department:<code>`, or a position as `position:<code>`. */
export type Group = string
export const everybody: Group = ''

/** Number of people behind one figure of a commune. */
export type Cell = { place: string; group: Group; measure: string; n: number }

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

/**
 * The keys of all cells that stay hidden in a table of places, groups and measures with its totals. Measures of one family
 * are looked at together: where each person of a cell was measured in one competency of a domain only, the domain's figure
 * is the sum of theirs and would give a hidden one away.
 */
export function hiddenCells(cells: readonly Cell[], structure: Structure): Set<string> {
  const families = new Map<string, Cell[]>()
  for (const cell of cells) {
    if (cell.n <= 0) continue
    const family = structure.familyOf(cell.measure)
    const own = families.get(family)
    if (own) own.push(cell)
    else families.set(family, [cell])
  }
  const keys = new Set<string>()
  for (const [family, own] of families) {
    const hidden = suppress(
      own.map(({ n }) => n),
      equationsOf(family, own, structure.departmentOf),
    )
    own.forEach(({ place, group, measure }, i) => {
      if (hidden[i]) keys.add(cellKey(place, group, measure))
    })
  }
  return keys
}

type Parts = Map<number, { children: number[]; implied: boolean }>

function equationsOf(
  family: string,
  cells: readonly Cell[],
  departmentOf: Structure['departmentOf'],
): Equation[] {
  const find = finder(cells)
  const sums: Parts = new Map()
  const columns: Parts = new Map()
  const twins: Parts = new Map()
  const split = new Set<Group>()
  cells.forEach(({ place, group, measure }, i) => {
    const wider = widerGroup(group, departmentOf)
    if (wider !== null) {
      split.add(wider)
      put(sums, find(place, wider, measure), i)
    }
    if (place !== wholeProvince) put(columns, find(wholeProvince, group, measure), i)
    if (measure !== family) put(twins, find(place, group, family), i)
  })
  // The column of a group that is split up follows from the columns of its parts.
  for (const [parent, column] of columns) column.implied = split.has(cells[parent]!.group)
  for (const [parent, { children }] of twins) {
    if (children.reduce((sum, child) => sum + cells[child]!.n, 0) !== cells[parent]!.n) twins.delete(parent)
  }
  return [sums, columns, twins].flatMap((parts) =>
    Array.from(parts, ([parent, part]) => ({ parent, ...part })),
  )
}

/** Finds a cell by its place, group and measure, without a text key for each of tens of thousands of look-ups. */
function finder(
  cells: readonly Cell[],
): (place: string, group: Group, measure: string) => number | undefined {
  const index = new Map<string, Map<Group, Map<string, number>>>()
  cells.forEach(({ place, group, measure }, i) => {
    const groups = index.get(measure) ?? new Map<Group, Map<string, number>>()
    const places = groups.get(group) ?? new Map<string, number>()
    index.set(measure, groups.set(group, places.set(place, i)))
  })
  return (place, group, measure) => index.get(measure)?.get(group)?.get(place)
}

function put(equations: Parts, parent: number | undefined, child: number): void {
  if (parent === undefined) return
  const known = equations.get(parent)
  if (known) known.children.push(child)
  else equations.set(parent, { children: [child], implied: false })
}

function widerGroup(group: Group, departmentOf: Structure['departmentOf']): Group | null {
  if (group === everybody) return null
  return departmentOf.get(group) ?? everybody
}
