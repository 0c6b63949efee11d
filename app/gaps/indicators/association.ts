import { normalCdf } from '~/assessment/numeric/normal'
import { correlation } from '~/assessment/numeric/statistics'
import { z90, type Interval } from '../wilson'

/** Below so many communes nothing is said: the interval's approximation begins to hold about there. */
export const fewestPlaces = 10

/**
 * How two figures of the same communes go together by rank: Spearman's coefficient with its 90 % interval over `n` communes.
 * `p` is the two-sided probability of a coefficient so far from zero if nothing went together.
 */
export type Association = Interval & { rho: number; n: number; p: number }

/** Ranks from 1, equal values sharing the mean of theirs. @example ranks([3, 1, 3]) // [2.5, 1, 2.5] */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const found = new Array<number>(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && order[to + 1]!.value === order[from]!.value) to += 1
    for (let i = from; i <= to; i += 1) found[order[i]!.at] = (from + to) / 2 + 1
    from = to + 1
  }
  return found
}

/**
 * Spearman's rank correlation, from −1 to 1: Pearson's of the ranks, ties sharing theirs (Spearman 1904, Am. J. Psychol.
 * 15:72). Null where one of the two does not vary.
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return correlation(ranks(x), ranks(y))
}

/**
 * Standard error of Fisher's z of Spearman's coefficient over n places (Bonett and Wright 2000, Psychometrika 65:23):
 * √((1 + ρ²/2) / (n − 3)), for n > 3.
 */
export function fisherError(rho: number, n: number): number {
  return Math.sqrt((1 + rho ** 2 / 2) / (n - 3))
}

/**
 * Spearman's coefficient with the interval of Bonett and Wright; null for fewer than ten places or where one figure does not
 * vary. The interval holds for communes drawn from many alike: it counts how few they are, not how exact each figure is. Figures
 * with errors of their own go together less in appearance than in truth.
 * @throws RangeError where the lists differ in length
 */
export function association(x: readonly number[], y: readonly number[], z = z90): Association | null {
  if (x.length !== y.length) throw new RangeError('two figures of the same places are needed')
  const n = x.length
  const rho = n < fewestPlaces ? null : spearman(x, y)
  if (rho === null) return null
  const [at, error] = [Math.atanh(rho), fisherError(rho, n)]
  return {
    rho,
    low: Math.tanh(at - z * error),
    high: Math.tanh(at + z * error),
    n,
    p: 2 * normalCdf(-Math.abs(at) / error),
  }
}
