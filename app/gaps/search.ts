import type { Grid } from './grid'

/** One slot of a way through the network; `up` where its count rises. */
export type Step = { slot: number; up: boolean }

/** One end of a search: the nodes seen in this round in their order, and by which slot. */
export type Side = {
  seen: Int32Array
  via: Int32Array
  queue: Int32Array
  at: number
  length: number
  end: number
}

type Passable = (slot: number, up: boolean) => boolean

export type Search = {
  /**
   * A way from one node to another that is shortest give or take a slot, found from both ends in turn so that only what
   * lies near is looked at; null where one end leads no further.
   */
  between: (from: number, to: number, isPassable: Passable) => Step[] | null
  /** After a search in vain: every slot that leads out of what the end that led no further has seen. */
  border: () => Iterable<Step>
}

/** Searches in one grid, one at a time. */
export function searches({ nodes, plus, minus, first, ends }: Grid): Search {
  const [forth, back] = [side(nodes), side(nodes)]
  let round = 0
  return { between, border }

  function between(from: number, to: number, isPassable: Passable): Step[] | null {
    if (from === to) return []
    round += 1
    for (const [own, node] of [
      [forth, from],
      [back, to],
    ] as const) {
      Object.assign(own, { at: 0, length: 0, end: first[node]! })
      see(own, node, -1)
    }
    for (;;) {
      for (const own of [forth, back]) {
        const slot = nextEnd(own)
        if (slot < 0) return null
        const node = own.queue[own.at]!
        const beyond = otherEnd(slot, node)
        if (own.seen[beyond] === round || !isPassable(slot, (own === forth ? minus : plus)[slot] === node))
          continue
        see(own, beyond, slot)
        if ((own === forth ? back : forth).seen[beyond] === round)
          return [...traced(forth, beyond, from), ...traced(back, beyond, to)]
      }
    }
  }

  /** The next slot to look at, or -1 at the end. */
  function nextEnd(own: Side): number {
    while (own.at < own.length) {
      if (own.end < first[own.queue[own.at]! + 1]!) return ends[own.end++]!
      own.at += 1
      if (own.at < own.length) own.end = first[own.queue[own.at]!]!
    }
    return -1
  }

  function see(own: Side, node: number, slot: number): void {
    own.seen[node] = round
    own.via[node] = slot
    own.queue[own.length++] = node
  }

  function otherEnd(slot: number, node: number): number {
    return plus[slot] === node ? minus[slot]! : plus[slot]!
  }

  /** Going forth from plus to minus takes from the slot; back, the way is walked from its end. */
  function stepFrom(own: Side, slot: number, node: number): Step {
    return { slot, up: (own === forth ? minus : plus)[slot] === node }
  }

  function traced(own: Side, from: number, origin: number): Step[] {
    const steps: Step[] = []
    for (let node = from; node !== origin;) {
      const slot = own.via[node]!
      node = otherEnd(slot, node)
      steps.push(stepFrom(own, slot, node))
    }
    return steps
  }

  function* border(): Iterable<Step> {
    for (const own of [forth, back]) {
      if (own.at < own.length) continue
      for (let q = 0; q < own.length; q += 1) {
        const node = own.queue[q]!
        for (let end = first[node]!; end < first[node + 1]!; end += 1) {
          const slot = ends[end]!
          if (own.seen[otherEnd(slot, node)] !== round) yield stepFrom(own, slot, node)
        }
      }
    }
  }
}

function side(nodes: number): Side {
  const numbers = () => new Int32Array(nodes)
  return { seen: numbers(), via: numbers(), queue: numbers(), at: 0, length: 0, end: 0 }
}
