/** Arithmetic mean; NaN of an empty list. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

/** Sample variance with the divisor S − 1; NaN below two values. */
export function variance(values: ArrayLike<number>): number {
  return covariance(values, values)
}

/** Sample covariance of two lists of one length with the divisor S − 1; NaN below two values. */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) throw new RangeError(`${x.length} values beside ${y.length}`)
  if (x.length < 2) return NaN
  const middleX = mean(x)
  const middleY = mean(y)
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i]! - middleX) * (y[i]! - middleY)
  return sum / (x.length - 1)
}

/** Pearson's correlation, −1…1; null where either list is constant or has fewer than two values. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const product = variance(x) * variance(y)
  if (!(product > 0)) return null
  return Math.max(-1, Math.min(1, covariance(x, y) / Math.sqrt(product)))
}

/**
 * Quantile p (0…1) by linear interpolation between order statistics at (S − 1)p: type 7 of Hyndman and Fan 1996, Am.
 * Stat. 50:361, the default of R. NaN of an empty list.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return NaN
  const position = (sorted.length - 1) * Math.max(0, Math.min(1, p))
  const i = Math.min(Math.floor(position), sorted.length - 1)
  const from = sorted[i]!
  const to = sorted[Math.min(i + 1, sorted.length - 1)]!
  return from === to ? from : from + (position - i) * (to - from)
}

/** The middle value, or the mean of the two middle values; NaN of an empty list. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5)
}

/**
 * log Γ(x), x > 0, relative error about 1e-15: Lanczos 1964, SIAM J. Numer. Anal. B 1:86, with the nine coefficients for
 * g = 7 of Godfrey 2001.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const t = z + 7.5
  const sum = lanczos.reduce((total, c, i) => total + (i === 0 ? c : c / (z + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/**
 * P(χ² > x) with df > 0 degrees of freedom, the p-value of a chi-square test; 1 at x ≤ 0. Regularised incomplete gamma
 * function by its series below a + 1 and by its continued fraction (modified Lentz) above: Abramowitz and Stegun 1964,
 * 6.5.29 and 6.5.31.
 */
export function chiSquareUpper(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom are positive, not ${df}`)
  if (Number.isNaN(x)) return NaN
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const a = df / 2
  const z = x / 2
  const factor = Math.exp(a * Math.log(z) - z - logGamma(a))
  if (z < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= z / (a + n)
      sum += term
    }
    return Math.max(0, 1 - factor * sum)
  }
  let b = z + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / nonzero(an * d + b)
    c = nonzero(b + an / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return Math.min(1, factor * fraction)
}
const nonzero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
