import type { RubricLevels } from '~/assessment/scoring/rubric'
import type { ItemAnswer } from '~/assessment/scoring/score'

/** What a trainer said of a long answer. */
export type Mark = { levels: RubricLevels; comment: string | null }

/** The answer to one item; a null value says "I do not know", a null score that it waits to be marked. */
export type Given = { value: ItemAnswer | null; score: number | null; mark?: Mark }

/** One try at a closing quiz, pinned to the version that it began with; `score` is null until every item is answered and marked. */
export type Attempt = {
  id: string
  versionId: string
  number: number
  items: string[]
  /** When its time is over, in milliseconds since 1970; null where it has as long as it takes. */
  endsAt: number | null
  given: Map<string, Given>
  score: number | null
  passed: boolean | null
}

/** An answer sent in the last moment is on its way for a while. */
const graceMs = 20_000

/** When the time of an attempt is over: minutes after its start; null without a limit. */
export function endOf(startedAt: Date, minutes: number | undefined): number | null {
  return minutes === undefined ? null : startedAt.getTime() + minutes * 60_000
}

/** Whether no answer is taken any more, because the time is over. */
export function isOver({ endsAt }: Pick<Attempt, 'endsAt'>, at: Date): boolean {
  return endsAt !== null && at.getTime() > endsAt + graceMs
}

/** Scores that should be equal may differ in the last digit of their binary fractions. */
const tolerance = 1e-9

/** The score of an attempt, 0–1: the mean of its items. Null while an answer is missing, or waits to be marked. */
export function attemptScore(items: string[], given: ReadonlyMap<string, Given>): number | null {
  let sum = 0
  for (const id of items) {
    const score = given.get(id)?.score ?? null
    if (score === null) return null
    sum += score
  }
  return sum / items.length
}

/** Whether an attempt has an answer to every item. */
export function isAnswered({ items, given }: Pick<Attempt, 'items' | 'given'>): boolean {
  return items.every((id) => given.has(id))
}

/** How many answers of an attempt wait to be marked. */
export function waitingIn({ given }: Pick<Attempt, 'given'>): number {
  return [...given.values()].filter(({ score }) => score === null).length
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
