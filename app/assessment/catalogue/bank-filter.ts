import { itemFilter, type ItemFilter } from './item-filter'

/** What the bank's list is narrowed to besides: words, purpose, where an item was written, and whether it is in use. */
export type BankFilter = ItemFilter & {
  q: string | null
  purpose: 'measure' | 'teach' | null
  origin: 'content' | 'studio' | null
  retired: boolean
}

const longestSearch = 100

/** The filter of the bank that an address asks for; what it cannot mean is left out. */
export function bankFilter(query: URLSearchParams): BankFilter {
  const one = <T extends string>(name: string, values: readonly T[]) =>
    values.find((each) => each === query.get(name)) ?? null
  return {
    ...itemFilter(query),
    q: query.get('q')?.trim().slice(0, longestSearch) || null,
    purpose: one('purpose', ['measure', 'teach']),
    origin: one('origin', ['content', 'studio']),
    retired: query.get('status') === 'retired',
  }
}

/** The same filter as an address has it. */
export function bankQuery({ competency, level, kind, q, purpose, origin, retired }: BankFilter) {
  return {
    q: q ?? undefined,
    competency: competency ?? undefined,
    level: level ? String(level) : undefined,
    kind: kind ?? undefined,
    purpose: purpose ?? undefined,
    origin: origin ?? undefined,
    status: retired ? 'retired' : undefined,
  }
}
