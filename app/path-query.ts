// What the addresses of paths.ts can say after the question mark.

export const enc = encodeURIComponent

/** `path` with the query parameters that have a value, in the order given. */
export function withQuery(path: string, query: Record<string, string | number | undefined | null>): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  if (pairs.length === 0) return path
  return `${path}?${pairs.map(([key, value]) => `${enc(key)}=${enc(String(value))}`).join('&')}`
}

export type GapQuery = {
  view?: string
  domain?: string
  group?: string
  code?: string
  sort?: string
  dir?: string
  by?: string
  q?: string
  page?: number
}
/** What stands on the page of a team besides its members: a form, a question, or what was just done. */
export type TeamQuery = {
  edit?: 'name' | 'delete'
  remove?: string
  note?: 'created' | 'saved' | 'person'
  added?: number
  joined?: number
}
/** What the bank of items is narrowed to besides. */
export type BankQuery = {
  q?: string
  purpose?: string
  cognitive?: string
  family?: string
  status?: string
  author?: string
  figures?: string
  sort?: string
  dir?: string
  note?: string
  count?: number
}
/** What is to be done with which items of the bank: their codes with commas, and the list that they were ticked in. */
export type BankChangeQuery = { do?: string; items?: string; in?: string; note?: string; count?: number }
/** What is shown of the result of a scenario, narrowed to which classes, and what was just done. */
export type PlanQuery = {
  view?: string
  by?: string
  commune?: string
  module?: string
  venue?: string
  trainer?: string
  week?: string
  delivery?: string
  sort?: string
  dir?: string
  ask?: 'rename' | 'delete'
  note?: string
  undo?: string
}
/** Which communes the page of reminders shows, and what was just done there. */
export type ReminderQuery = {
  below?: number | null
  pick?: 'all'
  sort?: string
  dir?: string
  note?: 'none' | 'mail' | 'list' | 'message' | 'days' | 'nobody'
  count?: number
}
export type ListQuery = { page?: number; sort?: string; dir?: string; filter?: string }

/** What a list of trainers or venues shows besides: a form, a question, or what was just done. */
export type ResourceQuery = { edit?: string; remove?: string; removed?: string; note?: string }
