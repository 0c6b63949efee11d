import { seeded, shuffle } from '~/assessment/numeric/random'
import { assign, kMeans, type Rows } from './k-means'

const splits = 12
const restarts = 4
const tolerance = 1e-6

/**
 * How well k groups found in one half of the people are found again in the other: the worst group's share of pairs of its
 * people that the other half's centres keep together, averaged over splits (Tibshirani and Walther 2005, J. Comput. Graph.
 * Stat. 14:511). 1 is perfect; from 0.8 on groups are taken to be there. The splits are the same every time, so
 * that the number of groups is never up to chance.
 */
export function predictionStrength(rows: Rows, k: number): number {
  const random = seeded(`prediction-strength:${k}`)
  let sum = 0
  for (let split = 0; split < splits; split += 1) {
    const order = shuffle(
      random,
      Array.from({ length: rows.n }, (_, i) => i),
    )
    const half = rows.n >> 1
    const [one, other] = [pickRows(rows, order.slice(0, half)), pickRows(rows, order.slice(half))]
    const [fitOne, fitOther] = [
      kMeans(one, k, random, restarts, tolerance),
      kMeans(other, k, random, restarts, tolerance),
    ]
    sum += kept(fitOther.of, assign(other, k, fitOne.centres).of, k)
    sum += kept(fitOne.of, assign(one, k, fitOther.centres).of, k)
  }
  return sum / (2 * splits)
}

/** The least share, over the groups of `own`, of pairs that are also together in `told`. */
function kept(own: Int32Array, told: Int32Array, k: number): number {
  const table = new Float64Array(k * k)
  own.forEach((c, i) => (table[c * k + told[i]!]! += 1))
  let least = 1
  for (let c = 0; c < k; c += 1) {
    const cells = table.subarray(c * k, (c + 1) * k)
    const size = cells.reduce((sum, each) => sum + each, 0)
    if (size < 2) return 0
    const pairs = cells.reduce((sum, each) => sum + each * (each - 1), 0)
    least = Math.min(least, pairs / (size * (size - 1)))
  }
  return least
}

function pickRows({ domains, data }: Rows, chosen: number[]): Rows {
  const made = new Float64Array(chosen.length * domains)
  chosen.forEach((i, at) => made.set(data.subarray(i * domains, (i + 1) * domains), at * domains))
  return { n: chosen.length, domains, data: made }
}
