/** Points on the real line with weights that sum to 1: E f(θ) ≈ Σ weights[i] f(nodes[i]). */
export type Quadrature = { nodes: Float64Array; weights: Float64Array }

/**
 * Equally spaced nodes from `from` to `to` with weights in proportion to the density of N(0, 1): the rectangle rule of
 * Bock and Aitkin 1981, Psychometrika 46:443, which for smooth integrands of fast decay converges faster than any power
 * of the spacing (Trefethen and Weideman 2014, SIAM Review 56:385). At least two points, else RangeError.
 */
export function normalGrid(points: number, from = -6, to = 6): Quadrature {
  if (!(points >= 2 && to > from))
    throw new RangeError('a grid needs two points or more, from below to above')
  const nodes = Float64Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1))
  const weights = nodes.map((x) => Math.exp(-0.5 * x * x))
  const total = weights.reduce((sum, w) => sum + w, 0)
  return { nodes, weights: weights.map((w) => w / total) }
}

/**
 * Gauss–Hermite rule of N(0, 1), ascending nodes: exact for polynomials up to degree 2·points − 1. The nodes are the
 * zeros of the orthonormal Hermite polynomial, found by bisection between the zeros of the one before (they interlace),
 * the weights 1 / Σ h_k(x)² (Szegő 1975, Orthogonal Polynomials, §3.3 and 3.4). At least one point, else RangeError.
 */
export function gaussHermite(points: number): Quadrature {
  if (!(points >= 1)) throw new RangeError('a rule needs a point')
  let nodes = [0]
  for (let n = 2; n <= points; n++) {
    const bound = 2 * Math.sqrt(n) + 1
    const walls = [-bound, ...nodes, bound]
    nodes = walls.slice(1).map((to, i) => zero(n, walls[i]!, to))
  }
  const weights = nodes.map((x) => 1 / squares(points, x))
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) }
}

/** Calls `each` with h_0(x) … h_n(x), the Hermite polynomials that are orthonormal under N(0, 1). */
function hermite(n: number, x: number, each: (value: number, k: number) => void): void {
  let before = 0
  let value = 1
  each(value, 0)
  for (let k = 0; k < n; k++) {
    const next = (x * value - Math.sqrt(k) * before) / Math.sqrt(k + 1)
    before = value
    value = next
    each(value, k + 1)
  }
}

function zero(n: number, from: number, to: number): number {
  const sign = (x: number) => {
    let last = 0
    hermite(n, x, (value) => (last = value))
    return Math.sign(last)
  }
  let low = from
  let high = to
  const below = sign(low)
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    const here = sign(middle)
    if (here === 0) return middle
    if (here === below) low = middle
    else high = middle
  }
}

function squares(n: number, x: number): number {
  let sum = 0
  hermite(n - 1, x, (value) => (sum += value * value))
  return sum
}
