/** First and last day of a span, YYYY-MM-DD. */
export type Span = [from: string, until: string]

/** Somebody who teaches: `days` in one plan altogether, `daysPerWeek` at most, not on the days of `away`. */
export type Trainer = {
  id: string
  name: string
  modules: string[]
  days: number
  daysPerWeek: number
  away: Span[]
  email: string | null
}

/** A place with `rooms` rooms of `seats` seats each, not open on the days of `closed`. */
export type Venue = {
  id: string
  name: string
  commune: string | null
  seats: number
  rooms: number
  closed: Span[]
}

/** Hours on the road from a commune to a venue, one way. */
export type Travel = { venue: string; commune: string; hours: number }

export function isIn(spans: readonly Span[], day: string): boolean {
  return spans.some(([from, until]) => from <= day && day <= until)
}
