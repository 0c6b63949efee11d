import type { Bilingual } from '~/platform/i18n/locale'

/** One meeting of a class: a day `YYYY-MM-DD` with two times `HH:MM`, in Vietnam. */
export type ClassSession = {
  id: string
  date: string
  startsAt: string
  endsAt: string
  place: string
  trainer: string
}

/** A training class with what it teaches, where and when. */
export type TrainingClass = {
  id: string
  provinceCode: string
  title: Bilingual
  aim: Bilingual
  competencies: string[]
  modules: string[]
  seats: number | null
  /** Percent of the sessions that a certificate asks for. */
  minShare: number
  /** Percent of the quiz at the end that a certificate asks for; null where it asks for none. */
  passPercent: number | null
  cancelledAt: string | null
  cancelReason: string | null
  /** In the order of time. */
  sessions: ClassSession[]
}

export type ClassState = 'planned' | 'running' | 'ended' | 'cancelled'

type Timed = Pick<ClassSession, 'date' | 'startsAt' | 'endsAt'>

/** The moment at which a session begins or ends; Vietnam is UTC+7 all year. */
export function momentOf({ date }: Pick<ClassSession, 'date'>, time: string): Date {
  return new Date(`${date}T${time}:00+07:00`)
}

/** Where a class stands at a moment: before its first session begins, until its last one ends, after that. */
export function stateOf(
  { sessions, cancelledAt }: { sessions: readonly Timed[]; cancelledAt: string | null },
  at: Date,
): ClassState {
  if (cancelledAt !== null) return 'cancelled'
  const { begins, ends } = spanOf(sessions)
  if (!begins || at < begins) return 'planned'
  return ends && at < ends ? 'running' : 'ended'
}

/** When the first session of a class begins and the last one ends; null without sessions. */
export function spanOf(sessions: readonly Timed[]): { begins: Date | null; ends: Date | null } {
  if (sessions.length === 0) return { begins: null, ends: null }
  const begins = Math.min(...sessions.map((each) => momentOf(each, each.startsAt).getTime()))
  const ends = Math.max(...sessions.map((each) => momentOf(each, each.endsAt).getTime()))
  return { begins: new Date(begins), ends: new Date(ends) }
}

/** Sessions in the order in which they are held. */
export function inOrder<S extends Timed>(sessions: readonly S[]): S[] {
  const key = ({ date, startsAt }: Timed) => `${date}T${startsAt}`
  return [...sessions].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** Minutes of all sessions together. */
export function minutesOf(sessions: readonly Timed[]): number {
  return sessions.reduce(
    (sum, each) =>
      sum + (momentOf(each, each.endsAt).getTime() - momentOf(each, each.startsAt).getTime()) / 60_000,
    0,
  )
}

/**
 * Whether `attended` of `count` sessions is at least `minShare` percent of them. Counted in whole sessions, so that
 * rounding never asks for more: 80 % of 6 sessions is 4.8, and five are enough.
 */
export function attendedEnough(attended: number, count: number, minShare: number): boolean {
  return count > 0 && attended * 100 >= minShare * count
}
