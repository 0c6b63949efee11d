/** A class of one week as its trainer and its venue see it; a visit has no venue. */
export type Meeting = { trainer: number; venue: number | null; days: number }

/**
 * The days of a week on which its classes are held, as lists of 0 … `days` − 1 in the order of the meetings: a class takes
 * different days, a trainer has one class a day, a venue as many as it has rooms. Trainers and rooms are the two sides of a
 * bipartite graph with an edge for each day of a class; as no trainer and no room has more than `days` of them, the edges
 * can be coloured with that many colours (König 1916), by alternating paths. Days of one class follow each other where
 * that is free. Throws RangeError if a trainer or venue has more days than fit.
 */
export function spreadDays(
  meetings: readonly Meeting[],
  days: number,
  rooms: (venue: number) => number,
): number[][] {
  const edges: { meeting: number; ends: [string, string] }[] = []
  const loads = new Map<string, number>()
  meetings.forEach((meeting, i) => {
    for (let day = 0; day < meeting.days; day++) {
      const room =
        meeting.venue === null ? `visit ${i}` : roomFor(meeting.venue, loads, days, rooms(meeting.venue))
      const trainer = `trainer ${meeting.trainer}`
      for (const end of [trainer, room]) {
        loads.set(end, (loads.get(end) ?? 0) + 1)
        if (loads.get(end)! > days) throw new RangeError(`${end} has more than ${days} days in a week`)
      }
      edges.push({ meeting: i, ends: [trainer, room] })
    }
  })
  const colour: number[] = edges.map(() => -1)
  const at = new Map<string, number[]>()
  const edgeAt = (end: string) => {
    const list = at.get(end) ?? new Array<number>(days).fill(-1)
    at.set(end, list)
    return list
  }
  edges.forEach(({ meeting, ends: [a, b] }, e) => {
    const both = edgeAt(a).flatMap((one, day) => (one === -1 && edgeAt(b)[day] === -1 ? [day] : []))
    const last = edges[e - 1]?.meeting === meeting ? colour[e - 1]! : -2
    const chosen = both.find((day) => day === last + 1) ?? both[0]
    const day = chosen ?? freeUp(a, b)
    colour[e] = day
    edgeAt(a)[day] = e
    edgeAt(b)[day] = e
  })
  const result: number[][] = meetings.map(() => [])
  edges.forEach(({ meeting }, e) => result[meeting]!.push(colour[e]!))
  return result.map((list) => list.sort((x, y) => x - y))

  /** Swaps two colours along the path from `b`, so that a colour that is free at `a` becomes free at `b`. */
  function freeUp(a: string, b: string): number {
    const mine = edgeAt(a).indexOf(-1)
    const other = edgeAt(b).indexOf(-1)
    const path: number[] = []
    let end = b
    let wanted = mine
    for (let e = edgeAt(end)[wanted]!; e !== -1; e = edgeAt(end)[wanted]!) {
      path.push(e)
      const { ends } = edges[e]!
      end = ends[0] === end ? ends[1] : ends[0]
      wanted = wanted === mine ? other : mine
    }
    for (const e of path) for (const side of edges[e]!.ends) edgeAt(side)[colour[e]!] = -1
    for (const e of path) {
      colour[e] = colour[e] === mine ? other : mine
      for (const side of edges[e]!.ends) edgeAt(side)[colour[e]] = e
    }
    return mine
  }
}

/** The first room of a venue that has a day left; its last one where none has, which is then told as an error. */
function roomFor(venue: number, loads: Map<string, number>, days: number, rooms: number): string {
  for (let room = 0; room < rooms; room++) {
    const name = `room ${venue} ${room}`
    if ((loads.get(name) ?? 0) < days) return name
  }
  return `room ${venue} ${Math.max(0, rooms - 1)}`
}
