import { seeded, shuffle } from '../numeric/random.ts'
import type { AdaptiveSettings } from './types.ts'

/** No pilot stands among the first items, however few of them are easy. */
const neverFirst = 3

/**
 * The places (1…most) of a sitting's unscored items, drawn from its seed: after the easy start and within the first two
 * thirds of the longest quiz, so that a quiz that stops early has had most of them. Fewer where there is no room.
 */
export function pilotPlaces(seed: string, settings: AdaptiveSettings): ReadonlySet<number> {
  const first = Math.max(neverFirst, settings.easyFirst) + 1
  const last = Math.ceil((settings.most * 2) / 3)
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  return new Set(shuffle(seeded(`${seed}:pilots`), places).slice(0, settings.pilots))
}
