import { assumedEffect } from './effects'
import type { Norms } from './problem'
import type { ModuleSetting, PlanSettings } from './settings'

type Module = { code: string; minutes: number }
type Lists = {
  modules: readonly Module[]
  communes: readonly string[]
  trainers: readonly string[]
  venues: readonly string[]
  norms: Norms | null
  holidays: HolidayNames
}

/** Half a day in a classroom. */
const halfDay = 3.5

/** Hours in a classroom for so many minutes of reading: twice as long, in half days, at least one. */
export function classroomHours(minutes: number): number {
  return Math.max(1, Math.round((2 * minutes) / 60 / halfDay)) * halfDay
}

/**
 * A module as a plan begins with it; a planner changes everything. Online seats are so cheap that they would take the place of
 * every class, so which modules people can be left alone with is for the planner to say.
 */
export function defaultModule({ code, minutes }: Module, used = true): ModuleSetting {
  return {
    code,
    used,
    hours: classroomHours(minutes),
    deliveries: ['class', 'visit'],
    least: 15,
    most: 35,
    visitMost: 10,
    atLeast: 0,
    atMost: null,
    effect: { ...assumedEffect },
  }
}

export const noNorms: Norms = {
  trainerDay: 0,
  roomDay: 0,
  seatDay: 0,
  travelHour: 0,
  onlineSeat: 0,
  visitJourney: 0,
}

/** First and last day of the quarter after a day `YYYY-MM-DD`. */
export function nextQuarter(today: string): { from: string; until: string } {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = Math.floor((month - 1) / 3) * 3 + 3
  const day = (months: number, date: number) =>
    new Date(Date.UTC(year, months, date)).toISOString().slice(0, 10)
  return { from: day(first, 1), until: day(first + 3, 0) }
}

/** Days off with a date of their own in the sun's calendar; Tết and Giỗ Tổ move, and are for the planner to put in. */
export const fixedHolidays = ['01-01', '04-30', '05-01', '09-02'] as const
type HolidayNames = Record<(typeof fixedHolidays)[number], string>

function holidaysIn(from: string, until: string, names: HolidayNames): PlanSettings['blocked'] {
  const years = [...new Set([from.slice(0, 4), until.slice(0, 4)])]
  return years
    .flatMap((year) => fixedHolidays.map((date) => ({ day: `${year}-${date}`, name: names[date] })))
    .filter(({ day }) => from <= day && day <= until)
    .map(({ day, name }) => ({ span: [day, day], name }))
}

/** What a scenario begins with: everything of the province, the next quarter, and no demand that could clash. */
export function defaultSettings(lists: Lists, budget: number, today: string): PlanSettings {
  const { from, until } = nextQuarter(today)
  return {
    budget,
    from,
    until,
    blocked: holidaysIn(from, until, lists.holidays),
    weekdays: [1, 2, 3, 4, 5],
    hoursPerDay: 7,
    communes: [...lists.communes],
    modules: lists.modules.map((module) => defaultModule(module)),
    trainers: [...lists.trainers],
    venues: [...lists.venues],
    travelAtMost: 2,
    norms: lists.norms ?? noNorms,
    awayShare: 0.25,
    open: ['service-centre'],
    leastCoverage: 0,
    perPerson: 2,
    weights: {},
    pins: [],
    forbidden: [],
    seconds: 60,
  }
}
