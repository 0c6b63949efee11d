import type { Item } from '../item'

/** The value of an answer to an item: an option id, ids, left id -> right id, ids in order, or a number. */
export type ItemAnswer = string | string[] | Record<string, string> | number

/**
 * The score of an answer, 0–1. "I do not know" (null) is scored like a wrong answer, never worse.
 * - single: 1 for the key, else 0.
 * - multiple: (right ones chosen − wrong ones chosen) / right ones, at least 0, so that ticking everything earns nothing
 *   (the "plus/minus" rule, Albanese & Sabers 1988).
 * - matching: share of the left rows with their own right answer.
 * - ordering: share of the pairs in the right order, rescaled so that chance (a half) earns nothing: max(0, Kendall's tau).
 * - numeric: 1 within the tolerance, else 0.
 */
export function scoreItem(item: Item, answer: ItemAnswer | null): number {
  if (answer === null) return 0
  switch (item.kind) {
    case 'single':
      return item.options.some(({ id, correct }) => correct && id === answer) ? 1 : 0
    case 'multiple': {
      const chosen = new Set(Array.isArray(answer) ? answer : [])
      const right = item.options.filter(({ correct }) => correct)
      const hits = right.filter(({ id }) => chosen.has(id)).length
      const wrong = item.options.filter(({ id, correct }) => !correct && chosen.has(id)).length
      return Math.max(0, (hits - wrong) / right.length)
    }
    case 'matching': {
      const matched = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
      return item.pairs.filter(({ id }) => matched[id] === id).length / item.pairs.length
    }
    case 'ordering':
      return Array.isArray(answer)
        ? Math.max(
            0,
            kendallTau(
              item.steps.map(({ id }) => id),
              answer,
            ),
          )
        : 0
    case 'numeric':
      return typeof answer === 'number' && Math.abs(answer - item.answer) <= item.tolerance + 1e-9 ? 1 : 0
  }
}

/** Kendall's tau between the right order and the given one, −1…1; ids that are missing count as in the wrong order. */
function kendallTau(right: string[], given: string[]): number {
  const place = new Map(given.map((id, i) => [id, i]))
  let agreeing = 0
  let pairs = 0
  for (let i = 0; i < right.length; i++) {
    for (let j = i + 1; j < right.length; j++) {
      pairs++
      const [a, b] = [place.get(right[i]!), place.get(right[j]!)]
      agreeing += a !== undefined && b !== undefined && a < b ? 1 : -1
    }
  }
  return pairs === 0 ? 0 : agreeing / pairs
}
