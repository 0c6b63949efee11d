import type { RankRange } from './types'
import type { Tally } from './tally'

/**
 * Where each place of one measure stands among all, 1 = the largest share below target, by the 5th and 95th of 100 of its
 * ranks over draws (Goldstein and Spiegelhalter 1996, J. R. Stat. Soc. A 159:385). Equal shares take the middle of the
 * ranks that they fill.
 */
export function rankRanges(tallies: readonly Tally[]): RankRange[] {
  const of = tallies.length
  const draws = tallies[0]?.below.length ?? 0
  const shares = new Float64Array(of)
  const sorted = new Float64Array(of)
  const ranks = tallies.map(() => new Float32Array(draws))
  for (let s = 0; s < draws; s++) {
    for (let c = 0; c < of; c++) shares[c] = tallies[c]!.below[s]! / tallies[c]!.people
    sorted.set(shares)
    sorted.sort()
    for (let c = 0; c < of; c++) {
      const above = of - firstAbove(sorted, shares[c]!)
      const notBelow = of - firstNotBelow(sorted, shares[c]!)
      ranks[c]![s] = (above + 1 + notBelow) / 2
    }
  }
  const cut = Math.floor(0.05 * draws)
  return ranks.map((own) => {
    own.sort()
    return { low: Math.floor(own[cut]!), high: Math.ceil(own[draws - 1 - cut]!), of }
  })
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! >= value) high = middle
    else low = middle + 1
  }
  return low
}
