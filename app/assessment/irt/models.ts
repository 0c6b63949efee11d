import { logistic } from '../numeric/normal'
import type { Random } from '../numeric/random'
import type { ItemParameters } from './parameters'

/** How many categories a response to the item can be in, m + 1; a response is one of 0…m. */
export function categories(p: ItemParameters): number {
  return p.model === '2pl' ? 2 : p.b.length + 1
}

/**
 * P(category = j | θ) of j = 0…m, which sum to 1. 2PL with lower asymptote: Birnbaum 1968; graded response: Samejima
 * 1969; generalised partial credit: Muraki 1992, eq. 3. θ is any finite number, in logits. Throws RangeError where the
 * thresholds of a graded item descend.
 */
export function categoryProbabilities(p: ItemParameters, theta: number): number[] {
  if (p.model === '2pl') {
    const wrong = (1 - (p.c ?? 0)) * logistic(-p.a * (theta - p.b))
    return [wrong, 1 - wrong]
  }
  if (p.model === 'gpcm') {
    const sums = stepSums(p.a, p.b, theta)
    const most = Math.max(...sums)
    const weights = sums.map((sum) => Math.exp(sum - most))
    const total = weights.reduce((sum, w) => sum + w, 0)
    return weights.map((w) => w / total)
  }
  return Array.from({ length: p.b.length + 1 }, (_, j) => Math.exp(gradedLog(p.a, p.b, j, theta)))
}

/**
 * log P(category | θ), finite and accurate far out in the tails (it never goes through a probability that has rounded to
 * 0 or 1). Sources as in categoryProbabilities(). Throws RangeError for a category outside 0…m.
 */
export function logProbability(p: ItemParameters, category: number, theta: number): number {
  check(p, category)
  if (p.model === 'grm') return gradedLog(p.a, p.b, category, theta)
  if (p.model === 'gpcm') {
    const sums = stepSums(p.a, p.b, theta)
    const most = Math.max(...sums)
    return sums[category]! - most - Math.log(sums.reduce((sum, s) => sum + Math.exp(s - most), 0))
  }
  const z = p.a * (theta - p.b)
  const c = p.c ?? 0
  if (category === 0) return Math.log1p(-c) - softplus(z)
  return c > 0 ? Math.log(c + (1 - c) * logistic(z)) : -softplus(-z)
}

/** Adds log P(category | nodes[i]) to into[i] for each node: the log-likelihood of many answers, built in one array. */
export function addLogLikelihood(
  p: ItemParameters,
  category: number,
  nodes: Float64Array,
  into: Float64Array,
): void {
  if (p.model !== '2pl') {
    for (let i = 0; i < nodes.length; i++) into[i] = into[i]! + logProbability(p, category, nodes[i]!)
    return
  }
  check(p, category)
  const { a, b, c = 0 } = p
  const right = category === 1
  const shift = right || c === 0 ? 0 : Math.log1p(-c)
  const sign = right ? -a : a
  for (let i = 0; i < nodes.length; i++) {
    const z = sign * (nodes[i]! - b)
    const e = Math.exp(z > 0 ? -z : z)
    into[i]! +=
      right && c > 0
        ? Math.log(c + ((1 - c) * (z > 0 ? e : 1)) / (1 + e))
        : shift - (z > 0 ? z : 0) - Math.log(1 + e)
  }
}

/** E(category | θ), 0…m: the item characteristic function. */
export function expectedScore(p: ItemParameters, theta: number): number {
  return categoryProbabilities(p, theta).reduce((sum, probability, j) => sum + j * probability, 0)
}

/**
 * Fisher information of one response about θ, in 1/logit². 2PL: a²PQ; with lower asymptote a²(Q/P)((P − c)/(1 − c))²
 * (Lord 1980, Applications of Item Response Theory, eq. 5-9); generalised partial credit: a²·Var(category) (Muraki 1993,
 * Appl. Psychol. Meas. 17:351, eq. 13); graded: Σ P′ⱼ²/Pⱼ (Samejima 1969, ch. 6).
 */
export function information(p: ItemParameters, theta: number): number {
  if (p.model === '2pl') {
    const c = p.c ?? 0
    const star = logistic(p.a * (theta - p.b))
    const wrong = logistic(-p.a * (theta - p.b))
    return c > 0
      ? (p.a * p.a * (1 - c) * wrong * star * star) / (c + (1 - c) * star)
      : p.a * p.a * star * wrong
  }
  return categoryProbabilities(p, theta).reduce(
    (sum, probability, j) => sum + probability * slopes(p, j, theta).first ** 2,
    0,
  )
}

/**
 * First and second derivative of log P(category | θ) by θ. Second derivatives are negative everywhere except for a right
 * answer with a lower asymptote. Baker and Kim 2004, Item Response Theory, 2nd ed., ch. 3 (2PL, 3PL), 8 (graded), 9
 * (generalised partial credit).
 */
export function slopes(
  p: ItemParameters,
  category: number,
  theta: number,
): { first: number; second: number } {
  check(p, category)
  const { a } = p
  if (p.model === 'gpcm') {
    const probabilities = categoryProbabilities(p, theta)
    const mean = probabilities.reduce((sum, probability, j) => sum + j * probability, 0)
    const variance = probabilities.reduce((sum, probability, j) => sum + (j - mean) ** 2 * probability, 0)
    return { first: a * (category - mean), second: -a * a * variance }
  }
  if (p.model === 'grm') {
    const from = reach(a, p.b, category, theta)
    const to = reach(a, p.b, category + 1, theta)
    return {
      first: a * (1 - logistic(from) - logistic(to)),
      second: -a * a * (logistic(from) * logistic(-from) + logistic(to) * logistic(-to)),
    }
  }
  const c = p.c ?? 0
  const star = logistic(a * (theta - p.b))
  const wrong = logistic(-a * (theta - p.b))
  if (category === 0) return { first: -a * star, second: -a * a * star * wrong }
  if (c === 0) return { first: a * wrong, second: -a * a * star * wrong }
  const probability = c + (1 - c) * star
  const first = ((1 - c) * a * star * wrong) / probability
  return { first, second: first * a * (wrong - star) - first * first }
}

/** One response, 0…m, drawn at ability θ from the item's category probabilities. */
export function drawResponse(p: ItemParameters, theta: number, random: Random): number {
  const probabilities = categoryProbabilities(p, theta)
  let left = random()
  for (let j = 0; j < probabilities.length - 1; j++) {
    left -= probabilities[j]!
    if (left < 0) return j
  }
  return probabilities.length - 1
}

function check(p: ItemParameters, category: number): void {
  if (!(Number.isInteger(category) && category >= 0 && category < categories(p)))
    throw new RangeError(`category ${category} of an item with ${categories(p)}`)
}

/** log(1 + e^z). */
function softplus(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))
}

/** Σ a(θ − b[v]) of the steps v below j, for j = 0…m: the numerators of the partial credit model, as logarithms. */
function stepSums(a: number, b: readonly number[], theta: number): number[] {
  const sums = [0]
  let sum = 0
  for (const step of b) sums.push((sum += a * (theta - step)))
  return sums
}

/** Logit of P(category ≥ j): ∞ at j = 0 and −∞ at m + 1. */
function reach(a: number, b: readonly number[], j: number, theta: number): number {
  return j === 0 ? Infinity : j > b.length ? -Infinity : a * (theta - b[j - 1]!)
}

/** log(σ(x) − σ(y)) = log σ(x) + log σ(−y) + log(1 − e^(y − x)), x = logit P(≥ j), y = logit P(≥ j + 1). */
function gradedLog(a: number, b: readonly number[], j: number, theta: number): number {
  const x = reach(a, b, j, theta)
  const y = reach(a, b, j + 1, theta)
  if (y > x) throw new RangeError(`the thresholds of a graded item ascend: ${b.join(', ')}`)
  // Two equal thresholds leave a category empty; its logarithm is kept finite.
  const between = Number.isFinite(y - x) ? Math.log(-Math.expm1(Math.min(y - x, -1e-12))) : 0
  return between - (j === 0 ? 0 : softplus(-x)) - (j === b.length ? 0 : softplus(y))
}
