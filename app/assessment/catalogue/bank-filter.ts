import { cognitiveTypes } from '../item'
import { itemFilter, type ItemFilter } from './item-filter'

/** How far the next version of an item is. */
export const openStates = ['writing', 'review', 'returned', 'approved'] as const
export type OpenState = (typeof openStates)[number]
/** In use or not, with a draft of whatever state, or with a draft in one state. */
export const bankStatuses = ['inUse', 'retired', 'draft', ...openStates] as const
export type BankStatus = (typeof bankStatuses)[number]
/** flagged: misbehaves in the newest analysis; none: not answered enough; easy, hard: facility from 90, up to 30 percent. */
export const figureFilters = ['flagged', 'none', 'easy', 'hard'] as const
export type FigureFilter = (typeof figureFilters)[number]
export const easyFrom = 90
export const hardUpTo = 30

export const bankSorts = ['code', 'people', 'facility', 'index', 'flags'] as const
export type BankSort = (typeof bankSorts)[number]

/** What the bank's list is narrowed to, and its order; null stands for all. */
export type BankFilter = ItemFilter & {
  q: string | null
  purpose: 'measure' | 'teach' | null
  cognitive: (typeof cognitiveTypes)[number] | null
  /** Words of its name. */
  family: string | null
  status: BankStatus
  /** 'content', 'studio' for whatever was written there, or the id of an account. */
  author: string | null
  figures: FigureFilter | null
  sort: BankSort
  direction: 'asc' | 'desc'
}

const longestSearch = 100

/** The filter of the bank that an address asks for; what it cannot mean is left out. */
export function bankFilter(query: URLSearchParams): BankFilter {
  const one = <T extends string>(name: string, values: readonly T[]) =>
    values.find((each) => each === query.get(name)) ?? null
  const words = (name: string) => query.get(name)?.trim().slice(0, longestSearch) || null
  const sort = one('sort', bankSorts) ?? 'code'
  return {
    ...itemFilter(query),
    q: words('q'),
    purpose: one('purpose', ['measure', 'teach']),
    cognitive: one('cognitive', cognitiveTypes),
    family: words('family'),
    status: one('status', bankStatuses) ?? 'inUse',
    author: words('author'),
    figures: one('figures', figureFilters),
    sort,
    direction: one('dir', ['asc', 'desc']) ?? (sort === 'flags' || sort === 'people' ? 'desc' : 'asc'),
  }
}

/** What narrows the list, as an address has it. */
export function bankQuery(filter: BankFilter) {
  const { competency, level, kind, q, purpose, cognitive, family, status, author, figures } = filter
  return {
    q: q ?? undefined,
    competency: competency ?? undefined,
    level: level ? String(level) : undefined,
    kind: kind ?? undefined,
    purpose: purpose ?? undefined,
    cognitive: cognitive ?? undefined,
    family: family ?? undefined,
    status: status === 'inUse' ? undefined : status,
    author: author ?? undefined,
    figures: figures ?? undefined,
  }
}

/** The order of the list, as an address has it. */
export function bankOrder({ sort, direction }: BankFilter) {
  return sort === 'code' && direction === 'asc' ? {} : { sort, dir: direction }
}
