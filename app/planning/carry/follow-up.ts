import type { ClassState } from '~/classes/class'

/** One person's way through a class: `commune` where the person works now, `late` named after the day. */
export type Participation = {
  classId: string
  commune: string
  late: boolean
  attended: boolean
  completed: boolean
}

export type PlannedRow = {
  classId: string
  state: ClassState | 'gone'
  cost: number
  expected: number
  quotas: readonly { communeCode: string; seats: number }[]
  /** Whether the day by which people are to be named is over. */ overdue: boolean
  /** Communes that a letter about it still has to reach. */ waiting: readonly string[]
}

/** Counts of one class, one commune, or everything. Seats of cancelled classes count as cancelled and nowhere else. */
export type Counts = {
  classes: number
  seats: number
  cancelled: number
  named: number
  late: number
  /** Seats without a name although their day is over. */ missing: number
  attended: number
  completed: number
  letters: number
}

const nothing: Counts = {
  classes: 0,
  seats: 0,
  cancelled: 0,
  named: 0,
  late: 0,
  missing: 0,
  attended: 0,
  completed: 0,
  letters: 0,
}

/** Sums that `classId` and `commune` narrow; null takes all. Someone who works elsewhere by now counts in the class alone. */
export function countsOf(
  rows: readonly PlannedRow[],
  people: readonly Participation[],
  { classId = null, commune = null }: { classId?: string | null; commune?: string | null } = {},
): Counts {
  const counts = { ...nothing }
  for (const row of rows) {
    if (classId !== null && row.classId !== classId) continue
    const quotas = row.quotas.filter(({ communeCode }) => commune === null || communeCode === commune)
    if (commune !== null && quotas.length === 0) continue
    const seats = quotas.reduce((sum, quota) => sum + quota.seats, 0)
    counts.classes += 1
    counts.letters += row.waiting.filter((code) => commune === null || code === commune).length
    if (row.state === 'cancelled' || row.state === 'gone') {
      counts.cancelled += seats
      continue
    }
    const own = people.filter(
      (each) => each.classId === row.classId && (commune === null || each.commune === commune),
    )
    counts.seats += seats
    counts.named += own.length
    counts.late += own.filter(({ late }) => late).length
    counts.attended += own.filter(({ attended }) => attended).length
    counts.completed += own.filter(({ completed }) => completed).length
    if (row.overdue || row.state === 'ended' || row.state === 'running')
      counts.missing += Math.max(0, seats - own.length)
  }
  return counts
}

/** Đồng of what was held or is being held, and of what is still to come; a cancelled class costs nothing. */
export function spentOf(rows: readonly PlannedRow[]): { spent: number; toCome: number; freed: number } {
  const sum = (states: PlannedRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, { cost }) => total + cost, 0)
  return { spent: sum(['running', 'ended']), toCome: sum(['planned']), freed: sum(['cancelled', 'gone']) }
}

export const followSorts = ['name', 'when', 'seats', 'named', 'attended', 'completed', 'missing'] as const
export type FollowSort = (typeof followSorts)[number]

/** Sorts lines by a figure or, where they have none, by `text`; equal ones stay in their order. */
export function sortLines<Line extends { counts: Counts; text: string; first: string }>(
  lines: readonly Line[],
  key: FollowSort,
  direction: 'asc' | 'desc',
  compare: (a: string, b: string) => number,
): Line[] {
  const sign = direction === 'desc' ? -1 : 1
  return [...lines].sort((a, b) => {
    if (key === 'name') return sign * compare(a.text, b.text)
    if (key === 'when') return sign * (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)
    return sign * (a.counts[key] - b.counts[key])
  })
}
