/** A function to be made as large as possible, with its gradient; value −∞ where it is not defined. */
export type Objective = (x: Float64Array) => { value: number; gradient: Float64Array }
export type Optimum = { x: Float64Array; value: number; iterations: number; converged: boolean }

const memory = 12

/**
 * Maximum of a smooth function by the limited-memory BFGS method (Nocedal and Wright 2006, Numerical Optimization, 2nd
 * ed., algorithm 7.4 and 7.5) with backtracking, from `start`, scaled by `curvature`: minus the second derivative in
 * each coordinate, about. It has converged when no scaled coordinate of the gradient, |g[i]| / √curvature[i], exceeds
 * `tolerance`: the step left in standard errors.
 */
export function maximise(
  objective: Objective,
  start: Float64Array,
  curvature: Float64Array,
  { iterations = 500, tolerance = 1e-5 } = {},
): Optimum {
  const scale = curvature.map((h) => 1 / Math.max(h, 1e-6))
  let x = Float64Array.from(start)
  let here = objective(x)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  const flat = () => here.gradient.every((g, i) => Math.abs(g) * Math.sqrt(scale[i]!) < tolerance)
  let done = 0
  while (done < iterations && !flat()) {
    let direction = ascent(here.gradient, scale, steps)
    let slope = dot(direction, here.gradient)
    if (!(slope > 0)) {
      steps.length = 0
      direction = here.gradient.map((g, i) => g * scale[i]!)
      slope = dot(direction, here.gradient)
    }
    const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0)
    let length = Math.min(1, 3 / longest)
    let next = x
    let there = here
    let found = false
    for (let tries = 0; tries < 40 && !found; tries++, length /= 2) {
      next = x.map((value, i) => value + length * direction[i]!)
      there = objective(next)
      found = there.value >= here.value + 1e-4 * length * slope - 1e-10 * Math.abs(here.value)
    }
    done++
    if (!found) {
      if (steps.length === 0) break
      steps.length = 0
      continue
    }
    const s = next.map((value, i) => value - x[i]!)
    const y = here.gradient.map((g, i) => g - there.gradient[i]!)
    const sy = dot(s, y)
    if (sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
      steps.push({ s, y, rho: 1 / sy })
      if (steps.length > memory) steps.shift()
    }
    x = Float64Array.from(next)
    here = there
  }
  return { x, value: here.value, iterations: done, converged: flat() }
}

function ascent(
  gradient: Float64Array,
  scale: Float64Array,
  steps: { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = Float64Array.from(gradient)
  const alphas: number[] = []
  for (let i = steps.length - 1; i >= 0; i--) {
    const { s, y, rho } = steps[i]!
    const alpha = rho * dot(s, q)
    alphas[i] = alpha
    for (let k = 0; k < q.length; k++) q[k] = q[k]! - alpha * y[k]!
  }
  for (let k = 0; k < q.length; k++) q[k] = q[k]! * scale[k]!
  steps.forEach(({ s, y, rho }, i) => {
    const beta = rho * dot(y, q)
    for (let k = 0; k < q.length; k++) q[k] = q[k]! + s[k]! * (alphas[i]! - beta)
  })
  return q
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
