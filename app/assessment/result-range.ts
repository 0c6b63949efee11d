import { levelOfAbility, thresholdsOf } from '~/competency/standard'
import { normalQuantile } from './numeric/normal'
import type { CompetencyResult, Scale } from './results'

const z90 = normalQuantile(0.95)

/**
 * A result with its 90 % range: levels from `levelLow` to `levelHigh`, and places on the line of levels, of which 0 to 1
 * lies below the first level, 1 to 2 is the first, and so on.
 */
export type RangedResult = CompetencyResult & {
  levelLow: number
  levelHigh: number
  place: number
  placeLow: number
  placeHigh: number
}

export function withRange(
  scale: Pick<Scale, 'framework' | 'standard'>,
  result: CompetencyResult,
): RangedResult {
  const thresholds = thresholdsOf(scale.standard, scale.framework, result.competency)
  const low = result.ability - z90 * result.sd
  const high = result.ability + z90 * result.sd
  return {
    ...result,
    levelLow: levelOfAbility(thresholds, low),
    levelHigh: levelOfAbility(thresholds, high),
    place: placeOf(thresholds, result.ability),
    placeLow: placeOf(thresholds, low),
    placeHigh: placeOf(thresholds, high),
  }
}

/** An ability on the line of levels: within a level in proportion, before the first and after the last like their neighbour. */
export function placeOf(thresholds: readonly { from: number }[], ability: number): number {
  const from = thresholds.map((each) => each.from)
  const below = from.filter((each) => each <= ability).length
  const width =
    below === 0 || below === from.length
      ? ((from.at(-1) ?? 0) - (from[0] ?? 0)) / Math.max(1, from.length - 1) || 1
      : from[below]! - from[below - 1]!
  const inside = below === 0 ? 1 + (ability - (from[0] ?? 0)) / width : (ability - from[below - 1]!) / width
  return below + Math.min(1, Math.max(0, inside))
}
