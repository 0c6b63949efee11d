import { median, quantile } from '~/assessment/numeric/statistics'
import { group } from '~/people/roster/commune-lookup'
import type { IndicatorValue } from './indicator'

/** The values of one indicator on one day: of how many communes, the middle one, and the middle half of all. */
export type DaySummary = { date: string; communes: number; median: number; low: number; high: number }

type Valued = Pick<IndicatorValue, 'communeCode' | 'date' | 'value'>

/**
 * The values of one indicator day by day, the newest first. `low`–`high` are the quartiles (type 7 of Hyndman and Fan 1996):
 * half of the communes lie between them.
 */
export function daySummaries(values: readonly Valued[]): DaySummary[] {
  return [...group(values, ({ date }) => date)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, own]) => {
      const numbers = own.map(({ value }) => value)
      return {
        date,
        communes: own.length,
        median: median(numbers),
        low: quantile(numbers, 0.25),
        high: quantile(numbers, 0.75),
      }
    })
}

/** The newest day on which at least half as many communes have a value as on the best covered day; null without values. */
export function usualDay(days: readonly DaySummary[]): DaySummary | null {
  const most = Math.max(0, ...days.map(({ communes }) => communes))
  return days.find(({ communes }) => 2 * communes >= most) ?? null
}
