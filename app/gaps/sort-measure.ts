import type { Change } from './change-figures'
import { isShown, type Figure } from './figures'
import type { GapView } from './gap-query'

type Row = { name: string; figure: Figure; change: Change | null }

const measureSorts = ['name', 'share', 'distance', 'rank', 'change'] as const
type MeasureSort = (typeof measureSorts)[number]

/** The order asked for in the address; the largest share first where it asks for nothing known. */
export function measureSort({ sort, dir }: Pick<GapView, 'sort' | 'dir'>): {
  key: MeasureSort
  direction: 'asc' | 'desc'
} {
  const key = dir === undefined ? undefined : measureSorts.find((each) => each === sort)
  return key && dir ? { key, direction: dir } : { key: 'share', direction: 'desc' }
}

/** Rows in an order; those without the figure stay at the end. `byName` is the order of the communes' names. */
export function sortMeasureRows<R extends Row>(
  rows: readonly R[],
  { key, direction }: ReturnType<typeof measureSort>,
  byName: (a: string, b: string) => number,
): R[] {
  const sign = direction === 'asc' ? 1 : -1
  if (key === 'name') return rows.toSorted((a, b) => sign * byName(a.name, b.name))
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a, key), valueOf(b, key)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}

function valueOf({ figure, change }: Row, key: Exclude<MeasureSort, 'name'>): number | null {
  if (key === 'change') return change?.share ?? null
  if (!isShown(figure)) return null
  if (key === 'rank') return figure.rank ? figure.rank.low + figure.rank.high : null
  return key === 'share' ? figure.share : figure.distance
}
