import type { ItemAnswer } from '~/assessment/scoring/score'

/** The answer to one item; null says "I do not know". */
export type Given = { value: ItemAnswer | null; score: number }

/** One try at a closing quiz, pinned to the version that it began with; `score` is null until every item is answered. */
export type Attempt = {
  id: string
  versionId: string
  number: number
  items: string[]
  given: Map<string, Given>
  score: number | null
  passed: boolean | null
}

/** Scores that should be equal may differ in the last digit of their binary fractions. */
const tolerance = 1e-9

/** The score of an attempt, 0–1: the mean of its items. Null while an answer is missing. */
export function attemptScore(items: string[], given: ReadonlyMap<string, Given>): number | null {
  if (items.some((id) => !given.has(id))) return null
  return items.reduce((sum, id) => sum + given.get(id)!.score, 0) / items.length
}

/** Whether a score of 0–1 reaches a pass mark in per cent. */
export function reaches(score: number, pass: number): boolean {
  return wholePercent(score) >= pass
}

/** A score in whole per cent, never rounded up: 79.6 is not 80. */
export function wholePercent(score: number): number {
  return Math.floor(score * 100 + tolerance)
}

/** Points with at most one decimal, never rounded up either. */
export function shownPoints(points: number): number {
  return Math.floor(points * 10 + tolerance) / 10
}

/** The place of a question by its number in the address, from 1; null where that is none. */
export function placeOf(number: string | undefined): number | null {
  return /^[1-9]\d?$/.test(number ?? '') ? Number(number) : null
}

/** The number of the next question without an answer, from 1, looking after `from` first; null where all have one. */
export function nextUnanswered({ items, given }: Pick<Attempt, 'items' | 'given'>, from = 0): number | null {
  const after = items.findIndex((id, i) => i >= from && !given.has(id))
  const any = after >= 0 ? after : items.findIndex((id) => !given.has(id))
  return any >= 0 ? any + 1 : null
}

/** The seed by which the parts of an item are shuffled: the same on every visit, another for every attempt. */
export function seedOf(attemptId: string, itemId: string): string {
  return `${attemptId}/${itemId}`
}
