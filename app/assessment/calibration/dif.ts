import { mantelHaenszel, mantelOrdinal, type DifClass, type DifStatistic, type Stratum } from './mantel'

/** Below this many answers in the smaller group an item is not judged. */
export const fewestForDif = 50

export type DifResult = {
  item: number
  focal: string
  counts: { focal: number; reference: number }
  /** null where no stratum holds both groups and both answers. */
  statistic: DifStatistic | null
  /** Before the items that differ were taken out of the matching score; equal to `statistic` where nothing was. */
  before: DifStatistic | null
  /** p of `statistic` after Benjamini and Hochberg 1995 over all items and groups of this analysis. */
  adjusted: number | null
  /** null: not judged, for one of the two reasons above. */
  class: DifClass | null
  tooFew: boolean
}

export type DifInput = {
  /** Scores per person, null = missing. */
  rows: readonly (readonly (number | null)[])[]
  /** Group of each person; null takes no part. */
  groups: readonly (string | null)[]
  /** Abilities of the persons on what the item measures, of `matchingAbilities`; used where answers are missing. */
  abilities: (item: number) => readonly number[]
}

/**
 * Differential functioning of each item for each group: with two groups the second in alphabetical order against the
 * first, with more each against all others. Right/wrong items: Mantel–Haenszel with the classes of ETS (Dorans and
 * Holland 1993, in Holland and Wainer, Differential Item Functioning, ch. 3); others: Mantel 1963 and the standardised
 * mean difference (Zwick, Donoghue and Grima 1993, J. Educ. Meas. 30:233). Matched by the sum of the scores, the studied
 * item with them; items of class B or C leave the sum in a second, last pass (Holland and Thayer 1988). Where answers
 * are missing, the strata are ten equal groups by ability, in one pass.
 */
export function differentialFunctioning(input: DifInput, items: number): DifResult[] {
  const { rows, groups } = input
  const names = [...new Set(groups.filter((name) => name !== null))].sort()
  const focals = names.length === 2 ? names.slice(1) : names.length > 2 ? names : []
  const empty = Array.from({ length: items }, (_, j) => rows.every((row) => row[j] === null))
  const complete = rows.every((row) => {
    return row.every((value) => value === null) || row.every((value, j) => value !== null || empty[j])
  })
  const ranks = complete ? null : Array.from({ length: items }, (_, j) => strataOf(input, j))
  const results = focals.flatMap((focal) => {
    const pass = (left: ReadonlySet<number>) =>
      Array.from({ length: items }, (_, j) => {
        const strata =
          ranks?.[j] ??
          rows.map((row) =>
            row.reduce<number>((sum, x, i) => (left.has(i) && i !== j ? sum : sum + (x ?? 0)), 0),
          )
        return compare(rows, groups, j, focal, strata)
      })
    const first = pass(new Set())
    const differing = new Set(first.flatMap(({ class: c }, j) => (c === 'B' || c === 'C' ? [j] : [])))
    const keep = complete && differing.size > 0 && differing.size < items - 1
    const last = keep ? pass(differing) : first
    return last.map((result, j) => ({ ...result, before: first[j]!.statistic }))
  })
  const adjusted = falseDiscovery(results.map(({ statistic }) => statistic?.p ?? null))
  return results.map((result, i) => ({ ...result, adjusted: adjusted[i]! }))
}

function compare(
  rows: DifInput['rows'],
  groups: DifInput['groups'],
  item: number,
  focal: string,
  strata: readonly number[],
): Omit<DifResult, 'before' | 'adjusted'> {
  const cells = new Map<number, Stratum>()
  const counts = { focal: 0, reference: 0 }
  let most = 0
  rows.forEach((row, i) => {
    const score = row[item]
    if (score == null || groups[i] == null) return
    const side = groups[i] === focal ? 'focal' : 'reference'
    const cell = cells.get(strata[i]!) ?? { focal: [], reference: [] }
    cell[side].push(score)
    cells.set(strata[i]!, cell)
    counts[side]++
    most = Math.max(most, score)
  })
  const all = [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell)
  const statistic = most > 1 ? mantelOrdinal(all) : mantelHaenszel(all)
  const tooFew = Math.min(counts.focal, counts.reference) < fewestForDif
  return { item, focal, counts, statistic, class: tooFew || !statistic ? null : statistic.class, tooFew }
}

/** Ten groups of about equal size by ability among those who answered the item; equal abilities stay together. */
function strataOf({ rows, abilities }: DifInput, item: number): number[] {
  const placed = abilities(item)
  const sorted = placed.filter((_, i) => rows[i]![item] != null).sort((x, y) => x - y)
  const cuts = Array.from({ length: 9 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / 10)] ?? 0)
  return placed.map((ability) => cuts.filter((cut) => ability >= cut).length)
}

/**
 * p-values adjusted for a false discovery rate: reject where the result is at most the rate (Benjamini and Hochberg
 * 1995, J. R. Stat. Soc. B 57:289). null stays null and does not count.
 */
export function falseDiscovery(values: readonly (number | null)[]): (number | null)[] {
  const order = values.flatMap((p, i) => (p === null ? [] : [{ p, i }])).sort((a, b) => b.p - a.p)
  const result: (number | null)[] = values.map(() => null)
  let least = 1
  order.forEach(({ p, i }, rank) => {
    least = Math.min(least, (p * order.length) / (order.length - rank))
    result[i] = least
  })
  return result
}
