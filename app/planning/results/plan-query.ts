import { classFilters, classSorts, type ClassFilter, type ClassOrder } from './class-list'
import { scheduleOrders, type ScheduleBy } from './schedule'

export const planViews = ['overview', 'classes', 'expected', 'basis'] as const
type PlanView = (typeof planViews)[number]

/** What was just done, told once at the top of the page. */
const planNotes = [
  'created',
  'saved',
  'started',
  'cancelled',
  'copied',
  'renamed',
  'deleted',
  'unpinned',
  'forbidden',
  'allowed',
  'limited',
  'unlimited',
  'approved',
  'changed',
  'full',
  'last',
] as const
export type PlanNote = (typeof planNotes)[number]

export type PlanShown = {
  view: PlanView
  by: ScheduleBy
  filter: ClassFilter
  sort: ClassOrder
  ask: 'rename' | 'delete' | null
  note: PlanNote | null
}

/** What of a result an address shows; what it does not say, or says wrongly, is as usual. */
export function parsePlanQuery(query: URLSearchParams): PlanShown {
  const one = <const K extends string>(name: string, known: readonly K[]) =>
    known.find((each) => each === query.get(name))
  return {
    view: one('view', planViews) ?? 'overview',
    by: one('by', scheduleOrders) ?? 'venue',
    filter: Object.fromEntries(classFilters.map((name) => [name, query.get(name) ?? ''])) as ClassFilter,
    sort: {
      key: one('sort', classSorts) ?? 'date',
      direction: query.get('dir') === 'desc' ? 'desc' : 'asc',
    },
    ask: one('ask', ['rename', 'delete']) ?? null,
    note: one('note', planNotes) ?? null,
  }
}
