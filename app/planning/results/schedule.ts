import { compareVi } from '~/formats/fold'
import { seatCount, type CodedClass } from './coded-class'

export const scheduleOrders = ['venue', 'module', 'trainer', 'cluster'] as const
export type ScheduleBy = (typeof scheduleOrders)[number]

/** Classes that stand together in the calendar; `perWeek` counts them, `timeless` those that are not held in a week. */
export type ScheduleGroup = {
  key: string
  name: string
  classes: CodedClass[]
  seats: number
  perWeek: number[]
  timeless: number
}

/**
 * Groups classes, each in the order of its weeks; groups in the order of their names, those with a `last` key at the end.
 * `weeks` are the Mondays of the period.
 */
export function scheduleGroups(
  classes: readonly CodedClass[],
  weeks: readonly string[],
  groupOf: (each: CodedClass) => { key: string; name: string },
  last: readonly string[] = [],
): ScheduleGroup[] {
  const at = new Map(weeks.map((week, i) => [week, i]))
  const groups = new Map<string, ScheduleGroup>()
  for (const each of [...classes].sort(byTime)) {
    const { key, name } = groupOf(each)
    let group = groups.get(key)
    if (!group) {
      group = { key, name, classes: [], seats: 0, perWeek: weeks.map(() => 0), timeless: 0 }
      groups.set(key, group)
    }
    group.classes.push(each)
    group.seats += seatCount(each)
    const week = each.week === null ? undefined : at.get(each.week)
    if (week === undefined) group.timeless += 1
    else group.perWeek[week]! += 1
  }
  const rank = ({ key }: ScheduleGroup) => last.indexOf(key)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || compareVi(a.name, b.name))
}

function byTime(a: CodedClass, b: CodedClass): number {
  const start = ({ dates, week }: CodedClass) => dates[0] ?? week ?? '9999'
  return compareVi(start(a), start(b)) || compareVi(a.key, b.key)
}
