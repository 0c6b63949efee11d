import type { Random } from '../numeric/random.ts'
import type { AdaptiveSettings, AdaptiveState, BankItem } from './types.ts'

/** So many people may meet an item however few have begun: at the very start a share says nothing. */
const atTheStart = 5
/** So many of the best items the draw is among. */
export const bestOf = 5
/** An item is drawn only if its gain is at least this share of the best one's. */
const worthDrawing = 0.8

/**
 * Whether one more person may meet the item: shown + 1 ≤ exposure · people, a hard cap, so that at any later time the
 * item's rate is at most `exposure`, apart from the first five people. The item-eligibility method with the observed
 * rate in place of a lottery (van der Linden and Veldkamp 2004, J. Educ. Behav. Stat. 29:273).
 */
export function eligible(item: BankItem, state: AdaptiveState, settings: AdaptiveSettings): boolean {
  const shown = state.shown.get(item.id) ?? 0
  return shown + 1 <= Math.max(atTheStart, settings.exposure * state.people)
}

/** The half of the items that the fewest people have met: what is drawn from once the cap leaves nothing. */
export function leastShown<T extends { item: BankItem }>(list: readonly T[], state: AdaptiveState): T[] {
  const shown = ({ item }: T) => state.shown.get(item.id) ?? 0
  return [...list].sort((a, b) => shown(a) - shown(b)).slice(0, Math.ceil(list.length / 2))
}

/**
 * One of the best items by chance, evenly among the first five whose value is at least four fifths of the best one's
 * (“randomesque”: Kingsbury and Zara 1989, Appl. Meas. Educ. 2:359). `ranked` is not empty, best first.
 */
export function drawAmong<T>(ranked: readonly T[], value: (each: T) => number, random: Random): T {
  const least = worthDrawing * value(ranked[0]!)
  const good = ranked.slice(0, bestOf).filter((each, i) => i === 0 || value(each) >= least)
  return good[Math.floor(random() * good.length)]!
}
