import type { Equation } from '~/gaps/determined'
import { smallestGroup, suppress } from '~/gaps/suppression'

/** How far somebody is in a module, each person in one of them. */
export const stages = ['none', 'begun', 'half', 'finished'] as const
export type Stage = (typeof stages)[number]

/** What is known of one person and one module up to the cut-off. */
export type Walk = { enrolled: boolean; lessonsRead: number; finished: boolean }

/**
 * The stage of a walk: not begun, begun, half of the lessons or more read, finished.
 * @param lessons number of lessons of the module, at least 1
 */
export function stageOf({ enrolled, lessonsRead, finished }: Walk, lessons: number): Stage {
  if (finished) return 'finished'
  if (!enrolled) return 'none'
  return lessonsRead * 2 >= lessons ? 'half' : 'begun'
}

/** Somebody's groups in the two tables, and the stage. */
export type Counted = { commune: string; position: string; stage: Stage }

/** A count, or hidden because it, or one that could be worked out from it, is of one to four people. */
export type Count = number | 'hidden'
export type GroupCounts = { code: string; people: number } & Record<Stage, Count>

export type ModuleCounts = { all: GroupCounts; communes: GroupCounts[]; positions: GroupCounts[] }

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
  const inSmall = stages.map((_stage, k) =>
    groups.some((group) => isSmall(group) && group.counts[stages[k]!] === 0),
  )
  const sizes = groups.flatMap((group, i) => [
    group.people,
    ...stages.map((stage, k) => {
      const hiddenZero = isSmall(group) || (i === 0 && inSmall[k])
      return group.counts[stage] === 0 && hiddenZero ? tiny : group.counts[stage]
    }),
  ])
  const rows: Equation[] = groups.map((_, i) => ({
    parent: i * width,
    children: stages.map((_stage, k) => cell(i, k)),
  }))
  const columns: Equation[] = stages.flatMap((_stage, k) => [
    { parent: cell(0, k), children: byCommune.map((_each, i) => cell(1 + i, k)) },
    { parent: cell(0, k), children: byPosition.map((_each, i) => cell(1 + byCommune.length + i, k)) },
  ])
  const known = new Set(groups.map((_, i) => i * width))
  const hidden = suppress(sizes, [...rows, ...columns], smallestGroup, known)
  const shown = ({ code, people: n, counts }: Group, i: number): GroupCounts => {
    const count = (k: number): Count => (hidden[cell(i, k)] ? 'hidden' : counts[stages[k]!])
    return { code, people: n, none: count(0), begun: count(1), half: count(2), finished: count(3) }
  }
  return {
    all: shown(all, 0),
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
  const counts: Record<Stage, number> = { none: 0, begun: 0, half: 0, finished: 0 }
  for (const { stage } of people) counts[stage] += 1
  return { code, people: people.length, counts }
}
