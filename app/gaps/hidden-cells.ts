import { determined, type Equation } from './determined'
import { gridOf } from './grid'
import { leaveRoom } from './leave-room'
import {
  cellKey,
  everybody,
  isReleased,
  splitOf,
  widerGroup,
  wholeProvince,
  type Cell,
  type Counted,
  type Group,
  type Structure,
} from './pattern'
import { hideSmall, smallestGroup, suppress, type Hiding } from './suppression'

/**
 * The keys of all cells that stay hidden in a table of places, groups and measures with its totals. Measures of one family
 * are looked at together: where each person of a cell was measured in one competency of a domain only, the domain's figure
 * is the sum of theirs and would give a hidden one away.
 */
export function hiddenCells(cells: readonly Cell[], structure: Structure): Set<string> {
  const counted = cells.filter(({ n }) => n > 0)
  return keysByFamily(counted, structure, (family, own) =>
    suppress(
      own.map(({ n }) => n),
      equationsOf(family, own, structure.departmentOf),
    ),
  )
}

/**
 * The same for figures that tell a count: besides, every hidden cell has the room of leaveRoom(). Cells in which people were
 * asked and nobody measured never show; nor do those that are no part of what is released, of which small ones must not
 * follow from what shows either.
 * @param unit a count of one person, such as the number of draws over which `count` is summed
 */
export function hiddenFigures(cells: readonly Counted[], structure: Structure, unit: number): Set<string> {
  const asked = cells.filter(({ people }) => people > 0)
  const inTable = releasedTables(asked, structure)
  return keysByFamily(asked, structure, (family, own) => {
    const released = own.map((cell) => isReleased(cell, cell.measure === family) && inTable(cell))
    const sizes = own.map(({ n }, i) => (released[i] ? n : 0))
    const equations = equationsOf(family, own, structure.departmentOf, released)
    const grid = gridOf(family, own, structure.departmentOf)
    const counts = {
      people: own.map(({ people }) => people),
      counts: own.map(({ count }) => count),
      unit,
      isFree: sizes.map((n) => n === 0),
      // The total of a commune tells more than one of its departments.
      cost: own.map(({ group }, i) => sizes[i]! * (group === everybody ? 5 : 1)),
    }
    const all = equationsOf(family, own, structure.departmentOf)
    const hiding = hideSmall(sizes, equations)
    let waiting = [...indicesOf(hiding.hidden)]
    do {
      leaveRoom(grid, counts, hiding, waiting)
      // Free cells give room, but of the measured people alone nothing must follow either.
      const hidden = suppress(sizes, equations, smallestGroup, new Set(), indicesOf(hiding.hidden))
      waiting = hiding.hide(indicesOf(hidden))
      if (waiting.length === 0) waiting = hiding.hide(shieldsOf(own, released, all, hiding))
    } while (waiting.length > 0)
    return hiding.hidden
  })
}

/** Keys of cells that would be released by themselves, but whose split is not: no figure of them may be kept. */
export function withheldFigures(cells: readonly Counted[], structure: Structure): Set<string> {
  const asked = cells.filter(({ people }) => people > 0)
  const inTable = releasedTables(asked, structure)
  const isDomain = (measure: string) => structure.familyOf(measure) === measure
  return new Set(
    asked
      .filter((cell) => isReleased(cell, isDomain(cell.measure)) && !inTable(cell))
      .map(({ place, group, measure }) => cellKey(place, group, measure)),
  )
}

/**
 * Whether a cell is in a table that is released: one of everybody, or a split of a measure of which something shows by the
 * numbers of people alone. Of a small campaign nothing of its departments or positions could be shown: no total need hide
 * for such a split.
 */
function releasedTables(cells: readonly Counted[], structure: Structure): (cell: Cell) => boolean {
  const tables = new Set<string>()
  for (const [family, own] of familiesOf(cells, structure)) {
    const released = own.map((cell) => isReleased(cell, cell.measure === family))
    const sizes = own.map(({ n }, i) => (released[i] ? n : 0))
    const hidden = suppress(sizes, equationsOf(family, own, structure.departmentOf, released))
    own.forEach((cell, i) => {
      if (sizes[i]! > 0 && !hidden[i]) tables.add(`${splitOf(cell)} ${cell.measure}`)
    })
  }
  return (cell) => cell.group === everybody || tables.has(`${splitOf(cell)} ${cell.measure}`)
}

/** Where a small group that is not released would follow from what shows: the smallest cell to hide near each. */
function shieldsOf(
  cells: readonly Counted[],
  released: readonly boolean[],
  equations: readonly Equation[],
  { hidden }: Hiding,
): number[] {
  const unknown = cells.map(({ n }, i) => n > 0 && (hidden[i] || !released[i]))
  const isShown = (i: number) => released[i] && !hidden[i] && cells[i]!.n > 0
  const around = equations.map(({ parent, children }) => [parent, ...children])
  return determined(unknown, equations)
    .filter((cell) => !released[cell] && cells[cell]!.n < smallestGroup)
    .flatMap((cell) => {
      for (let near = new Set([cell]), size = 0; near.size > size;) {
        size = near.size
        near = new Set([...near, ...around.filter((each) => each.some((i) => near.has(i))).flat()])
        const found = [...near].filter(isShown).sort((a, b) => cells[a]!.n - cells[b]!.n)[0]
        if (found !== undefined) return [found]
      }
      return []
    })
}

function indicesOf(marks: readonly boolean[]): Set<number> {
  return new Set(marks.flatMap((is, i) => (is ? [i] : [])))
}

function familiesOf<C extends Cell>(cells: readonly C[], { familyOf }: Structure): Map<string, C[]> {
  const families = new Map<string, C[]>()
  for (const cell of cells) {
    const family = familyOf(cell.measure)
    const own = families.get(family)
    if (own) own.push(cell)
    else families.set(family, [cell])
  }
  return families
}

function keysByFamily<C extends Cell>(
  cells: readonly C[],
  structure: Structure,
  hide: (family: string, own: C[]) => readonly boolean[],
): Set<string> {
  const keys = new Set<string>()
  for (const [family, own] of familiesOf(cells, structure)) {
    const hidden = hide(family, own)
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
  released?: readonly boolean[],
): Equation[] {
  const find = finder(cells)
  const sums: Parts = new Map()
  const columns: Parts = new Map()
  const twins: Parts = new Map()
  const split = new Set<string>()
  cells.forEach(({ place, group, measure }, i) => {
    if (released && !released[i]) return
    const wider = widerGroup(group, departmentOf)
    if (wider !== null) {
      if (place !== wholeProvince) split.add(`${wider}|${measure}`)
      put(sums, find(place, wider, measure), i)
    }
    if (place !== wholeProvince) put(columns, find(wholeProvince, group, measure), i)
    if (measure !== family) put(twins, find(place, group, family), i)
  })
  // The column of a group that is split up in the communes follows from the columns of its parts.
  for (const [parent, column] of columns) {
    const { group, measure } = cells[parent]!
    column.implied = split.has(`${group}|${measure}`)
  }
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
