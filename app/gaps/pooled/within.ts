import type { Components } from '~/assessment/irt/prior'
import { cholesky, solveCholesky } from '~/assessment/numeric/matrix'

/** The reference variances count as much as those of this many people. */
const priorPeople = 20
const longestStep = 0.7

/** What one person adds: a = v − W m on the answered competencies, W, and the domain of each. */
export type Residual = { a: Float64Array; w: Float64Array; domains: readonly number[] }

/**
 * One step of Fisher scoring, on logarithms, for the variances within people (general, domain, own): score ½(a′Qa − tr WQ)
 * and information ½ tr(WQ WQ′) for Q = 11′, the block of each domain, I, summed over people (Harville 1977, J. Am. Stat.
 * Assoc. 72:320, §4). Scaled inverse chi-square priors around `reference` hold the
 * variances where few people answered.
 */
export function stepVariances(
  residuals: Iterable<Residual>,
  domainCount: number,
  variances: Components,
  reference: Components,
): Components {
  const score = new Float64Array(3)
  const information = new Float64Array(9)
  const blocks = new Float64Array(domainCount * domainCount)
  const byDomain = new Float64Array(domainCount)
  for (const { a, w, domains } of residuals) {
    const size = a.length
    blocks.fill(0)
    byDomain.fill(0)
    const rows = new Float64Array(size * domainCount)
    let total = 0
    for (let j = 0; j < size; j++) {
      const d = domains[j]!
      total += a[j]!
      byDomain[d] = byDomain[d]! + a[j]!
      score[2] = score[2]! + (a[j]! * a[j]! - w[j * size + j]!) / 2
      for (let k = 0; k < size; k++) {
        const value = w[j * size + k]!
        rows[j * domainCount + domains[k]!] = rows[j * domainCount + domains[k]!]! + value
        information[8] = information[8]! + (value * value) / 2
        score[0] = score[0]! - value / 2
        if (d === domains[k]) score[1] = score[1]! - value / 2
      }
    }
    score[0] = score[0]! + (total * total) / 2
    let all = 0
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let d = 0; d < domainCount; d++) {
        const value = rows[j * domainCount + d]!
        sum += value
        blocks[domains[j]! * domainCount + d] = blocks[domains[j]! * domainCount + d]! + value
        information[5] = information[5]! + (value * value) / 2
      }
      all += sum
      information[2] = information[2]! + (sum * sum) / 2
    }
    information[0] = information[0]! + (all * all) / 2
    for (let d = 0; d < domainCount; d++) {
      let sum = 0
      for (let e = 0; e < domainCount; e++) {
        const value = blocks[d * domainCount + e]!
        sum += value
        information[4] = information[4]! + (value * value) / 2
      }
      information[1] = information[1]! + (sum * sum) / 2
      score[1] = score[1]! + (byDomain[d]! * byDomain[d]!) / 2
    }
  }
  return step(score, information, variances, reference)
}

function step(
  score: Float64Array,
  information: Float64Array,
  variances: Components,
  reference: Components,
): Components {
  const v = [variances.general, variances.domain, variances.own]
  const r = [reference.general, reference.domain, reference.own]
  const gradient = new Float64Array(3)
  const hessian = new Float64Array(9)
  for (let i = 0; i < 3; i++) {
    gradient[i] = v[i]! * score[i]! + (priorPeople / 2) * (r[i]! / v[i]! - 1)
    for (let j = 0; j <= i; j++) {
      hessian[i * 3 + j] = v[i]! * v[j]! * information[j * 3 + i]! + (i === j ? priorPeople / 2 : 0)
      hessian[j * 3 + i] = hessian[i * 3 + j]!
    }
  }
  const change = solveCholesky(cholesky({ rows: 3, columns: 3, data: hessian }), gradient)
  const next = v.map(
    (value, i) => value * Math.exp(Math.max(-longestStep, Math.min(longestStep, change[i]!))),
  )
  const [general, domain, own] = next.map((value) => Math.min(25, Math.max(1e-4, value)))
  return { general: general!, domain: domain!, own: own! }
}
