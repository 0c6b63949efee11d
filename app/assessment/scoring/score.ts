import { isWeighed, type Gap, type Item } from '../item'
import { areaAt, type Point } from '../picture-areas'
import { acceptedBy } from './typed'

/**
 * The value of an answer to an item: an option id, ids, ids in order; left id -> right id, statement id -> t or f, gap id
 * -> option id or what was typed; a number; a text; or a place on a picture.
 */
export type ItemAnswer = string | string[] | Record<string, string> | number | Point

/**
 * The score of an answer, 0–1. "I do not know" (null) is scored like a wrong answer, never worse.
 * - single: 1 for the key, else 0; where options have weights, the weight of the chosen one, at least 0 (Moodle's
 *   fractions, docs.moodle.org/en/Multiple_Choice_question_type).
 * - multiple: (right ones chosen − wrong ones chosen) / right ones, at least 0, so that ticking everything earns nothing
 *   (the "plus/minus" rule, Albanese & Sabers 1988); with `scoring: all` 1 for exactly the right ones; where options have
 *   weights, their sum within 0 and 1.
 * - truefalse: share of the statements judged rightly, rescaled so that guessing (a half) earns nothing: max(0, 2 · share
 *   − 1), which is the plus/minus rule again; with `scoring: all` 1 where all are right.
 * - matching: share of the left rows with their own right answer.
 * - ordering: share of the pairs in the right order, rescaled so that chance (a half) earns nothing: max(0, Kendall's tau).
 * - numeric: 1 within the tolerance, else 0.
 * - short: 1 for an accepted answer, or the largest weight of those that it is.
 * - gaps: mean of the gaps, each scored as a single choice or a short answer.
 * - point: 1 in a right area, else 0; of areas one over the other the first counts.
 * - essay: 0, since no rule can mark it: ask isMarkedByHand() before.
 */
export function scoreItem(item: Item, answer: ItemAnswer | null): number {
  if (answer === null) return 0
  switch (item.kind) {
    case 'single':
      return chosenShare(item.options, answer)
    case 'multiple':
      return multipleShare(item, new Set<unknown>(Array.isArray(answer) ? answer : []))
    case 'truefalse': {
      const judged = rowsOf(answer)
      const { length } = item.statements
      const right = item.statements.filter(({ id, correct }) => judged[id] === judgement(correct)).length
      return item.scoring === 'all' ? Number(right === length) : Math.max(0, (2 * right) / length - 1)
    }
    case 'matching': {
      const matched = rowsOf(answer)
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
    case 'short':
      return typeof answer === 'string' ? typedShare(item.answers, answer, item.exact) : 0
    case 'gaps': {
      const filled = rowsOf(answer)
      return item.gaps.reduce((sum, gap) => sum + gapShare(gap, filled[gap.id]), 0) / item.gaps.length
    }
    case 'point':
      return isPoint(answer) && areaAt(item.areas, answer, tallness(item))?.correct ? 1 : 0
    case 'essay':
      return 0
  }
}

/** What an answer says of a statement. */
export function judgement(correct: boolean): 't' | 'f' {
  return correct ? 't' : 'f'
}

/** The share of a gap's points that is earned, 0–1. */
export function gapShare(gap: Gap, filled: string | undefined): number {
  if (filled === undefined) return 0
  return 'options' in gap ? chosenShare(gap.options, filled) : typedShare(gap.answers, filled, gap.exact)
}

/** Height of an item's picture as a share of its width. */
export function tallness({ picture }: Pick<Item, 'picture'>): number {
  return picture?.figure ? picture.figure.height / picture.figure.width : 1
}

export function isPoint(answer: unknown): answer is Point {
  return Array.isArray(answer) && answer.length === 2 && answer.every((each) => typeof each === 'number')
}

/** The answers to the rows of a table or the gaps of a text; none where the answer is of another shape. */
export function rowsOf(answer: ItemAnswer | null): Record<string, string> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {}
}

type Options = Extract<Item, { kind: 'single' }>['options']
type Answers = Extract<Item, { kind: 'short' }>['answers']

function chosenShare(options: Options, answer: ItemAnswer): number {
  const chosen = options.find(({ id }) => id === answer)
  if (!chosen) return 0
  return isWeighed(options) ? within((chosen.weight ?? 0) / 100) : Number(chosen.correct === true)
}

function multipleShare(item: Extract<Item, { kind: 'multiple' }>, chosen: ReadonlySet<unknown>): number {
  const right = item.options.filter(({ correct }) => correct)
  const hits = right.filter(({ id }) => chosen.has(id)).length
  const wrong = item.options.filter(({ id, correct }) => !correct && chosen.has(id)).length
  if (item.scoring === 'all') return Number(hits === right.length && wrong === 0)
  if (isWeighed(item.options))
    return within(
      item.options.reduce((sum, { id, weight = 0 }) => sum + (chosen.has(id) ? weight : 0), 0) / 100,
    )
  return Math.max(0, (hits - wrong) / right.length)
}

function typedShare(answers: Answers, typed: string, exact?: boolean): number {
  const found = acceptedBy(typed, answers, exact)
  if (!isWeighed(answers)) return found.length > 0 ? 1 : 0
  return within(Math.max(0, ...found.map(({ weight = 0 }) => weight)) / 100)
}

/** Weights such as three times 33.33333 earn everything. */
function within(share: number): number {
  return share > 0.99 ? 1 : Math.max(0, share)
}

/** Kendall's tau between the right order and the given one, −1…1; ids that are missing count as in the wrong order. */
function kendallTau(right: string[], given: readonly unknown[]): number {
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
