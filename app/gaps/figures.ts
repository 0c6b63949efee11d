import { cellKey, everybody, type Cell, type Group } from './pattern'
import { wilson, type Interval } from './wilson'

/** Sums of the people behind one figure, as stored. */
export type Sums = Cell & { below: number; selfN: number; selfSum: number; levelSum: number }

/** A figure that may be shown: `below` of `n` people are below target; `low`–`high` is the 90 % interval of `share`. */
export type Shown = Interval & {
  n: number
  below: number
  share: number
  level: number
  self: { n: number; mean: number } | null
}

/** A figure of a group; hidden where the group, or one that could be worked out, is too small; null where nobody was measured. */
export type Figure = Shown | 'hidden' | null

/** How many people gave which answers to a question of the survey. */
export type Answers = Cell & { options: ReadonlyMap<string, number> }

/** The figures of a closed campaign with the pattern of what stays hidden. */
export type Released = {
  sums: ReadonlyMap<string, Sums>
  hidden: ReadonlySet<string>
  answers: ReadonlyMap<string, Answers>
  hiddenAnswers: ReadonlySet<string>
}

export function figureOf(released: Released, place: string, group: Group, measure: string): Figure {
  const key = cellKey(place, group, measure)
  const sums = released.sums.get(key)
  if (!sums || sums.n === 0) return null
  return released.hidden.has(key) ? 'hidden' : shown(sums)
}

export function isShown(figure: Figure): figure is Shown {
  return figure !== null && figure !== 'hidden'
}

function shown({ n, below, selfN, selfSum, levelSum }: Sums): Shown {
  const self = selfN > 0 ? { n: selfN, mean: selfSum / selfN } : null
  return { n, below, share: below / n, ...wilson(below, n), level: levelSum / n, self }
}

/** The answers of a place to a question; hidden and null as for a figure. */
export function answersOf(released: Released, place: string, question: string): Answers | 'hidden' | null {
  const key = cellKey(place, everybody, question)
  const answers = released.answers.get(key)
  if (!answers || answers.n === 0) return null
  return released.hiddenAnswers.has(key) ? 'hidden' : answers
}
