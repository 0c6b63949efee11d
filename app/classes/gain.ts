import { normalQuantile } from '~/assessment/numeric/normal'
import { mean, variance } from '~/assessment/numeric/statistics'

/** One form as a person answered it: the score 0–1, the ability in logits, the probability of being below the target. */
export type Measured = { score: number; ability: number; below: number | null }
/** What is known of a participant; null for a quiz that was not handed in. */
export type Participation = { before: Measured | null; after: Measured | null }

/** Nothing is said of fewer people than this. */
export const leastPeople = 5

export type ClassGain = {
  /** People who answered both, only the first, only the second. */
  both: number
  onlyBefore: number
  onlyAfter: number
  /** Of those who answered both; null where they are fewer than five. */
  result: GainResult | null
}

export type GainResult = {
  /** Mean difference of the abilities in logits, its standard error, and the 90 % interval. */
  gain: number
  error: number
  low: number
  high: number
  /** Whether the interval leaves zero, and to which side. */
  clear: 'more' | 'less' | null
  /** Mean scores 0–1. */
  scoreBefore: number
  scoreAfter: number
  /** Share below the target 0–1, from the probabilities; null where fewer than five people have a target. */
  belowBefore: number | null
  belowAfter: number | null
}

/**
 * What a class gained: the mean of the differences of each person's abilities after and before. Its standard error is
 * s/√n of the differences, which holds both the measurement error of the two forms and how differently people gained; the
 * 90 % interval is Student's with n − 1 degrees of freedom (paired t: Student 1908, Biometrika 6:1). People who answered
 * one form only are counted and left out, and fewer than five pairs give no figure. A gain without a group of comparison
 * is a change, not an effect: practice and time are in it too.
 */
export function classGain(people: readonly Participation[]): ClassGain {
  const pairs = people.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
  const counts = {
    both: pairs.length,
    onlyBefore: people.filter(({ before, after }) => before && !after).length,
    onlyAfter: people.filter(({ before, after }) => !before && after).length,
  }
  if (pairs.length < leastPeople) return { ...counts, result: null }
  const differences = pairs.map(({ before, after }) => after.ability - before.ability)
  const gain = mean(differences)
  const error = Math.sqrt(variance(differences) / pairs.length)
  const half = studentQuantile(0.95, pairs.length - 1) * error
  const [low, high] = [gain - half, gain + half]
  const aimed = pairs.filter(({ before, after }) => before.below !== null && after.below !== null)
  const below = (which: 'before' | 'after') =>
    aimed.length < leastPeople ? null : mean(aimed.map((pair) => pair[which].below ?? 0))
  return {
    ...counts,
    result: {
      gain,
      error,
      low,
      high,
      clear: low > 0 ? 'more' : high < 0 ? 'less' : null,
      scoreBefore: mean(pairs.map(({ before }) => before.score)),
      scoreAfter: mean(pairs.map(({ after }) => after.score)),
      belowBefore: below('before'),
      belowAfter: below('after'),
    },
  }
}

/**
 * Quantile of Student's t for a probability strictly between 0 and 1 and at least 4 degrees of freedom, by the expansion
 * in powers of 1/ν (Abramowitz and Stegun 1964, 26.7.5): within 0.002 there for probabilities 0.05…0.95.
 */
export function studentQuantile(probability: number, degrees: number): number {
  const z = normalQuantile(probability)
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7]
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
  )
}
