import { logistic } from '../numeric/normal'
import type { ItemParameters } from '../irt/parameters'

/**
 * One item in the form the estimation works on: slope α and intercepts d, logit α θ + d (d = −a b). `slope` may be
 * negative while it is estimated. For grm the intercepts descend strictly.
 */
export type Block = { family: ItemParameters['model']; slope: number; intercepts: number[]; c: number }

/** Number of answer categories of the block, m + 1. */
export function blockCategories(block: Block): number {
  return block.intercepts.length + 1
}

/** Slope and difficulties of a block; a slope of 0 gives difficulties of ±∞ or NaN. */
export function parametersOf({ family, slope, intercepts, c }: Block): ItemParameters {
  const b = intercepts.map((d) => -d / slope)
  if (family !== '2pl') return { model: family, a: slope, b }
  return c > 0 ? { model: '2pl', a: slope, b: b[0]!, c } : { model: '2pl', a: slope, b: b[0]! }
}

/** The reverse of parametersOf. */
export function blockOf(p: ItemParameters): Block {
  const b = p.model === '2pl' ? [p.b] : p.b
  return {
    family: p.model,
    slope: p.a,
    intercepts: b.map((value) => -p.a * value),
    c: p.model === '2pl' ? (p.c ?? 0) : 0,
  }
}

/** log P(category) at each node: category k at node q stands at k · nodes.length + q. Finite for finite nodes. */
export function logTable(block: Block, nodes: Float64Array): Float64Array {
  const size = nodes.length
  const table = new Float64Array(blockCategories(block) * size)
  const one = new Float64Array(blockCategories(block))
  for (let q = 0; q < size; q++) {
    logProbabilities(block, nodes[q]!, one)
    for (let k = 0; k < one.length; k++) table[k * size + q] = one[k]!
  }
  return table
}

/** log(1 + e^x) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

function logProbabilities({ family, slope, intercepts, c }: Block, theta: number, out: Float64Array): void {
  const m = intercepts.length
  if (family === '2pl') {
    const z = slope * theta + intercepts[0]!
    out[0] = Math.log1p(-c) - softplus(z)
    out[1] = c > 0 ? Math.log(c + (1 - c) * logistic(z)) : -softplus(-z)
  } else if (family === 'gpcm') {
    let most = 0
    out[0] = 0
    for (let k = 1; k <= m; k++) {
      out[k] = out[k - 1]! + slope * theta + intercepts[k - 1]!
      most = Math.max(most, out[k]!)
    }
    let sum = 0
    for (let k = 0; k <= m; k++) sum += Math.exp(out[k]! - most)
    const total = most + Math.log(sum)
    for (let k = 0; k <= m; k++) out[k] = out[k]! - total
  } else {
    for (let k = 0; k <= m; k++) {
      const x = k === 0 ? Infinity : slope * theta + intercepts[k - 1]!
      const y = k === m ? -Infinity : slope * theta + intercepts[k]!
      // F(x) − F(y) = F(x) (1 − F(y)) (1 − e^(y − x)): no cancellation in the tails.
      out[k] =
        (k === 0 ? 0 : -softplus(-x)) -
        (k === m ? 0 : softplus(y)) +
        (k === 0 || k === m ? 0 : Math.log1p(-Math.exp(y - x)))
    }
  }
}

/** Derivatives of a sum of counts × log P with respect to (α, d…), and their expected information. */
export type Derivatives = { gradient: Float64Array; information: Float64Array }

/**
 * Gradient and Fisher information of Σ counts[k, q] log P(k | nodes[q]) with respect to (α, d[0], …), the expected
 * complete-data scores of Bock and Aitkin 1981, Psychometrika 46:443, eq. 15 and 16. Scores of the graded model: Samejima
 * 1969; of the generalised partial credit model: Muraki 1992, Appl. Psychol. Meas. 16:159, eq. 15 and 16.
 * @param counts expected answers by category and node, laid out like logTable
 */
export function derivatives(block: Block, nodes: Float64Array, counts: Float64Array): Derivatives {
  const size = nodes.length
  const categories = blockCategories(block)
  const p = categories
  const gradient = new Float64Array(p)
  const information = new Float64Array(p * p)
  const logs = new Float64Array(categories)
  const scores = new Float64Array(categories * p)
  for (let q = 0; q < size; q++) {
    let total = 0
    for (let k = 0; k < categories; k++) total += counts[k * size + q]!
    if (total < 1e-300) continue
    logProbabilities(block, nodes[q]!, logs)
    fillScores(block, nodes[q]!, logs, scores)
    for (let k = 0; k < categories; k++) {
      const count = counts[k * size + q]!
      const weight = total * Math.exp(logs[k]!)
      for (let i = 0; i < p; i++) {
        const s = scores[k * p + i]!
        if (s === 0) continue
        gradient[i] = gradient[i]! + count * s
        for (let j = 0; j <= i; j++)
          information[i * p + j] = information[i * p + j]! + weight * s * scores[k * p + j]!
      }
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) information[j * p + i] = information[i * p + j]!
  return { gradient, information }
}

/** ∂ log P(category) / ∂(α, d…) at every node: node q, parameter i at q · (m + 1) + i. */
export function scoreTable(block: Block, nodes: Float64Array, category: number): Float64Array {
  const p = blockCategories(block)
  const logs = new Float64Array(p)
  const all = new Float64Array(p * p)
  const table = new Float64Array(nodes.length * p)
  nodes.forEach((theta, q) => {
    logProbabilities(block, theta, logs)
    fillScores(block, theta, logs, all)
    table.set(all.subarray(category * p, category * p + p), q * p)
  })
  return table
}

/** ∂ log P(k) / ∂(α, d…) at one θ, row k. */
function fillScores(block: Block, theta: number, logs: Float64Array, out: Float64Array): void {
  const { family, slope, intercepts, c } = block
  const m = intercepts.length
  const p = m + 1
  out.fill(0)
  if (family === '2pl') {
    const f = logistic(slope * theta + intercepts[0]!)
    const right = ((1 - c) * f * (1 - f)) / Math.exp(logs[1]!)
    const one = c > 0 ? right : 1 - f
    out.set([-f * theta, -f, one * theta, one])
  } else if (family === 'gpcm') {
    let expected = 0
    const above = new Float64Array(p + 1)
    for (let k = m; k >= 1; k--) {
      above[k] = above[k + 1]! + Math.exp(logs[k]!)
      expected += above[k]!
    }
    for (let k = 0; k <= m; k++) {
      out[k * p] = theta * (k - expected)
      for (let j = 1; j <= m; j++) out[k * p + j] = (j <= k ? 1 : 0) - above[j]!
    }
  } else {
    for (let k = 0; k <= m; k++) {
      const x = k === 0 ? Infinity : slope * theta + intercepts[k - 1]!
      const y = k === m ? -Infinity : slope * theta + intercepts[k]!
      const fx = k === 0 ? 1 : logistic(x)
      const fy = k === m ? 0 : logistic(y)
      const apart = k === 0 || k === m ? 1 : -Math.expm1(y - x)
      out[k * p] = theta * (1 - fx - fy)
      if (k > 0) out[k * p + k] = k === m ? 1 - fx : logistic(-x) / (logistic(-y) * apart)
      if (k < m) out[k * p + k + 1] = -(k === 0 ? fy : fy / (fx * apart))
    }
  }
}
