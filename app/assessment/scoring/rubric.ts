import type { Item } from '../item'

type Essay = Extract<Item, { kind: 'essay' }>

/** Which level of each criterion an answer reaches: criterion id -> place of the level in its list, from 0. */
export type RubricLevels = Record<string, number>

/** Points of a criterion: those of the level reached, and the most that it gives. */
export type CriterionPoints = { id: string; points: number; most: number }

/** The points of each criterion; null where a criterion has no level yet, or one that it has not. */
export function rubricPoints({ rubric }: Essay, levels: RubricLevels): CriterionPoints[] | null {
  const found: CriterionPoints[] = []
  for (const { id, levels: scale } of rubric) {
    const reached = Object.hasOwn(levels, id) ? scale[levels[id]!] : undefined
    if (!reached) return null
    found.push({ id, points: reached.points, most: Math.max(...scale.map(({ points }) => points)) })
  }
  return found
}

/** The score of a long answer, 0–1: its points as a share of the most that the rubric gives. Null where a level lacks. */
export function rubricScore(item: Essay, levels: RubricLevels): number | null {
  const found = rubricPoints(item, levels)
  if (!found) return null
  const most = found.reduce((sum, each) => sum + each.most, 0)
  return most === 0 ? 0 : found.reduce((sum, { points }) => sum + points, 0) / most
}
