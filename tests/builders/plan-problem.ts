import type { Expected, ShareInterval } from '~/planning/expected'
import { fixedCost, seatCost, type Norms, type PlanProblem, type ProblemGroup } from '~/planning/problem'
import type { PlanSettings } from '~/planning/settings'
import type { CostLines, PlanSolution, SolvedClass } from '~/planning/solution'

/** A training plan, small but whole: settings, the problem, a solution that breaks no rule, and what is expected of it. */

const norms: Norms = {
  trainerDay: 1_200_000,
  roomDay: 800_000,
  seatDay: 150_000,
  travelHour: 40_000,
  onlineSeat: 60_000,
  visitJourney: 700_000,
}
export const moduleCodes = ['infosec', 'digital-signature', 'one-stop', 'shared-data', 'email-documents']
export const planPositions = [
  { code: 'office-statistics', unit: 'office', people: 6 },
  { code: 'finance', unit: 'economy', people: 8 },
  { code: 'one-stop-reception', unit: 'service-centre', people: 4 },
]

export type PlanSize = {
  communes: string[]
  modules: number
  venues: number
  trainers: number
  weeks: number
}
export const smallPlan = (communes: string[]): PlanSize => ({
  communes,
  modules: 3,
  venues: 2,
  trainers: 2,
  weeks: 6,
})

export const venueId = (at: number) => `venue-${at + 1}`
export const trainerId = (at: number) => `trainer-${at + 1}`
const first = '2027-01-04'
const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

export function planSettings(size: PlanSize, overrides: Partial<PlanSettings> = {}): PlanSettings {
  return {
    budget: 100_000_000 * Math.ceil((size.communes.length * size.modules) / 4),
    from: first,
    until: addDays(first, size.weeks * 7 - 3),
    blocked: [],
    weekdays: [1, 2, 3, 4, 5],
    hoursPerDay: 6,
    communes: size.communes,
    modules: moduleCodes.slice(0, size.modules).map((code) => ({
      code,
      used: true,
      hours: 12,
      deliveries: ['class', 'online', 'visit'],
      least: 5,
      most: 30,
      visitMost: 10,
      atLeast: 0,
      atMost: null,
      effect: { class: 0.6, online: 0.3, visit: 0.7 },
    })),
    trainers: Array.from({ length: size.trainers }, (_, i) => trainerId(i)),
    venues: Array.from({ length: size.venues }, (_, i) => venueId(i)),
    travelAtMost: 3,
    norms,
    awayShare: 0.5,
    open: ['service-centre'],
    leastCoverage: 0.1,
    perPerson: 3,
    weights: {},
    pins: [],
    forbidden: [],
    seconds: 10,
    ...overrides,
  }
}

export function planProblem(size: PlanSize, settings = planSettings(size)): PlanProblem {
  const communes = size.communes.map((code) => ({
    code,
    people: planPositions.reduce((sum, { people }) => sum + people, 0),
    least: 2,
  }))
  const units = communes.flatMap((_, commune) =>
    planPositions.map(({ unit, people }) => ({ commune, code: unit, people, away: Math.ceil(people / 2) })),
  )
  const groups = communes.flatMap((_, commune) =>
    planPositions.map(({ code, people }, i): ProblemGroup => ({
      commune,
      unit: commune * planPositions.length + i,
      position: code,
      people,
    })),
  )
  const modules = settings.modules.map(({ code }) => ({
    code,
    days: 2,
    class: { least: 5, most: 30 },
    visit: { least: 3, most: 10 },
    online: true as const,
    classes: { least: 0, most: null },
  }))
  return {
    weeks: Array.from({ length: size.weeks }, () => 5),
    communes,
    units,
    groups,
    modules,
    venues: settings.venues.map((id, v) => ({
      id,
      seats: 30,
      rooms: 1,
      days: Array.from({ length: size.weeks }, () => 5),
      reach: communes.flatMap((_, commune) =>
        commune % size.venues === v || commune === 0 ? [{ commune, hours: 0.5 + (commune % 4) / 2 }] : [],
      ),
      not: [],
    })),
    trainers: settings.trainers.map((id) => ({
      id,
      modules: modules.map((_, m) => m),
      days: size.weeks * 5,
      free: Array.from({ length: size.weeks }, () => 5),
    })),
    offers: modules.flatMap((_, module) =>
      groups.map(({ people }, group) => ({
        module,
        group,
        most: people,
        gain: { class: 0.4, visit: 0.45, online: 0.2 },
      })),
    ),
    overlaps: [],
    norms,
    rules: { budget: settings.budget, perPerson: settings.perPerson },
    pins: [],
    earlier: [],
  }
}

/** Two communes a class, a module after the other, week after week; one online class of the first module. */
export function planSolution(problem: PlanProblem, parts: Partial<PlanSolution> = {}): PlanSolution {
  const classes = dealt(problem)
  const cost = linesOf(problem, classes)
  const value = classes.reduce((sum, { gain }) => sum + gain, 0)
  const total = Object.values(cost).reduce((sum, line) => sum + line, 0)
  return {
    classes,
    value,
    bound: value * 1.006,
    gap: 1 - 1 / 1.006,
    stageGap: 0.004,
    greedy: value * 0.89,
    cost,
    total,
    short: [
      { commune: problem.communes.length - 1, module: 0, missing: 12, why: 'unreached' },
      { commune: 0, module: 1, missing: 3, why: 'away' },
    ],
    more: [
      { kind: 'money', amount: 10_000_000, index: null, gain: 6.2 },
      { kind: 'trainer', amount: 10, index: 1, gain: 19.4 },
      { kind: 'seats', amount: 10, index: 0, gain: null },
    ],
    ended: 'gap',
    seconds: 8.3,
    ...parts,
  }
}

function dealt(problem: PlanProblem): SolvedClass[] {
  const classes: SolvedClass[] = []
  const { modules, venues, weeks } = problem
  const days = modules[0]!.days
  const slots = weeks.flatMap((_, week) => [0, 1].map((half) => ({ week, days: half ? [2, 3] : [0, 1] })))
  venues.forEach((venue, v) => {
    const here = venue.reach.map(({ commune }) => commune)
    const pairs = here.flatMap((_, i) => (i % 2 === 0 ? [here.slice(i, i + 2)] : []))
    const wanted = modules.flatMap((_, module) => pairs.map((communes) => ({ module, communes })))
    // A venue meets its communes again in another week only, and a trainer has one class at a time.
    if (v >= problem.trainers.length) return
    wanted.slice(0, slots.length).forEach(({ module, communes }, i) => {
      const { week, days: held } = slots[i]!
      const seats = seatsOf(problem, communes, 2)
      classes.push({
        ...blank(module, 'class', seats),
        key: `${modules[module]!.code}-${v + 1}-${i + 1}`,
        venue: v,
        week,
        days: held,
        trainer: v,
        cost:
          fixedCost('class', days, problem.norms) +
          seats.reduce((sum, each) => sum + each.seats * perSeat(problem, v, each.group, days), 0),
      })
    })
  })
  const online = seatsOf(problem, [0, problem.communes.length - 1], 1)
  classes.push({
    ...blank(modules.length - 1, 'online', online),
    key: `${modules.at(-1)!.code}-online`,
    cost: countOf(online) * problem.norms.onlineSeat,
  })
  return classes
}

const blank = (module: number, delivery: SolvedClass['delivery'], seats: SolvedClass['seats']) => ({
  module,
  delivery,
  venue: null,
  commune: null,
  week: null,
  days: [],
  trainer: null,
  seats,
  gain: countOf(seats) * (delivery === 'online' ? 0.2 : 0.4),
  pinned: false,
})
const countOf = (seats: SolvedClass['seats']) => seats.reduce((sum, each) => sum + each.seats, 0)

function seatsOf({ groups }: PlanProblem, communes: number[], each: number): SolvedClass['seats'] {
  const wanted = new Set(communes)
  return groups.flatMap(({ commune }, group) => (wanted.has(commune) ? [{ group, seats: each }] : []))
}

function perSeat({ venues, groups, norms }: PlanProblem, venue: number, group: number, days: number): number {
  const hours = venues[venue]!.reach.find(({ commune }) => commune === groups[group]!.commune)!.hours
  return seatCost('class', days, hours, norms)
}

function linesOf(problem: PlanProblem, classes: SolvedClass[]): CostLines {
  const lines: CostLines = { trainers: 0, rooms: 0, seats: 0, travel: 0, online: 0, journeys: 0 }
  for (const { delivery, module, venue, seats } of classes) {
    const { days } = problem.modules[module]!
    if (delivery === 'online') {
      lines.online += countOf(seats) * norms.onlineSeat
      continue
    }
    lines.trainers += days * norms.trainerDay
    lines.rooms += days * norms.roomDay
    lines.seats += countOf(seats) * days * norms.seatDay
    for (const { group, seats: count } of seats)
      lines.travel += count * (perSeat(problem, venue!, group, days) - days * norms.seatDay)
  }
  return lines
}

const around = (share: number): ShareInterval => ({ share, low: share - 0.02, high: share + 0.02 })

export function planExpected(communes: string[], after = 0.39): Expected {
  const before = 0.46
  return {
    whole: { before: around(before), after: around(after) },
    domains: ['0', '1', '4', '7'].map((domain, i) => ({
      domain,
      before: around(before + i / 50),
      after: around(after + i / 60),
    })),
    communes: communes.map((commune, i) => ({
      commune,
      before: around(before + (i % 9) / 40),
      after: around(after + (i % 7) / 40),
    })),
    effects: [
      { module: 'infosec', delivery: 'class', effect: 0.55, error: 0.12, classes: 4 },
      { module: 'one-stop', delivery: 'class', effect: 0.6, error: 0.3, classes: 0 },
    ],
  }
}
