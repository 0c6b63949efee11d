import type { AskedPerson } from './asked-person'
import { hiddenCells } from './hidden-cells'
import { cellKey, everybody, withProvince, wholeProvince, type Cell } from './pattern'
import { smallestGroup } from './suppression'

/** People of each segment, in the order of the segments, by code of a commune or position; null is not shown. */
export type SegmentCounts = Record<string, (number | null)[]>

const structure = { departmentOf: new Map<string, string>(), familyOf: (measure: string) => measure }

/**
 * How many people of each place are in each segment, with what would show fewer than five people left out: the place as a
 * whole where it has so few, and cells by the same rule as the figures.
 */
export function segmentCounts(
  people: readonly AskedPerson[],
  of: ArrayLike<number>,
  segments: number,
  placeOf: (person: AskedPerson) => string,
): SegmentCounts {
  const counts = new Map<string, number[]>()
  people.forEach((person, i) => {
    const segment = of[i]!
    if (segment < 0) return
    const place = placeOf(person)
    const own = counts.get(place) ?? Array.from({ length: segments }, () => 0)
    own[segment] = own[segment]! + 1
    counts.set(place, own)
  })
  const cells = [...counts].flatMap(([place, own]): Cell[] => [
    { place, group: everybody, measure: 'segments', n: own.reduce((sum, n) => sum + n, 0) },
    ...own.map((n, i) => ({ place, group: String(i), measure: 'segments', n })),
  ])
  const hidden = hiddenCells(
    withProvince(cells, (total, cell) => ({ ...total, n: total.n + cell.n })),
    structure,
  )
  return Object.fromEntries(
    [...counts]
      .filter(([place]) => place !== wholeProvince)
      .map(([place, own]) => {
        const few = own.reduce((sum, n) => sum + n, 0) < smallestGroup
        return [
          place,
          own.map((n, i) => (few || hidden.has(cellKey(place, String(i), 'segments')) ? null : n)),
        ]
      })
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  ) as SegmentCounts
}
