/** What the table of items can be ordered by. */
export const itemSorts = [
  'code',
  'people',
  'facility',
  'index',
  'efficiency',
  'weight',
  'difficulty',
  'discrimination',
  'infit',
  'flags',
] as const
export type ItemSort = (typeof itemSorts)[number]
export type ItemQuery = { sort: ItemSort; direction: 'asc' | 'desc'; competency: string | null }

/** The order and filter that an address asks for; what it cannot mean is left out. Flags come first. */
export function itemQuery(query: URLSearchParams): ItemQuery {
  const sort = itemSorts.find((each) => each === query.get('sort')) ?? 'flags'
  const asked = query.get('dir')
  const direction =
    asked === 'asc' || asked === 'desc' ? asked : sort === 'flags' || sort === 'people' ? 'desc' : 'asc'
  const competency = query.get('competency') ?? ''
  return { sort, direction, competency: /^\d+\.\d+$/.test(competency) ? competency : null }
}

/** Rows by a figure; rows without it come last in either direction, equal ones keep their order. */
export function sortByFigure<Row>(
  rows: readonly Row[],
  figure: (row: Row) => number | null,
  direction: 'asc' | 'desc',
): Row[] {
  const sign = direction === 'asc' ? 1 : -1
  return rows
    .map((row, i) => ({ row, i, value: figure(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || a.i - b.i
      return sign * (a.value - b.value) || a.i - b.i
    })
    .map(({ row }) => row)
}
