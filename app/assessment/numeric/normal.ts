const rootTwoPi = Math.sqrt(2 * Math.PI)

/** Density of N(0, 1). */
export function normalPdf(x: number): number {
  return Math.exp(-0.5 * x * x) / rootTwoPi
}

/**
 * P(Z ≤ x) of Z ~ N(0, 1), absolute error below 1e-14: Hart 1968 (Computer Approximations, algorithm 5666) as given by
 * West 2005, Wilmott Magazine, May, 70–76 ("Better approximations to cumulative normal functions").
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x)
  if (z > 38) return x > 0 ? 1 : 0
  const e = Math.exp(-0.5 * z * z)
  let upper: number
  if (z < 7.07106781186547) {
    let top = 3.52624965998911e-2 * z + 0.700383064443688
    for (const c of [6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376])
      top = top * z + c
    let bottom = 8.83883476483184e-2 * z + 1.75566716318264
    for (const c of [
      16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
      440.413735824752,
    ])
      bottom = bottom * z + c
    upper = (e * top) / bottom
  } else {
    upper = e / (rootTwoPi * (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))))
  }
  return x > 0 ? 1 - upper : upper
}

const central = {
  top: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  bottom: [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ],
}
const outer = {
  top: [
    -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  bottom: [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
}
const polynomial = (coefficients: number[], x: number) => coefficients.reduce((sum, c) => sum * x + c, 0)

/**
 * x with P(Z ≤ x) = p; −∞ and ∞ at p = 0 and 1, NaN outside. Acklam 2003 ("An algorithm for computing the inverse normal
 * cumulative distribution function", relative error 1.15e-9), then one step of Halley's method.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -normalQuantile(1 - p)
  let x: number
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    x = polynomial(outer.top, q) / polynomial(outer.bottom, q)
  } else {
    const q = p - 0.5
    x = (q * polynomial(central.top, q * q)) / polynomial(central.bottom, q * q)
  }
  const u = (normalCdf(x) - p) * rootTwoPi * Math.exp(0.5 * x * x)
  return Number.isFinite(u) ? x - u / (1 + (x * u) / 2) : x
}

/** 1 / (1 + e^−x), without overflow at either end. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x))
  const e = Math.exp(x)
  return e / (1 + e)
}

/** log(p / (1 − p)), the inverse of logistic(). */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p)
}

/** log Σ exp(x[i]) around the largest term; −∞ of an empty list. */
export function logSumExp(values: ArrayLike<number>): number {
  let most = -Infinity
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!)
  if (!Number.isFinite(most)) return most
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - most)
  return most + Math.log(sum)
}
