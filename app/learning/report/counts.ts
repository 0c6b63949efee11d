import type { Equation } from '~/gaps/determined'
import { smallestGroup, suppress } from '~/gaps/suppression'

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
  const known = new Set(groups.map((_, i) => i * width))
  const hidden = suppress([...sizes, ...partSizes], [...rows, ...columns, ofLearning], smallestGroup, known)
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
