import { compareVi, fold } from '~/formats/fold'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Card } from '../card'
import type { Change } from '../change'
import { groupTotals, totalOf, type CriterionScore, type Total } from '../score'
import type { RankRange } from '../standing'

/** A commune in the table of a province. */
export type ProvinceRow = {
  code: string
  name: string
  /** The name without its kind, by which rows are sorted. */ bare: string
  total: Total
  groups: { code: string; total: Total }[]
  rank: RankRange | null
  change: Change | null
}

const provinceSorts = ['name', 'points', 'known', 'rank', 'change'] as const
export type ProvinceSort = (typeof provinceSorts)[number] | `group.${string}`

/** What an address sorts by; by name where it says nothing that is known. */
export function provinceSort(text: string | null): ProvinceSort {
  if (text?.startsWith('group.')) return `group.${text.slice('group.'.length)}`
  return provinceSorts.find((each) => each === text) ?? 'name'
}

/** Points as a share of those that have a figure; −1 without any, so that such rows stand last where the best come first. */
export function shareOf({ points, known }: Pick<Total, 'points' | 'known'>): number {
  return known > 0 ? points / known : -1
}

/** Rows narrowed by a part of the name and sorted; equal ones by name. A row without what is sorted by stands last either way. */
export function arranged(
  rows: readonly ProvinceRow[],
  { sort, direction, filter }: { sort: ProvinceSort; direction: 'asc' | 'desc'; filter: string },
): ProvinceRow[] {
  const wanted = fold(filter)
  const sign = direction === 'asc' ? 1 : -1
  const byName = (a: ProvinceRow, b: ProvinceRow) => compareVi(a.bare, b.bare) || compareVi(a.name, b.name)
  const key = keyOf(sort)
  return rows
    .filter(({ name }) => fold(name).includes(wanted))
    .sort((a, b) => {
      if (!key) return sign * byName(a, b)
      const [left, right] = [key(a), key(b)]
      if (left === null || right === null)
        return Number(left === null) - Number(right === null) || byName(a, b)
      return sign * (left - right) || byName(a, b)
    })
}

function keyOf(sort: ProvinceSort): ((row: ProvinceRow) => number | null) | null {
  const share = (total: Total | undefined) => (total && total.known > 0 ? shareOf(total) : null)
  if (sort === 'name') return null
  if (sort === 'points') return ({ total }) => share(total)
  if (sort === 'known') return ({ total }) => total.known
  if (sort === 'rank') return ({ rank }) => (rank ? rank.low + rank.high : null)
  if (sort === 'change') return ({ change }) => change?.points ?? null
  const group = sort.slice('group.'.length)
  return ({ groups }) => share(groups.find(({ code }) => code === group)?.total)
}

/** The conclusion of a province: the middle share of points, who lacks figures, the group with most points still to gain. */
export type Conclusion = {
  middle: number | null
  scored: number
  communes: number
  thin: number
  group: { name: Bilingual; left: number } | null
}

/**
 * @param rows scores of each commune by the card
 * @returns `middle`: half of the communes with figures reach this share of the points that have figures; `thin`: communes with
 *   figures for less than half of the points; `left`: points a commune could still gain in the group, on average
 */
export function conclusionOf(card: Card, rows: readonly (readonly CriterionScore[])[]): Conclusion {
  const totals = rows.map((scores) => totalOf(scores))
  const shares = totals.flatMap((total) => (total.known > 0 ? [shareOf(total)] : [])).sort((a, b) => a - b)
  const half = shares.length / 2
  const middle =
    shares.length === 0
      ? null
      : shares.length % 2 === 1
        ? shares[Math.floor(half)]!
        : (shares[half - 1]! + shares[half]!) / 2
  const left = new Map<string, { name: Bilingual; left: number }>()
  for (const scores of rows)
    for (const { code, name, total } of groupTotals(card, scores)) {
      const known = left.get(code) ?? { name, left: 0 }
      left.set(code, { name, left: known.left + total.known - total.points })
    }
  const [most] = [...left.values()].sort((a, b) => b.left - a.left)
  return {
    middle,
    scored: shares.length,
    communes: rows.length,
    thin: totals.filter(({ known, of }) => known < of / 2).length,
    group: most && most.left > 0 ? { name: most.name, left: most.left / rows.length } : null,
  }
}
