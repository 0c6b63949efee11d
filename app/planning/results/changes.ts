import { seatCount, type CodedClass } from './coded-class'

/** A class in few words, kept when its result is gone. */
export type ClassLine = Pick<
  CodedClass,
  'key' | 'module' | 'delivery' | 'venue' | 'commune' | 'week' | 'trainer'
> & { seats: number }

type ChangedPart = 'venue' | 'week' | 'trainer' | 'seats'

/** What differs between two results of one scenario; `cost` in đồng and `gain` in people are those of the result before. */
export type ResultChanges = {
  added: ClassLine[]
  removed: ClassLine[]
  moved: { before: ClassLine; after: ClassLine; parts: ChangedPart[] }[]
  same: number
  before: { classes: number; cost: number; gain: number }
}

const lineOf = (each: CodedClass): ClassLine => {
  const { key, module, delivery, venue, commune, week, trainer } = each
  return { key, module, delivery, venue, commune, week, trainer, seats: seatCount(each) }
}

/** How alike two classes are, from 0; classes of other modules or deliveries are never the same class. */
function likeness(a: CodedClass, b: CodedClass): number {
  if (a.module !== b.module || a.delivery !== b.delivery) return 0
  const of = new Map(a.seats.map(({ commune, position, seats }) => [`${commune}/${position}`, seats]))
  const shared = b.seats.reduce(
    (sum, { commune, position, seats }) => sum + Math.min(seats, of.get(`${commune}/${position}`) ?? 0),
    0,
  )
  const most = Math.max(seatCount(a), seatCount(b), 1)
  return (
    (a.key === b.key ? 8 : 0) +
    (a.venue === b.venue && a.commune === b.commune ? 4 : 0) +
    (a.week === b.week ? 2 : 0) +
    shared / most
  )
}

/** Below this two classes share neither name, place nor most of their people: one went and another came. */
const alike = 0.5

/**
 * Pairs the classes of two results, the most alike first, and tells what became of each: a class keeps its identity by its
 * key, its place, its week and its people. Every class is counted exactly once on its side.
 */
export function changesBetween(before: readonly CodedClass[], after: readonly CodedClass[]): ResultChanges {
  const pairs = before
    .flatMap((old, i) => after.map((now, j) => ({ i, j, like: likeness(old, now) })))
    .filter(({ like }) => like >= alike)
    .sort((a, b) => b.like - a.like || a.i - b.i || a.j - b.j)
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (partner.has(i) || taken.has(j)) continue
    partner.set(i, j)
    taken.add(j)
  }
  const moved: ResultChanges['moved'] = []
  let same = 0
  for (const [i, j] of [...partner].sort(([a], [b]) => a - b)) {
    const parts = partsChanged(before[i]!, after[j]!)
    if (parts.length === 0) same += 1
    else moved.push({ before: lineOf(before[i]!), after: lineOf(after[j]!), parts })
  }
  return {
    added: after.filter((_, j) => !taken.has(j)).map(lineOf),
    removed: before.filter((_, i) => !partner.has(i)).map(lineOf),
    moved,
    same,
    before: {
      classes: before.length,
      cost: before.reduce((sum, { cost }) => sum + cost, 0),
      gain: before.reduce((sum, { gain }) => sum + gain, 0),
    },
  }
}

function partsChanged(a: CodedClass, b: CodedClass): ChangedPart[] {
  const seats = (each: CodedClass) =>
    each.seats
      .map(({ commune, position, seats: count }) => `${commune}/${position}/${count}`)
      .sort()
      .join(' ')
  return [
    ...(a.venue !== b.venue || a.commune !== b.commune ? (['venue'] as const) : []),
    ...(a.week !== b.week ? (['week'] as const) : []),
    ...(a.trainer !== b.trainer ? (['trainer'] as const) : []),
    ...(seats(a) !== seats(b) ? (['seats'] as const) : []),
  ]
}

export function isUnchanged({ added, removed, moved }: ResultChanges): boolean {
  return added.length + removed.length + moved.length === 0
}
