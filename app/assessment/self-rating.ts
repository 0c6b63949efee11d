import { normalCdf, normalQuantile } from './numeric/normal'
import { mean, variance } from './numeric/statistics'

/** A self-assessed level of one competency beside the ability measured in it. */
export type SelfPair = {
  self: number
  ability: { mean: number; sd: number }
  /** Where each measurable level begins, lowest first, in logits. */
  thresholds: readonly { level: number; from: number }[]
}

export type SelfWords = 'over' | 'under' | 'alike' | 'unclear'

/** Self-assessed less measured, in levels, with its 90 % interval. `p` is of the claim over or under, for a report's rate of false claims. */
export type SelfDifference = {
  n: number
  self: number
  measured: number
  difference: number
  sd: number
  low: number
  high: number
  p: number
  words: SelfWords
}

/** A quarter of a level either way is called alike. */
const noticeable = 0.25
const z90 = normalQuantile(0.95)

/**
 * Mean and standard deviation of the level of a person whose ability is N(mean, sd²): level j is reached with probability
 * 1 − Φ((τ_j − mean) / sd). 0 is below the first threshold; with sd 0 the level is certain.
 */
export function expectedLevel({ ability, thresholds }: Omit<SelfPair, 'self'>): { mean: number; sd: number } {
  let below = 0
  let first = 0
  let square = 0
  let last = 1
  for (const { level, from } of thresholds) {
    const reached = Math.min(last, reach(ability, from))
    first += reached * (level - below)
    square += reached * (level * level - below * below)
    below = level
    last = reached
  }
  return { mean: first, sd: Math.sqrt(Math.max(0, square - first * first)) }
}

function reach({ mean: at, sd }: { mean: number; sd: number }, from: number): number {
  if (!(sd > 0)) return at >= from ? 1 : 0
  return 1 - normalCdf((from - at) / sd)
}

/**
 * How far one person over- or underrates himself over the competencies that were both self-assessed and measured; null
 * without any. A self-assessed level above what a quiz can show counts as the highest that it can. Errors of one person's
 * competencies are taken as fully dependent, which is on the safe side.
 */
export function selfAgainstMeasured(pairs: readonly SelfPair[]): SelfDifference | null {
  const usable = pairs.filter(({ thresholds }) => thresholds.length > 0)
  if (usable.length === 0) return null
  const levels = usable.map(expectedLevel)
  const self = mean(usable.map((pair) => Math.min(pair.self, pair.thresholds.at(-1)!.level)))
  return inWords(usable.length, self, mean(levels.map((each) => each.mean)), mean(levels.map(({ sd }) => sd)))
}

/**
 * The same for a group: the mean over its people of self less measured, for all `asked` (null: for people like them). Its
 * variance is that of measurement, Σ sd² / n², which full response leaves, and that of who answered, (1 − n/N) S² / n
 * (Cochran 1977, Sampling Techniques, sec. 2.6). Null for fewer than two people.
 */
export function groupSelf(
  people: readonly Pick<SelfDifference, 'self' | 'measured' | 'sd'>[],
  asked: number | null,
): SelfDifference | null {
  const n = people.length
  if (n < 2) return null
  const spread = variance(people.map(({ self, measured }) => self - measured))
  const missing = asked === null ? 1 : Math.max(0, 1 - n / asked)
  const ofMeasuring = people.reduce((sum, { sd }) => sum + sd * sd, 0) / (n * n)
  const sd = Math.sqrt(ofMeasuring + (missing * spread) / n)
  return inWords(n, mean(people.map(({ self }) => self)), mean(people.map((each) => each.measured)), sd)
}

function inWords(n: number, self: number, measured: number, sd: number): SelfDifference {
  const difference = self - measured
  const [low, high] = [difference - z90 * sd, difference + z90 * sd]
  const beyond = Math.abs(difference) - noticeable
  const p = beyond <= 0 ? 1 : sd > 0 ? 2 * normalCdf(-beyond / sd) : 0
  return { n, self, measured, difference, sd, low, high, p, words: wordsFor(low, high) }
}

/** `over` and `under` only where the whole interval lies beyond a quarter of a level, `alike` where it lies within. */
function wordsFor(low: number, high: number): SelfWords {
  if (low > noticeable) return 'over'
  if (high < -noticeable) return 'under'
  return low >= -noticeable && high <= noticeable ? 'alike' : 'unclear'
}
