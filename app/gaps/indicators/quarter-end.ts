/** The last day of the last quarter that was over on a day. @example quarterEndBefore('2026-11-22') // '2026-09-30' */
export function quarterEndBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const quarter = Math.floor((month - 1) / 3)
  const ends = ['12-31', '03-31', '06-30', '09-30'] as const
  return `${quarter === 0 ? year - 1 : year}-${ends[quarter]!}`
}
