import { submittedShare } from '../campaign'
import { ratesSort, sortRates } from '../sort-rates'

/** Shares in per cent under which a list of communes may be narrowed; 100 means all that lack somebody. */
export const belows = [25, 50, 75, 100] as const
export type Below = (typeof belows)[number]

export type ReminderQuery = {
  below: Below | null
  /** Every commune of the list is ticked. */
  pick: boolean
  sort: { key: string; direction: 'asc' | 'desc' }
}

export function readReminderQuery(query: URLSearchParams): ReminderQuery {
  const below = belows.find((each) => String(each) === query.get('below')) ?? null
  const direction = query.get('dir') === 'desc' ? 'desc' : 'asc'
  const key = query.get('sort')
  return {
    below,
    pick: query.get('pick') === 'all',
    sort: key === 'last' ? { key, direction } : ratesSort(key, direction),
  }
}

type Row = Parameters<typeof sortRates>[0][number] & { last: { at: string } | null }

/** The communes that a query shows, in its order; the longest without a reminder comes first, those without any before. */
export function chooseRows<R extends Row>(rows: R[], { below, sort }: ReminderQuery): R[] {
  const shown =
    below === null ? rows : rows.filter((row) => row.asked > 0 && submittedShare(row) < below / 100)
  if (sort.key !== 'last') return sortRates(shown, ratesSort(sort.key, sort.direction))
  const sign = sort.direction === 'desc' ? -1 : 1
  return shown.toSorted((a, b) => sign * (a.last?.at ?? '').localeCompare(b.last?.at ?? ''))
}

/** The communes that an address names, of those that may be named; each once. */
export function chosenCodes(query: URLSearchParams, within: readonly string[]): string[] {
  const named = new Set(query.getAll('c'))
  return within.filter((code) => named.has(code))
}
