import { wilson, z90, type Interval } from './wilson'

/** `below` of `n` people. */
export type Count = { below: number; n: number }

/**
 * Interval of the difference of two independent shares, `a` minus `b`: the hybrid score method, number 10 of Newcombe 1998
 * (Statistics in Medicine 17:873), which joins the two Wilson intervals.
 * @example difference({ below: 56, n: 70 }, { below: 48, n: 80 }, 1.96) // { low: 0.0524…, high: 0.3339… }
 */
export function difference(a: Count, b: Count, z = z90): Interval {
  const [shareA, shareB] = [a.below / a.n, b.below / b.n]
  const [inA, inB] = [wilson(a.below, a.n, z), wilson(b.below, b.n, z)]
  const gap = shareA - shareB
  return {
    low: gap - Math.hypot(shareA - inA.low, inB.high - shareB),
    high: gap + Math.hypot(inA.high - shareA, shareB - inB.low),
  }
}

/**
 * Two-sided p-value of "the two shares are equal", by turning `difference` around: the level at which its interval just
 * touches zero. So p < 0.1 exactly where the 90 % interval leaves zero, and one method answers for both.
 */
export function differenceP(a: Count, b: Count): number {
  const gap = a.below / a.n - b.below / b.n
  if (gap === 0) return 1
  const holdsZero = (z: number) => {
    const { low, high } = difference(a, b, z)
    return low <= 0 && high >= 0
  }
  let [inside, outside] = [40, 0]
  if (!holdsZero(inside)) return 0
  for (let step = 0; step < 60; step += 1) {
    const middle = (inside + outside) / 2
    if (holdsZero(middle)) inside = middle
    else outside = middle
  }
  return 2 * normalTail(inside)
}

/** P(Z > z) for z ≥ 0: Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
export function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(0.5, series * Math.exp((-z * z) / 2) * 0.3989422804014327)
}
