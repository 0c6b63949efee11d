import { chiSquareUpper } from '../numeric/statistics'

/** Scores on one item of the persons of one matching level. */
export type Stratum = { focal: number[]; reference: number[] }

/** A: negligible, B: moderate, C: large. */
export type DifClass = 'A' | 'B' | 'C'

export type DifStatistic = {
  method: 'mantel-haenszel' | 'mantel'
  /** With one degree of freedom; the Mantel–Haenszel one with continuity correction. */
  chiSquare: number
  p: number
  /** Common odds ratio of a right answer, reference against focal; null for more than two scores. */
  oddsRatio: number | null
  /** −2.35 log odds ratio (ETS delta scale), below 0: harder for the focal group; null for more than two scores. */
  delta: number | null
  deltaError: number | null
  /** Standardised mean difference, focal − reference, in scores, with the focal group's weights. */
  meanDifference: number
  class: DifClass
}

/**
 * Mantel–Haenszel test of one right/wrong item: chi-square with continuity correction and common odds ratio (Holland and
 * Thayer 1988; Mantel and Haenszel 1959, J. Natl. Cancer Inst. 22:719), its standard error by Robins, Breslow and
 * Greenland 1986 (Biometrics 42:311). Classes (Dorans and Holland 1993, p. 42): A where delta is not significant at 0.05
 * or |delta| < 1; C where |delta| ≥ 1.5 and significantly above 1 (one-sided 0.05); else B.
 * @returns null where no stratum holds both groups with different answers, or the odds ratio is 0 or ∞
 */
export function mantelHaenszel(strata: readonly Stratum[]): DifStatistic | null {
  let observed = 0
  let expected = 0
  let spread = 0
  const sums = { r: 0, s: 0, pr: 0, psqr: 0, qs: 0 }
  for (const { focal, reference } of both(strata)) {
    const a = sum(reference)
    const b = reference.length - a
    const c = sum(focal)
    const d = focal.length - c
    const n = a + b + c + d
    if (n < 2) continue
    observed += a
    expected += ((a + b) * (a + c)) / n
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n]
    sums.r += r
    sums.s += s
    sums.pr += p * r
    sums.psqr += p * s + q * r
    sums.qs += q * s
  }
  if (spread <= 0 || sums.r <= 0 || sums.s <= 0) return null
  const chiSquare = Math.max(0, Math.abs(observed - expected) - 0.5) ** 2 / spread
  const p = chiSquareUpper(chiSquare, 1)
  const oddsRatio = sums.r / sums.s
  const variance =
    sums.pr / (2 * sums.r ** 2) + sums.psqr / (2 * sums.r * sums.s) + sums.qs / (2 * sums.s ** 2)
  const delta = -2.35 * Math.log(oddsRatio)
  const deltaError = 2.35 * Math.sqrt(variance)
  const size = Math.abs(delta)
  const large = size >= 1.5 && size - 1.645 * deltaError > 1
  return {
    method: 'mantel-haenszel',
    chiSquare,
    p,
    oddsRatio,
    delta,
    deltaError,
    meanDifference: standardisedDifference(strata),
    class: p >= 0.05 || size < 1 ? 'A' : large ? 'C' : 'B',
  }
}

/**
 * Mantel's test of one item with ordered scores (Mantel 1963, J. Am. Stat. Assoc. 58:690). Classes after Zwick, Thayer
 * and Mazzeo 1997 (Appl. Meas. Educ. 10:321), by the mean difference in standard deviations of the item: A where not
 * significant at 0.05 or at most 0.17, C above 0.25, else B.
 * @returns null where no stratum holds both groups with different scores
 */
export function mantelOrdinal(strata: readonly Stratum[]): DifStatistic | null {
  let difference = 0
  let spread = 0
  for (const { focal, reference } of both(strata)) {
    const all = [...focal, ...reference]
    const n = all.length
    const total = sum(all)
    const squares = all.reduce((s, x) => s + x * x, 0)
    difference += sum(focal) - (focal.length * total) / n
    spread += (focal.length * reference.length * (n * squares - total * total)) / (n * n * (n - 1))
  }
  if (spread <= 0) return null
  const chiSquare = difference ** 2 / spread
  const p = chiSquareUpper(chiSquare, 1)
  const meanDifference = standardisedDifference(strata)
  const scores = strata.flatMap(({ focal, reference }) => [...focal, ...reference])
  const centre = sum(scores) / scores.length
  const sd = Math.sqrt(scores.reduce((s, x) => s + (x - centre) ** 2, 0) / (scores.length - 1))
  const size = Math.abs(meanDifference) / sd
  return {
    method: 'mantel',
    chiSquare,
    p,
    oddsRatio: null,
    delta: null,
    deltaError: null,
    meanDifference,
    class: p >= 0.05 || size <= 0.17 ? 'A' : size > 0.25 ? 'C' : 'B',
  }
}

/** Σ n(focal) (mean focal − mean reference) / Σ n(focal): Dorans and Kulick 1986, J. Educ. Meas. 23:355. */
function standardisedDifference(strata: readonly Stratum[]): number {
  let difference = 0
  let weight = 0
  for (const { focal, reference } of both(strata)) {
    difference += sum(focal) - (focal.length * sum(reference)) / reference.length
    weight += focal.length
  }
  return weight === 0 ? 0 : difference / weight
}

function both(strata: readonly Stratum[]): Stratum[] {
  return strata.filter(({ focal, reference }) => focal.length > 0 && reference.length > 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, x) => total + x, 0)
}
