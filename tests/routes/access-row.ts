import type { PlaceSamples, WorldRole } from '../builders/world'

/** The columns of a row, after nobody. A province's administrator manages one province, an administrator all. */
export const roles = [
  'learner',
  'leader',
  'trainer',
  'planner',
  'provinceAdministrator',
  'administrator',
] as const satisfies WorldRole[]

export type Params = (at: PlaceSamples) => Record<string, string>
export type Row = {
  /** What nobody gets, then each role: the status at the own place, or `own/other`. */
  get: string
  /** The same for an action; `ok` where the role may do it, so that other tests see to what comes of it. */
  post?: string
  params?: Params
  /** A form that would do something if it were let through. */
  form?: Record<string, string>
}
