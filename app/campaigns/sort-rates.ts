import { compareVi } from '~/formats/fold'
import type { Sort } from '~/ui/Table'
import { submittedShare, type Rates } from './campaign'

type Row = Rates & { name: string; form: string | null }

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
export function ratesSort(key: string | null, direction: string | null): Sort {
  const known = keys.find((each) => each === key)
  return { key: known ?? 'share', direction: known && direction === 'desc' ? 'desc' : 'asc' }
}

/** Rows in order; equal ones stay in the order of names. */
export function sortRates<R extends Row>(rows: R[], { key, direction }: Sort): R[] {
  const sign = direction === 'desc' ? -1 : 1
  const measure = measures[key as Exclude<RatesSort, 'name'>] as ((row: Row) => number) | undefined
  const compare = (a: Row, b: Row) => (measure ? measure(a) - measure(b) : compareVi(a.name, b.name))
  return [...rows].sort((a, b) => sign * compare(a, b))
}
