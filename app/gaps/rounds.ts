import type { Grid } from './grid'
import { searches, type Step } from './search'

/** One slot of one layer in a round of changes; `up` where its count rises. */
export type Move = Step & { layer: number }

/** How far a layer can move at a slot; 0 where it cannot. */
type Room = (layer: number, slot: number, up: boolean) => number

export type Rounds = {
  /** A move and others that keep every sum; null where there are none that this finds. */
  round: (move: Move) => Move[] | null
  /** After a failure: the moves that would have led on, were they possible. */
  border: () => Iterable<Move>
}

/** Beyond so many ways a round is given up. */
const mostWays = 10

/**
 * Rounds of changes in a family of tables. A move puts the two sums of its slot out of balance, one by too much and the
 * other by too little; a way between the two, in the same layer, puts them right. Where layer 0 is the sum of the others,
 * a move takes one of another layer with it, which is put right by a way of that layer, and so on until all is in balance.
 */
export function rounds({ nodes, plus, minus, linked, layers, ...rest }: Grid, room: Room): Rounds {
  const { between, border } = searches({ nodes, plus, minus, linked, layers, ...rest })
  let stuck = 0
  let onlyOwn: Move | null = null
  const used = new Int32Array(layers * plus.length)
  let turn = 0
  const excess = Array.from({ length: layers }, () => new Map<number, number>())
  let moves: Move[] = []

  return { round, border: borderMoves }

  function round(first: Move): Move[] | null {
    turn += 1
    for (const each of excess) each.clear()
    moves = []
    stuck = first.layer
    onlyOwn = first
    if (!make(first)) return null
    onlyOwn = null
    for (let ways = 0; ways < mostWays; ways += 1) {
      const layer = excess.findIndex((each) => each.size > 0)
      if (layer < 0) return moves
      if (!putRight(layer)) return null
    }
    return null
  }

  function* borderMoves(): Iterable<Move> {
    if (onlyOwn) {
      const { layer, slot, up } = onlyOwn
      for (let other = 0; other < layers; other += 1)
        yield { layer: other, slot, up: other === layer ? up : withPartner(layer, other, up) }
    } else for (const step of border()) yield { ...step, layer: stuck }
  }

  /** Makes a move, and that of a partner where the slot is linked. */
  function make(move: Move): boolean {
    const partner = linked[move.slot] === 1 ? partnerOf(move.layer, move.slot, move.up) : null
    if (linked[move.slot] === 1 && partner === null) return false
    for (const each of partner ? [move, partner] : [move]) {
      moves.push(each)
      used[each.layer * plus.length + each.slot] = turn
      const [from, to] = each.up ? [plus, minus] : [minus, plus]
      shift(each.layer, from[each.slot]!, 1)
      shift(each.layer, to[each.slot]!, -1)
    }
    return true
  }

  function shift(layer: number, node: number, by: number): void {
    const left = (excess[layer]!.get(node) ?? 0) + by
    if (left === 0) excess[layer]!.delete(node)
    else excess[layer]!.set(node, left)
  }

  /** One way between two sums of a layer that are out of balance; through linked slots only where nothing else is left. */
  function putRight(layer: number): boolean {
    const [over, under] = [1, -1].map((sign) =>
      [...excess[layer]!].flatMap(([node, by]) => (by * sign > 0 ? [node] : [])),
    )
    for (const isFree of [true, false]) {
      for (const from of over!)
        for (const to of under!) {
          const way = between(from, to, (slot, up) => isPassable(layer, slot, up, isFree))
          if (way) return way.every((step) => make({ ...step, layer }))
        }
    }
    stuck = layer
    return false
  }

  function isPassable(layer: number, slot: number, up: boolean, isFree: boolean): boolean {
    if (linked[slot] === 1 && isFree) return false
    if (!canMove(layer, slot, up)) return false
    return linked[slot] === 0 || partnerOf(layer, slot, up) !== null
  }

  function canMove(layer: number, slot: number, up: boolean): boolean {
    return used[layer * plus.length + slot] !== turn && room(layer, slot, up) > 0
  }

  function partnerOf(layer: number, slot: number, up: boolean): Move | null {
    for (let other = 0; other < layers; other += 1) {
      const own = withPartner(layer, other, up)
      if (other !== layer && canMove(other, slot, own)) return { layer: other, slot, up: own }
    }
    return null
  }
}

/** Layer 0 moves as one of the others does; two of the others move against each other. */
function withPartner(layer: number, other: number, up: boolean): boolean {
  return layer === 0 || other === 0 ? up : !up
}
