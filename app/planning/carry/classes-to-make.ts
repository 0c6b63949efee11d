import type { SessionInput } from '~/classes/class-form'
import type { Bilingual } from '~/platform/i18n/locale'
import { weeksOf, workingDays } from '../calendar'
import type { Delivery, PlanProblem } from '../problem'
import type { PlanSettings } from '../settings'
import type { SolvedClass } from '../solution'
import { sessionsOn } from './session-times'

export type Quota = { communeCode: string; positionCode: string; seats: number }

/** A class of a plan as it is going to be made; days are `YYYY-MM-DD`, money in đồng. */
export type ClassToMake = {
  key: string
  moduleCode: string
  delivery: Delivery
  title: Bilingual
  aim: Bilingual
  competencies: string[]
  place: string
  trainer: string
  sessions: SessionInput[]
  quotas: Quota[]
  seats: number
  cost: number
  expected: number
}

type ModuleFacts = { title: Bilingual; aim: Bilingual; competencies: { code: string }[] }

/** What the indices of a problem are called. `office` and `online` say where a visit and an online class take place. */
export type PlanNames = {
  modules: ReadonlyMap<string, ModuleFacts>
  venues: ReadonlyMap<string, string>
  trainers: ReadonlyMap<string, string>
  communes: ReadonlyMap<string, string>
  office: (commune: string) => string
  online: string
  onlineTitle: Bilingual
}

/** What a plan needs that is not there any more: modules, venues and trainers by their codes and ids. */
export function missingNames(
  problem: PlanProblem,
  classes: readonly SolvedClass[],
  names: PlanNames,
): string[] {
  const missing = new Set<string>()
  for (const { module, venue, trainer } of classes) {
    const code = problem.modules[module]!.code
    if (!names.modules.has(code)) missing.add(code)
    if (venue !== null && !names.venues.has(problem.venues[venue]!.id)) missing.add('venue')
    if (trainer !== null && !names.trainers.has(problem.trainers[trainer]!.id)) missing.add('trainer')
  }
  return [...missing]
}

/**
 * The classes of a result with real days, times, places and names, those that come first first. Seats of groups become seats
 * of commune and position. An online class has one session: the last day of the period, by which it is to be finished.
 */
export function classesToMake(
  problem: PlanProblem,
  classes: readonly SolvedClass[],
  settings: PlanSettings,
  names: PlanNames,
): ClassToMake[] {
  const mondays = weeksOf(settings)
  const made = classes.map((each): ClassToMake => {
    const { code } = problem.modules[each.module]!
    const module = names.modules.get(code)!
    const place = placeOf(problem, each, names)
    const trainer =
      each.trainer === null ? '' : (names.trainers.get(problem.trainers[each.trainer]!.id) ?? '')
    const quotas = quotasOf(problem, each)
    const where = each.delivery === 'online' ? names.onlineTitle : { vi: place, en: place }
    return {
      key: each.key,
      moduleCode: code,
      delivery: each.delivery,
      title: { vi: `${module.title.vi} – ${where.vi}`, en: `${module.title.en} – ${where.en}` },
      aim: module.aim,
      competencies: module.competencies.map((competency) => competency.code),
      place,
      trainer,
      sessions: sessionsOf(each, settings, mondays, code, place, trainer),
      quotas,
      seats: quotas.reduce((sum, { seats }) => sum + seats, 0),
      cost: each.cost,
      expected: each.gain,
    }
  })
  return made.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))
}

/** The first day of a class, `YYYY-MM-DD`; '' without sessions. */
export function firstDay({ sessions }: Pick<ClassToMake, 'sessions'>): string {
  return sessions.reduce((first, { date }) => (first === '' || date < first ? date : first), '')
}

function placeOf(problem: PlanProblem, { delivery, venue, commune }: SolvedClass, names: PlanNames): string {
  if (delivery === 'online') return names.online
  if (delivery === 'class' && venue !== null) return names.venues.get(problem.venues[venue]!.id) ?? ''
  const code = commune === null ? '' : problem.communes[commune]!.code
  return names.office(names.communes.get(code) ?? code)
}

function sessionsOf(
  { delivery, week, days }: SolvedClass,
  settings: PlanSettings,
  mondays: readonly string[],
  code: string,
  place: string,
  trainer: string,
): SessionInput[] {
  if (delivery === 'online')
    return [{ id: null, date: settings.until, startsAt: '08:00', endsAt: '17:00', place, trainer: '' }]
  const working = week === null ? [] : workingDays(settings, mondays[week] ?? '')
  const hours = settings.modules.find((module) => module.code === code)?.hours ?? settings.hoursPerDay
  return sessionsOn({
    days: days.flatMap((day) => working[day] ?? []),
    hours,
    hoursPerDay: settings.hoursPerDay,
    place,
    trainer,
  })
}

function quotasOf(problem: PlanProblem, { seats }: SolvedClass): Quota[] {
  const sums = new Map<string, Quota>()
  for (const each of seats) {
    const { commune, position } = problem.groups[each.group]!
    const communeCode = problem.communes[commune]!.code
    const key = `${communeCode} ${position}`
    const before = sums.get(key)
    if (before) before.seats += each.seats
    else sums.set(key, { communeCode, positionCode: position, seats: each.seats })
  }
  return [...sums.values()]
    .filter((quota) => quota.seats > 0)
    .sort((a, b) => (`${a.communeCode} ${a.positionCode}` < `${b.communeCode} ${b.positionCode}` ? -1 : 1))
}
