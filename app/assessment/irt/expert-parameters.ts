import type { Standard } from '~/competency/standard'
import type { Item, ItemKind } from '../item'
import { gridSide, squaresIn } from '../picture-areas'
import { tallness } from '../scoring/score'
import type { ItemParameters } from './parameters'

/** What gives a scored answer: an item, or the steps of a practice task that show one competency. */
export type MeasuredKind = ItemKind | 'practice'

const partialKinds: readonly MeasuredKind[] = [
  'multiple',
  'truefalse',
  'matching',
  'ordering',
  'gaps',
  'practice',
]

/** What a standard says of a kind counts for those that are alike, on which it says nothing itself. */
const alike = {
  single: 'single',
  multiple: 'multiple',
  truefalse: 'multiple',
  matching: 'matching',
  ordering: 'ordering',
  numeric: 'numeric',
  short: 'numeric',
  gaps: 'matching',
  point: 'single',
  essay: 'matching',
} as const satisfies Record<ItemKind, keyof Standard['expert']['discrimination']>

/** Whether an item earns part of its points; it then has three categories. */
export function hasPartialCredit(kind: MeasuredKind): boolean {
  return partialKinds.includes(kind)
}

/**
 * The category of a score 0–1 in the response model: right or wrong, or below half, from half, full.
 * @returns 0 or 1; 0, 1 or 2 for a kind with partial credit
 */
export function categoryOfScore(kind: MeasuredKind, score: number): number {
  if (!hasPartialCredit(kind)) return score >= 1 - 1e-9 ? 1 : 0
  return score >= 1 - 1e-9 ? 2 : score >= 0.5 - 1e-9 ? 1 : 0
}

/**
 * What is expected of an item before anybody has answered it: the difficulty of its level, or its author's own estimate.
 * A single choice has a lower asymptote: whoever knows nothing may tick blindly among the options and “I do not know”,
 * which is offered beside them (c = 1 / (options + 1); Lord 1980, Applications of IRT, ch. 2). On a picture whoever presses
 * blindly hits a right area as often as it is large. What is typed is not guessed.
 */
export function expertParameters(item: Item, { expert }: Pick<Standard, 'expert'>): ItemParameters {
  const difficulty = item.difficulty ?? expert.difficulty[item.level] ?? 0
  const a = expert.discrimination[alike[item.kind]]
  if (hasPartialCredit(item.kind))
    return { model: 'gpcm', a, b: [difficulty - expert.spread, difficulty + expert.spread] }
  if (item.kind === 'single') return { model: '2pl', a, b: difficulty, c: 1 / (item.options.length + 1) }
  if (item.kind === 'point') return { model: '2pl', a, b: difficulty, c: blindHit(item) }
  return { model: '2pl', a, b: difficulty }
}

/** The share of the picture that right areas cover, counted in squares, with “I do not know” as one square more. */
function blindHit(item: Extract<Item, { kind: 'point' }>): number {
  const right = squaresIn(
    item.areas.filter(({ correct }) => correct),
    tallness(item),
  )
  return right.length / (gridSide * gridSide + 1)
}
