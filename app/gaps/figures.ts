import { cellKey, everybody, type Cell, type Group } from './pattern'
import type { SelfFigure } from './self-figures'

/** An estimate as released; distances are mean ability less threshold in logits, intervals hold 90 %. */
export type Estimate = {
  measured: number
  people: number
  share: number
  shareLow: number
  shareHigh: number
  distance: number
  distanceSd: number
  distanceLow: number
  distanceHigh: number
  informed: boolean
  rankLow: number | null
  rankHigh: number | null
  rankOf: number | null
  higher: number | null
}

/**
 * A figure that may be shown: of the `people` asked whose position needs it, `n` answered something about it.
 * - share: of those people below target, with its 90 % interval `low`–`high`;
 * - distance: their mean distance to target in logits, negative below it, with its interval;
 * - rank: where the place stands among the communes, 1 the largest share; with 90 % from low to high;
 * - higher: probability that the place lacks more than the rest of the province;
 * - self: how far they over- or underrate themselves.
 */
export type Shown = {
  n: number
  people: number
  share: number
  low: number
  high: number
  distance: number
  distanceSd: number
  distanceLow: number
  distanceHigh: number
  rank: { low: number; high: number; of: number } | null
  higher: number | null
  self: SelfFigure | null
}

/**
 * A figure of a group: hidden where the group, or one that could be worked out, is too small; uninformed where the answers
 * told too little about it (of a competency its domain is reported instead); null where nobody was measured.
 */
export type Figure = Shown | 'hidden' | 'uninformed' | null

/** How many people gave which answers to a question of the survey. */
export type Answers = Cell & { options: ReadonlyMap<string, number> }

/** The figures of a released campaign with the pattern of what stays hidden: of every group with one to four people, and more. */
export type Released = {
  hidden: ReadonlySet<string>
  estimates: ReadonlyMap<string, Estimate>
  /** The splits of which something shows, see splitOf(). */
  splits: ReadonlySet<string | null>
  self: ReadonlyMap<string, SelfFigure>
  answers: ReadonlyMap<string, Answers>
  hiddenAnswers: ReadonlySet<string>
}

export function figureOf(
  released: Pick<Released, 'hidden' | 'estimates' | 'self'>,
  place: string,
  group: Group,
  measure: string,
): Figure {
  const key = cellKey(place, group, measure)
  if (released.hidden.has(key)) return 'hidden'
  const estimate = released.estimates.get(key)
  if (!estimate) return null
  if (!estimate.informed) return 'uninformed'
  const self = group === everybody ? (released.self.get(key) ?? null) : null
  return shown(estimate, self)
}

export function isShown(figure: Figure): figure is Shown {
  return figure !== null && typeof figure === 'object'
}

function shown(estimate: Estimate, self: SelfFigure | null): Shown {
  const { measured, people, share, shareLow, shareHigh, rankLow, rankHigh, rankOf } = estimate
  const { distance, distanceSd, distanceLow, distanceHigh, higher } = estimate
  return {
    n: measured,
    people,
    share,
    low: shareLow,
    high: shareHigh,
    distance,
    distanceSd,
    distanceLow,
    distanceHigh,
    rank: rankLow && rankHigh && rankOf ? { low: rankLow, high: rankHigh, of: rankOf } : null,
    higher,
    self,
  }
}

/** The answers of a place to a question; hidden and null as for a figure. */
export function answersOf(released: Released, place: string, question: string): Answers | 'hidden' | null {
  const key = cellKey(place, everybody, question)
  const answers = released.answers.get(key)
  if (!answers || answers.n === 0) return null
  return released.hiddenAnswers.has(key) ? 'hidden' : answers
}
