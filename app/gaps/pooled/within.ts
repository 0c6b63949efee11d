import type { Components } from '~/assessment/irt/prior'
import { cholesky, solveCholesky } from '~/assessment/numeric/matrix'
import type { People } from './people'
import type { Weight } from './weight'

/** The reference variances count as much as those of this many people. */
const priorPeople = 20
const longestStep = 0.7

/**
 * One step of Fisher scoring, on logarithms, for the variances within people (general, domain, own): residuals
 * a = v − W m, score ½(a′Q a − tr WQ) and information ½ tr(WQ WQ′) for Q = 11′, the block of each domain, I (Harville
 * 1977, J. Am. Stat. Assoc. 72:320, §4). Scaled inverse chi-square priors with their mode near `reference` hold the
 * variances where few people answered. `mean`: writes the mean of a person over all competencies.
 */
export function scoreVariances(
  people: People,
  measured: Int32Array,
  weights: readonly Weight[],
  domainOf: readonly number[],
  meanOf: (person: number, into: Float64Array) => void,
  variances: Components,
  reference: Components,
): Components {
  const domains = Math.max(-1, ...domainOf) + 1
  const score = [0, 0, 0]
  const information = new Float64Array(9)
  const mean = new Float64Array(domainOf.length)
  const blocks = new Float64Array(domains * domains)
  const byDomain = new Float64Array(domains)
  for (const [at, person] of measured.entries()) {
    meanOf(person, mean)
    const { size, w, v } = weights[at]!
    const from = people.siteStart[person]!
    const domainAt = (j: number) => domainOf[people.siteDimension[from + j]!]!
    blocks.fill(0)
    byDomain.fill(0)
    let total = 0
    const rows = new Float64Array(size * domains)
    for (let j = 0; j < size; j++) {
      let a = v[j]!
      for (let k = 0; k < size; k++) {
        const value = w[j * size + k]!
        a -= value * mean[people.siteDimension[from + k]!]!
        rows[j * domains + domainAt(k)] = rows[j * domains + domainAt(k)]! + value
        information[8] = information[8]! + (value * value) / 2
      }
      total += a
      byDomain[domainAt(j)] = byDomain[domainAt(j)]! + a
      score[2] = score[2]! + (a * a - w[j * size + j]!) / 2
    }
    let all = 0
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let d = 0; d < domains; d++) {
        const value = rows[j * domains + d]!
        sum += value
        blocks[domainAt(j) * domains + d] = blocks[domainAt(j) * domains + d]! + value
        information[5] = information[5]! + (value * value) / 2
      }
      all += sum
      information[2] = information[2]! + (sum * sum) / 2
    }
    score[0] = score[0]! + (total * total - all) / 2
    information[0] = information[0]! + (all * all) / 2
    for (let d = 0; d < domains; d++) {
      let sum = 0
      for (let e = 0; e < domains; e++) {
        const value = blocks[d * domains + e]!
        sum += value
        information[4] = information[4]! + (value * value) / 2
      }
      information[1] = information[1]! + (sum * sum) / 2
      score[1] = score[1]! + (byDomain[d]! * byDomain[d]! - blocks[d * domains + d]!) / 2
    }
  }
  return step(score, information, variances, reference)
}

function step(
  score: number[],
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
