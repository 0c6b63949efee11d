import { covariance, mean, variance } from '../numeric/statistics'

/** Marks of one attempt, in the order of the items; null = this attempt did not contain the item. */
export type Marks = readonly (number | null)[]

export type ClassicalItem = {
  /** Attempts that contain the item. */
  attempts: number
  /** % of the item's maximum, 0–100. */
  facility: number | null
  /** Standard deviation of the mark. */
  standardDeviation: number | null
  /** %, −100…100; null where mark or rest is constant. */
  discriminationIndex: number | null
  /** %, at most 100; null where mark or rest is constant. */
  discriminativeEfficiency: number | null
  /** % of the test; null where the covariance with the total is negative. */
  effectiveWeight: number | null
}

export type ClassicalTest = {
  attempts: number
  maximum: number
  mean: number | null
  median: number | null
  standardDeviation: number | null
  skewness: number | null
  kurtosis: number | null
  /** Coefficient of internal consistency (Cronbach's alpha), %; may be negative. */
  internalConsistency: number | null
  /** % of the standard deviation that is chance; above 100 where the consistency is negative, null where it exceeds 100. */
  errorRatio: number | null
  /** In marks. */
  standardError: number | null
  items: ClassicalItem[]
}

/**
 * Item analysis with the definitions of Moodle (docs.moodle.org/dev/Quiz_statistics_calculations), S − 1 in variances
 * and covariances; x = mark of the item, T = total of the attempt, R = T − x:
 * - facility 100 · mean(x) / max; discrimination index 100 · corr(x, R); discriminative efficiency 100 · cov(x, R) /
 *   cov(sorted x, sorted R); effective weight 100 · √cov(x, T) / Σ √cov(x, T) over the items that have one;
 * - coefficient of internal consistency 100 · p / (p − 1) · (1 − Σ var(x) / var(T)); error ratio 100 · √(1 − CIC / 100);
 *   standard error = error ratio / 100 · SD;
 * - skewness k3 / k2^1.5 and kurtosis k4 / k2² from Fisher's k-statistics (k4 / k2² is 0 of a normal distribution), from
 *   3 and 4 attempts on.
 * As in Moodle an item is judged over the attempts that contain it, with the totals of these attempts as they are. What
 * has no value (a constant, too few attempts) is null, never NaN.
 * @param attempts marks per attempt
 * @param maxima greatest mark of each item, > 0
 */
export function classicalAnalysis(attempts: readonly Marks[], maxima: readonly number[]): ClassicalTest {
  const totals = attempts.map((marks) => marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0))
  const columns = maxima.map((_, j) => {
    const within = attempts.flatMap((marks, i) => (marks[j] == null ? [] : [i]))
    return { x: within.map((i) => attempts[i]![j]!), t: within.map((i) => totals[i]!) }
  })
  const withTotal = columns.map(({ x, t }) => real(covariance(x, t)))
  const roots = withTotal.map((value) => (value !== null && value >= 0 ? Math.sqrt(value) : null))
  const allRoots = roots.reduce<number>((sum, root) => sum + (root ?? 0), 0)
  const items = columns.map(({ x, t }, j) => ({
    attempts: x.length,
    facility: x.length === 0 ? null : (100 * mean(x)) / maxima[j]!,
    standardDeviation: root(spread(x)),
    ...discrimination(
      x,
      t.map((total, i) => total - x[i]!),
    ),
    effectiveWeight: roots[j] === null || allRoots === 0 ? null : (100 * roots[j]!) / allRoots,
  }))
  const spreads = columns.map(({ x }) => spread(x) ?? 0)
  return {
    attempts: attempts.length,
    maximum: maxima.reduce((sum, max) => sum + max, 0),
    ...ofTotals(totals),
    ...consistency(spreads, spread(totals)),
    items,
  }
}

function discrimination(x: number[], rest: number[]) {
  const largest = x.reduce((most, mark, i) => Math.max(most, Math.abs(mark + rest[i]!)), 0)
  const product = (spread(x) ?? 0) * (spread(rest, largest) ?? 0)
  if (product <= 0) return { discriminationIndex: null, discriminativeEfficiency: null }
  const together = covariance(x, rest)
  const most = covariance(ascending(x), ascending(rest))
  return {
    discriminationIndex: (100 * together) / Math.sqrt(product),
    discriminativeEfficiency: most > 0 ? (100 * together) / most : null,
  }
}

function ofTotals(totals: number[]) {
  if (totals.length === 0)
    return { mean: null, median: null, standardDeviation: null, skewness: null, kurtosis: null }
  const s = totals.length
  const middle = mean(totals)
  const moment = (power: number) => totals.reduce((sum, t) => sum + (t - middle) ** power, 0) / s
  const [m2, m3, m4] = [moment(2), moment(3), moment(4)]
  const k2 = (s * m2) / (s - 1)
  const k3 = (s * s * m3) / ((s - 1) * (s - 2))
  const k4 = (s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3))
  const sorted = ascending(totals)
  const varies = spread(totals)! > 0
  return {
    mean: middle,
    median: (sorted[(s - 1) >> 1]! + sorted[s >> 1]!) / 2,
    standardDeviation: root(spread(totals)),
    skewness: varies && s > 2 ? k3 / k2 ** 1.5 : null,
    kurtosis: varies && s > 3 ? k4 / k2 ** 2 : null,
  }
}

function consistency(spreads: number[], total: number | null) {
  const p = spreads.length
  if (p < 2 || total === null || total <= 0)
    return { internalConsistency: null, errorRatio: null, standardError: null }
  const parts = spreads.reduce((sum, value) => sum + value, 0)
  const internalConsistency = ((100 * p) / (p - 1)) * (1 - parts / total)
  const error = 1 - internalConsistency / 100
  if (error < -1e-9) return { internalConsistency, errorRatio: null, standardError: null }
  const errorRatio = 100 * Math.sqrt(Math.max(0, error))
  return { internalConsistency, errorRatio, standardError: (errorRatio / 100) * Math.sqrt(total) }
}

/**
 * Variance, null below two values; 0 where the values differ by rounding alone, such as sums of the same fractions in
 * another order.
 * @param scale size of the numbers that the values were reckoned from
 */
function spread(values: number[], scale = 0): number | null {
  if (values.length < 2) return null
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), scale)
  const found = variance(values)
  return found <= (1e-12 * size) ** 2 ? 0 : found
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}
const root = (value: number | null) => (value === null ? null : Math.sqrt(value))
const real = (value: number) => (Number.isFinite(value) ? value : null)
