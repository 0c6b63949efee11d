import { submittedShare, type Rates } from './campaign'

export type RatesOrder = { key: RatesSort; direction: 'asc' | 'desc' }

type Row = Rates & { form: string | null }

const keys = ['name', 'share', 'submitted', 'started', 'notStarted', 'form'] as const
type RatesSort = (typeof keys)[number]

const formOrder = ['notStarted', 'started', 'submitted']

const measures: Record<Exclude<RatesSort, 'name'>, (row: Row) => number> = {
  share: submittedShare,
  submitted: ({ submitted }) => submitted,
  started: ({ started }) => started,
  notStarted: ({ notStarted }) => notStarted,
  form: ({ form }) => formOrder.indexOf(form ?? ''),
}

/** The order that an address asks for; the lowest response stands first where it asks for none. */
export function ratesSort(key: string | null, direction: string | null): RatesOrder {
  const known = keys.find((each) => each === key)
  return { key: known ?? 'share', direction: known && direction === 'desc' ? 'desc' : 'asc' }
}

/** Rows in order; they come in the order of names, in which equal ones stay. */
export function sortRates<R extends Row>(rows: R[], { key, direction }: RatesOrder): R[] {
  const sign = direction === 'desc' ? -1 : 1
  if (key === 'name') return sign === 1 ? rows : rows.toReversed()
  return rows.toSorted((a, b) => sign * (measures[key](a) - measures[key](b)))
}
