import { stages, type GroupCounts, type Stage } from './counts'

export type CountSort = { key: 'name' | 'people' | Stage; direction: 'asc' | 'desc' }

export function countSort(key: string | null, direction: string | null): CountSort {
  const keys: CountSort['key'][] = ['name', 'people', ...stages]
  return {
    key: keys.find((each) => each === key) ?? 'name',
    direction: direction === 'desc' ? 'desc' : 'asc',
  }
}

/** Rows come by name; by a count the hidden ones stand last either way, for their place would tell their size. */
export function sortCounts<Row extends GroupCounts>(rows: Row[], { key, direction }: CountSort): Row[] {
  if (key === 'name') return direction === 'asc' ? rows : [...rows].reverse()
  const sign = direction === 'desc' ? -1 : 1
  const [shown, hidden] = [
    rows.filter((row) => row[key] !== 'hidden'),
    rows.filter((row) => row[key] === 'hidden'),
  ]
  return [...[...shown].sort((a, b) => sign * (Number(a[key]) - Number(b[key]))), ...hidden]
}
