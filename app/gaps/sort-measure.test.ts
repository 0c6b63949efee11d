import { expect, it } from 'vitest'
import type { Shown } from './figures'
import { measureSort, sortMeasureRows } from './sort-measure'

const row = (name: string, share: number | null): Parameters<typeof sortMeasureRows>[0][number] => ({
  name,
  figure: share === null ? 'hidden' : ({ share, distance: -share, rank: null } as Shown),
  change: null,
})
const rows = [row('A', 0.2), row('B', null), row('C', 0.7)]
const byName = (a: string, b: string) => (a < b ? -1 : 1)
const names = (query: Parameters<typeof measureSort>[0]) =>
  sortMeasureRows(rows, measureSort(query), byName).map(({ name }) => name)

it('puts the largest share first unless asked otherwise', () => {
  expect(names({ sort: 'name', dir: undefined })).toEqual(['C', 'A', 'B'])
  expect(names({ sort: 'nonsense', dir: 'asc' })).toEqual(['C', 'A', 'B'])
})

it('keeps what has no figure at the end in both directions', () => {
  expect(names({ sort: 'share', dir: 'asc' })).toEqual(['A', 'C', 'B'])
  expect(names({ sort: 'distance', dir: 'desc' })).toEqual(['A', 'C', 'B'])
  expect(names({ sort: 'name', dir: 'desc' })).toEqual(['C', 'B', 'A'])
})
