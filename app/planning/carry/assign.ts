/** Seats of one position, and somebody who is to have one: the positions held, the main one first. */
export type PositionSeats = { positionCode: string; seats: number }
export type Nominee = { personId: string; positionCodes: readonly string[] }

export type Assignment = {
  /** How many seats of each position are taken by somebody who holds it. */
  taken: Record<string, number>
  /** People who hold none of the positions that still have a seat: they stand in for somebody. */
  substitutes: string[]
  /** Seats without a name; negative where there are more names than seats. */
  left: number
}

/**
 * Who takes a seat of which position: first everybody for the main position, then the others for a further position of theirs
 * that still has a seat; whoever is left stands in. The order of `people` only matters between equals.
 */
export function assignSeats(quotas: readonly PositionSeats[], people: readonly Nominee[]): Assignment {
  const free = new Map<string, number>()
  for (const { positionCode, seats } of quotas) free.set(positionCode, (free.get(positionCode) ?? 0) + seats)
  const total = quotas.reduce((sum, { seats }) => sum + seats, 0)
  const taken: Record<string, number> = Object.fromEntries([...free.keys()].map((code) => [code, 0]))
  const take = (code: string | undefined): boolean => {
    const seats = code === undefined ? 0 : (free.get(code) ?? 0)
    if (code === undefined || seats <= 0) return false
    free.set(code, seats - 1)
    taken[code] = (taken[code] ?? 0) + 1
    return true
  }
  const others = people.filter(({ positionCodes }) => !take(positionCodes[0]))
  const substitutes = others.filter(({ positionCodes }) => !positionCodes.slice(1).some((code) => take(code)))
  return { taken, substitutes: substitutes.map(({ personId }) => personId), left: total - people.length }
}

type Held = { date: string; startsAt: string; endsAt: string; place: string }

/** Whether nobody can be at both: their times overlap, or they are on one day in two places. */
export function clashes(a: readonly Held[], b: readonly Held[]): boolean {
  return a.some((one) =>
    b.some(
      (other) =>
        one.date === other.date &&
        (one.place !== other.place || (one.startsAt < other.endsAt && other.startsAt < one.endsAt)),
    ),
  )
}
