import { everybody, widerGroup, wholeProvince, type Counted, type Structure } from './pattern'

/**
 * A family of tables as a network (cell suppression in tables of two dimensions as flows: Fischetti and Salazar 1999,
 * Mathematical Programming 84:283). A slot is a place and a group; the measures of the family are layers that share the slots. Every sum
 * is a node, and a slot joins the two sums that it is in: in `plus` it counts to one side, in `minus` to the other, so that
 * what leaves one slot of a node must come in by another. Node 0 stands outside all sums.
 */
export type Grid = {
  slots: number
  nodes: number
  layers: number
  plus: Int32Array
  minus: Int32Array
  /** The cell of layer l at slot s at l · slots + s; -1 where nobody was asked. */
  cellAt: Int32Array
  /** Of each cell. */
  slotOf: Int32Array
  layerOf: Int32Array
  /** Slots at which layer 0 is the sum of the others. */
  linked: Uint8Array
  /** Slots of node v: ends from first[v] to first[v + 1]. */
  first: Int32Array
  ends: Int32Array
}

/** The network of a family of cells; `family` names the measure that may be the sum of the others. */
export function gridOf(
  family: string,
  cells: readonly Counted[],
  departmentOf: Structure['departmentOf'],
): Grid {
  const places = indexOf(cells.map(({ place }) => place))
  const groups = indexOf(cells.flatMap(({ group }) => [group, widerGroup(group, departmentOf) ?? everybody]))
  const measures = indexOf([family, ...cells.map(({ measure }) => measure)])
  const slots = places.size * groups.size
  const { plus, minus, nodes } = ends(places, groups, departmentOf, cells)
  const cellAt = new Int32Array(measures.size * slots).fill(-1)
  const slotOf = new Int32Array(cells.length)
  const layerOf = new Int32Array(cells.length)
  cells.forEach(({ place, group, measure }, cell) => {
    const slot = places.get(place)! * groups.size + groups.get(group)!
    slotOf[cell] = slot
    layerOf[cell] = measures.get(measure)!
    cellAt[layerOf[cell] * slots + slot] = cell
  })
  const grid = { slots, nodes, layers: measures.size, plus, minus, cellAt, slotOf, layerOf }
  return { ...grid, linked: linkedSlots(grid, cells), ...endsByNode(grid) }
}

function indexOf(values: Iterable<string>): Map<string, number> {
  const index = new Map<string, number>()
  for (const value of values) if (!index.has(value)) index.set(value, index.size)
  return index
}

/**
 * The two sums that every slot is in. A group that is split up is the sum of its parts at its place; one that is not adds
 * up over places. The province counts the other way round, so that each slot has one sum on either side.
 */
function ends(
  places: ReadonlyMap<string, number>,
  groups: ReadonlyMap<string, number>,
  departmentOf: Structure['departmentOf'],
  cells: readonly Counted[],
): Pick<Grid, 'plus' | 'minus' | 'nodes'> {
  const split = new Set(cells.map(({ group }) => widerGroup(group, departmentOf)))
  const plus = new Int32Array(places.size * groups.size)
  const minus = new Int32Array(places.size * groups.size)
  for (const [place, p] of places)
    for (const [group, g] of groups) {
      const wider = widerGroup(group, departmentOf)
      const above = wider === null ? 0 : 1 + p * groups.size + groups.get(wider)!
      const under = 1 + (split.has(group) ? p : places.size) * groups.size + g
      const slot = p * groups.size + g
      plus[slot] = place === wholeProvince ? above : under
      minus[slot] = place === wholeProvince ? under : above
    }
  return { plus, minus, nodes: 1 + (places.size + 1) * groups.size }
}

/** Where the family's own cell holds just the people, and just the count, of the others. */
function linkedSlots(
  { slots, layers, cellAt }: Pick<Grid, 'slots' | 'layers' | 'cellAt'>,
  cells: readonly Counted[],
): Uint8Array {
  const linked = new Uint8Array(slots)
  for (let slot = 0; slot < slots; slot += 1) {
    const whole = cells[cellAt[slot]!]
    let [people, count] = [0, 0]
    for (let layer = 1; layer < layers; layer += 1) {
      const part = cells[cellAt[layer * slots + slot]!]
      people += part?.people ?? 0
      count += part?.count ?? 0
    }
    if (whole && people === whole.people && count === whole.count) linked[slot] = 1
  }
  return linked
}

function endsByNode({
  slots,
  nodes,
  layers,
  plus,
  minus,
  cellAt,
}: Pick<Grid, 'slots' | 'nodes' | 'layers' | 'plus' | 'minus' | 'cellAt'>): Pick<Grid, 'first' | 'ends'> {
  const used: number[] = []
  for (let slot = 0; slot < slots; slot += 1)
    for (let layer = 0; layer < layers; layer += 1)
      if (cellAt[layer * slots + slot]! >= 0) {
        used.push(slot)
        break
      }
  const first = new Int32Array(nodes + 1)
  for (const slot of used) for (const node of [plus[slot]!, minus[slot]!]) first[node + 1]! += 1
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!
  const next = first.slice()
  const list = new Int32Array(2 * used.length)
  for (const slot of used) for (const node of [plus[slot]!, minus[slot]!]) list[next[node]!++] = slot
  return { first, ends: list }
}
