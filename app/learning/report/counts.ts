import type { Equation } from '~/gaps/determined'
import { smallestGroup, suppress } from '~/gaps/suppression'
import { narrowed } from './bounds'

/** How far somebody is in a module, each person in one of them. */
export const stages = ['none', 'learning', 'finished'] as const
export type Stage = (typeof stages)[number]

/** Those who are learning, told apart for the whole of a place only: by group the counts would be too small to show. */
export const parts = ['begun', 'half'] as const
export type Part = (typeof parts)[number]

/** What is known of one person and one module up to the cut-off. */
export type Walk = { enrolled: boolean; lessonsRead: number; finished: boolean }

/**
 * The stage of a walk: not begun, begun, half of the lessons or more read, finished.
 * @param lessons number of lessons of the module, at least 1
 */
export function stageOf(
  { enrolled, lessonsRead, finished }: Walk,
  lessons: number,
): 'none' | 'finished' | Part {
  if (finished) return 'finished'
  if (!enrolled) return 'none'
  return lessonsRead * 2 >= lessons ? 'half' : 'begun'
}

/** Somebody's groups in the two tables, and the stage. */
export type Counted = { commune: string; position: string; stage: 'none' | 'finished' | Part }

/** A count, or hidden because it, or one that could be worked out from it, is of one to four people. */
export type Count = number | 'hidden'
export type GroupCounts = { code: string; people: number } & Record<Stage, Count>

export type ModuleCounts = {
  all: GroupCounts & Record<Part, Count>
  communes: GroupCounts[]
  positions: GroupCounts[]
}

type Group = { code: string; people: number; counts: Record<Stage, number> }

/**
 * Counts of people by commune and by position for one module. A count of one to four is hidden, and with it whatever
 * would give it away: within a row (the number of people is known), down a column, and between the two tables, which
 * share their totals (app/gaps/suppression.ts). One pattern serves every page, so that two pages give no more than one.
 * @param communes codes of all rows, also of those without people
 */
export function countModule(
  people: readonly Counted[],
  communes: string[],
  positions: string[],
): ModuleCounts {
  const byCommune = grouped(people, communes, ({ commune }) => commune)
  const byPosition = grouped(people, positions, ({ position }) => position)
  const all = groupOf('', people)
  const groups = [all, ...byCommune, ...byPosition]
  const width = stages.length + 1
  const cell = (group: number, stage: number) => group * width + 1 + stage
  const inSmall = stages.map((stage) => groups.some((group) => isSmall(group) && group.counts[stage] === 0))
  const sizes = groups.flatMap((group, i) => [
    group.people,
    ...stages.map((stage, k) => {
      const hiddenZero = isSmall(group) || (i === 0 && inSmall[k])
      return group.counts[stage] === 0 && hiddenZero ? tiny : group.counts[stage]
    }),
  ])
  const begun = people.filter(({ stage }) => stage === 'begun').length
  const partCell = (part: number) => groups.length * width + part
  const partSizes = [begun, all.counts.learning - begun]
  const rows: Equation[] = groups.map((_, i) => ({
    parent: i * width,
    children: stages.map((_stage, k) => cell(i, k)),
  }))
  const columns: Equation[] = stages.flatMap((_stage, k) => [
    { parent: cell(0, k), children: byCommune.map((_each, i) => cell(1 + i, k)) },
    { parent: cell(0, k), children: byPosition.map((_each, i) => cell(1 + byCommune.length + i, k)) },
  ])
  const ofLearning: Equation = {
    parent: cell(0, stages.indexOf('learning')),
    children: parts.map((_part, k) => partCell(k)),
  }
  const table: Table = {
    counts: [
      ...groups.flatMap(({ people: n, counts }) => [n, ...stages.map((stage) => counts[stage])]),
      ...partSizes,
    ],
    sizes: [...sizes, ...partSizes],
    // A hidden zero stands in a group under five, or is the sum of a column with one.
    floors: [
      ...groups.flatMap((group, i) => [
        group.people,
        ...stages.map((_stage, k) => (isSmall(group) || (i === 0 && inSmall[k]) ? 0 : 1)),
      ]),
      1,
      1,
    ],
    ceilings: [
      ...groups.flatMap((group) => [group.people, ...stages.map(() => group.people)]),
      all.counts.learning,
      all.counts.learning,
    ],
    groupSizes: [
      ...groups.flatMap((group) => Array<number>(width).fill(group.people)),
      people.length,
      people.length,
    ],
    equations: [...rows, ...columns, ofLearning],
    known: new Set(groups.map((_, i) => i * width)),
  }
  const hidden = hiddenIn(table)
  const shown = ({ code, people: n, counts }: Group, i: number): GroupCounts => {
    const count = (k: number): Count => (hidden[cell(i, k)] ? 'hidden' : counts[stages[k]!])
    return { code, people: n, none: count(0), learning: count(1), finished: count(2) }
  }
  const part = (k: number): Count => (hidden[partCell(k)] ? 'hidden' : partSizes[k]!)
  return {
    all: { ...shown(all, 0), begun: part(0), half: part(1) },
    communes: byCommune.map((group, i) => shown(group, 1 + i)),
    positions: byPosition.map((group, i) => shown(group, 1 + byCommune.length + i)),
  }
}

type Table = {
  counts: number[]
  sizes: number[]
  floors: number[]
  ceilings: number[]
  groupSizes: number[]
  equations: Equation[]
  known: ReadonlySet<number>
}

/**
 * The linear rules of `suppress`, and then what a reader knows besides: that counts are whole, not below zero and not
 * above the group. While that leaves a count of one to four, or one of a group under five, fewer than three possible
 * values (of a smaller group: fewer than it has), the smallest count beside it is hidden too.
 */
function hiddenIn(table: Table): boolean[] {
  const { counts, sizes, floors, ceilings, groupSizes, equations, known } = table
  const forced = new Set<number>()
  for (;;) {
    const hidden = suppress(sizes, equations, smallestGroup, known, forced)
    const ranges = narrowed(
      counts.map((count, i) =>
        hidden[i] ? { low: floors[i]!, high: ceilings[i]! } : { low: count, high: count },
      ),
      equations,
    )
    const exposed = counts.flatMap((count, i) => {
      const size = groupSizes[i]!
      const sensitive = hidden[i] && (size < smallestGroup || (count > 0 && count < smallestGroup))
      return sensitive && ranges[i]!.high - ranges[i]!.low < Math.min(2, size) ? [i] : []
    })
    const canHide = (cell: number) => !hidden[cell] && !known.has(cell) && counts[cell]! > 0
    const more = exposed.flatMap((cell) => smallestNear(cell, counts, equations, canHide) ?? [])
    // What can be worked out and tells of nobody is shown: hidden, it would hide nothing and only look as if it did.
    if (exposed.length === 0) return hidden.map((is, i) => is && ranges[i]!.low < ranges[i]!.high)
    // So few people that the zeros themselves tell: then nothing of the module is shown.
    if (more.length === 0) return counts.map((_, i) => !known.has(i))
    for (const cell of more) forced.add(cell)
  }
}

/** The smallest count in the sums of a cell; where there is none, in the sums of the cells in those sums, and so on. */
function smallestNear(
  cell: number,
  counts: number[],
  equations: Equation[],
  canHide: (cell: number) => boolean,
): number | null {
  let reached = new Set([cell])
  for (let before = 0; reached.size > before;) {
    before = reached.size
    const sums = equations.filter(({ parent, children }) =>
      [parent, ...children].some((each) => reached.has(each)),
    )
    reached = new Set(sums.flatMap(({ parent, children }) => [parent, ...children]))
    const found = [...reached].filter(canHide)
    if (found.length > 0) return found.reduce((a, b) => (counts[b]! < counts[a]! ? b : a))
  }
  return null
}

/** A group of so few people says who, whatever its counts: all of them are hidden, zeros too. */
const isSmall = ({ people }: Group) => people > 0 && people < smallestGroup
/** The weight of a zero that must stay hidden: more than nothing, less than anybody. */
const tiny = 0.01

function grouped(people: readonly Counted[], codes: string[], of: (person: Counted) => string): Group[] {
  const members = new Map(codes.map((code) => [code, [] as Counted[]]))
  for (const person of people) members.get(of(person))?.push(person)
  return [...members].map(([code, those]) => groupOf(code, those))
}

function groupOf(code: string, people: readonly Counted[]): Group {
  const counts: Record<Stage, number> = { none: 0, learning: 0, finished: 0 }
  for (const { stage } of people) counts[stage === 'begun' || stage === 'half' ? 'learning' : stage] += 1
  return { code, people: people.length, counts }
}
