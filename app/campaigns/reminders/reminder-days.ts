/** Days before the last one on which a campaign may remind by itself. */
export const offeredDays = [14, 10, 7, 5, 3, 2, 1, 0] as const

export type ReminderDays = { daysBefore: number[]; sentFor: string[] }

/** Mail goes out by day, Vietnam's time: from 8:00 to before 17:00. */
const [firstHour, lastHour] = [8, 17]

export function isSendingHour(moment: Date): boolean {
  const hour = new Date(moment.getTime() + 7 * 3_600_000).getUTCHours()
  return hour >= firstHour && hour < lastHour
}

/** Whether a plan wants a reminder on `today` (`YYYY-MM-DD`), `daysLeft` days before the last one, that was not sent yet. */
export function isPlannedFor(
  { daysBefore, sentFor }: ReminderDays,
  daysLeft: number,
  today: string,
): boolean {
  return daysBefore.includes(daysLeft) && !sentFor.includes(today)
}

/** Days as a form sent them: those offered, each once, the earliest first. */
export function readDays(values: readonly unknown[]): number[] {
  return offeredDays.filter((day) => values.includes(String(day)))
}
