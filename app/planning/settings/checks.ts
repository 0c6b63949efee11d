import { fixedCost, seatCost, type PlanProblem } from '../problem'
import type { PlanSettings } from '../settings'
import type { Part } from './parts'

/** What looks wrong before anything is solved; texts `check.<key>`. `names`: codes for the values of the same name. */
export type Check = {
  part: Part
  key: CheckKey
  values: Record<string, number>
  modules?: string[]
  communes?: string[]
  venues?: string[]
}
export type CheckKey =
  | 'budgetZero'
  | 'normsZero'
  | 'coverageMoney'
  | 'requiredMoney'
  | 'noDays'
  | 'longModule'
  | 'noModules'
  | 'noDelivery'
  | 'noTrainer'
  | 'noTrainerRequired'
  | 'smallRooms'
  | 'noGain'
  | 'noTrainers'
  | 'noVenues'
  | 'noCommunes'
  | 'unreached'
  | 'idleVenue'
  | 'nobodyAway'
  | 'coverageNothing'
  | 'lonelyUnits'
  | 'lostPins'

/**
 * Demands that clash, and what can bring nothing, seen without solving. They are warnings: a scenario may be saved with
 * them, and the solver has the last word.
 */
export function checkSettings(settings: PlanSettings, problem: PlanProblem, lostPins: number): Check[] {
  return [
    ...moneyChecks(settings, problem),
    ...calendarChecks(problem),
    ...moduleChecks(problem),
    ...resourceChecks(settings, problem),
    ...ruleChecks(settings, problem, lostPins),
  ]
}

function moneyChecks({ budget, norms }: PlanSettings, problem: PlanProblem): Check[] {
  const check = (key: CheckKey, values: Record<string, number> = {}): Check => ({
    part: 'money',
    key,
    values,
  })
  const found: Check[] = []
  if (budget === 0) found.push(check('budgetZero'))
  if (Object.values(norms).every((each) => each === 0)) found.push(check('normsZero'))
  const coverage = leastCoverageCost(problem)
  if (coverage > budget) found.push(check('coverageMoney', { need: coverage, have: budget }))
  const required = problem.modules.reduce((sum, { days, classes, visit, class: room }) => {
    const ways = [
      ...(room ? [fixedCost('class', days, norms) + room.least * seatCost('class', days, 0, norms)] : []),
      ...(visit ? [fixedCost('visit', days, norms) + visit.least * seatCost('visit', days, 0, norms)] : []),
    ]
    return ways.length === 0 ? sum : sum + classes.least * Math.min(...ways)
  }, 0)
  if (required > budget) found.push(check('requiredMoney', { need: required, have: budget }))
  return found
}

/** The least that the seats asked for could cost: each commune's at the cheapest share of a class, a visit or online. */
function leastCoverageCost({ communes, modules, norms, venues }: PlanProblem): number {
  return Math.round(
    communes.reduce((sum, { least }, commune) => {
      if (least === 0) return sum
      const hours = venues.flatMap(({ reach }) => reach.filter((each) => each.commune === commune))
      const nearest = Math.min(...hours.map((each) => each.hours))
      const seat = modules.flatMap(({ days, class: room, visit, online }) => [
        ...(online ? [norms.onlineSeat] : []),
        ...(visit ? [fixedCost('visit', days, norms) / visit.most + seatCost('visit', days, 0, norms)] : []),
        ...(room && Number.isFinite(nearest)
          ? [fixedCost('class', days, norms) / room.most + seatCost('class', days, nearest, norms)]
          : []),
      ])
      return seat.length === 0 ? sum : sum + least * Math.min(...seat)
    }, 0),
  )
}

function calendarChecks({ weeks, modules }: PlanProblem): Check[] {
  const most = Math.max(0, ...weeks)
  if (most === 0) return [{ part: 'calendar', key: 'noDays', values: {} }]
  const long = modules.filter(({ days, class: room, visit }) => (room ?? visit) && days > most)
  return long.map(({ code, days }) => ({
    part: 'calendar',
    key: 'longModule',
    values: { days, most },
    modules: [code],
  }))
}

function moduleChecks({ modules, trainers, venues, offers }: PlanProblem): Check[] {
  if (modules.length === 0) return [{ part: 'modules', key: 'noModules', values: {} }]
  const wanted = new Set(offers.map(({ module }) => module))
  return modules.flatMap((module, m): Check[] => {
    const { code, classes, class: room, visit, online } = module
    const check = (key: CheckKey, values = {}): Check => ({ part: 'modules', key, values, modules: [code] })
    if (!room && !visit && !online) return [check('noDelivery')]
    if (!wanted.has(m)) return [check('noGain')]
    const isTaught = trainers.some((each) => each.modules.includes(m))
    if ((room || visit) && !isTaught) return [check(classes.least > 0 ? 'noTrainerRequired' : 'noTrainer')]
    const seats = Math.max(0, ...venues.filter(({ not }) => !not.includes(m)).map((each) => each.seats))
    if (room && venues.length > 0 && seats < room.least)
      return [check('smallRooms', { seats, least: room.least })]
    return []
  })
}

function resourceChecks({ travelAtMost }: PlanSettings, problem: PlanProblem): Check[] {
  const { communes, venues, trainers, modules } = problem
  const check = (key: CheckKey, more: Partial<Check> = {}): Check => ({
    part: 'resources',
    key,
    values: {},
    ...more,
  })
  if (communes.length === 0) return [check('noCommunes')]
  const found: Check[] = []
  if (trainers.length === 0) found.push(check('noTrainers'))
  if (venues.length === 0) return [...found, check('noVenues')]
  const reached = new Set(venues.flatMap(({ reach }) => reach.map(({ commune }) => commune)))
  const unreached = communes.filter((_, commune) => !reached.has(commune)).map(({ code }) => code)
  if (unreached.length > 0 && modules.some((each) => each.class))
    found.push(
      check('unreached', { values: { hours: travelAtMost, count: unreached.length }, communes: unreached }),
    )
  const idle = venues.filter(({ reach }) => reach.length === 0).map(({ id }) => id)
  if (idle.length > 0)
    found.push(check('idleVenue', { values: { hours: travelAtMost, count: idle.length }, venues: idle }))
  return found
}

function ruleChecks({ awayShare, open }: PlanSettings, problem: PlanProblem, lostPins: number): Check[] {
  const { communes, units, groups, offers, modules } = problem
  const check = (key: CheckKey, more: Partial<Check> = {}): Check => ({
    part: 'rules',
    key,
    values: {},
    ...more,
  })
  const found: Check[] = []
  if (awayShare === 0 && modules.some((each) => each.class)) found.push(check('nobodyAway'))
  const offered = new Set(offers.map(({ group }) => groups[group]!.commune))
  const empty = communes
    .filter(({ least }, commune) => least > 0 && !offered.has(commune))
    .map(({ code }) => code)
  if (empty.length > 0)
    found.push(check('coverageNothing', { values: { count: empty.length }, communes: empty }))
  const lonely = units.filter(({ code, people }) => people === 1 && open.includes(code))
  if (lonely.length > 0 && awayShare > 0) {
    const codes = [...new Set(lonely.map(({ commune }) => communes[commune]!.code))]
    found.push(check('lonelyUnits', { values: { count: codes.length }, communes: codes }))
  }
  if (lostPins > 0) found.push(check('lostPins', { values: { count: lostPins } }))
  return found
}
