import { describe, expect, it } from 'vitest'
import type { PlanProblem } from '../problem'
import { breaches, costOf, gainOf, type CheckedClass } from './check-plan'

const problem: PlanProblem = {
  weeks: [3, 3],
  communes: [
    { code: 'A', people: 4, least: 0 },
    { code: 'B', people: 2, least: 0 },
  ],
  units: [
    { commune: 0, code: 'office', people: 4, away: 2 },
    { commune: 1, code: 'office', people: 2, away: 1 },
  ],
  groups: [
    { commune: 0, unit: 0, position: 'clerk', people: 4 },
    { commune: 1, unit: 1, position: 'clerk', people: 2 },
  ],
  modules: [
    {
      code: 'M',
      days: 2,
      class: { least: 2, most: 4 },
      visit: { least: 1, most: 3 },
      online: true,
      classes: { least: 0, most: 2 },
    },
  ],
  venues: [{ id: 'V', seats: 3, rooms: 1, days: [3, 2], reach: [{ commune: 0, hours: 1.5 }], not: [] }],
  trainers: [{ id: 'T', modules: [0], days: 4, free: [3, 2] }],
  offers: [
    { module: 0, group: 0, most: 3, gain: { class: 0.5, visit: 0.6, online: 0.1 } },
    { module: 0, group: 1, most: 1, gain: { class: 0.5, visit: 0.6 } },
  ],
  overlaps: [],
  norms: { trainerDay: 100, roomDay: 50, seatDay: 10, travelHour: 4, onlineSeat: 7, visitJourney: 30 },
  rules: { budget: 1000, perPerson: 1 },
  pins: [],
  earlier: [],
}
const held: CheckedClass = {
  module: 0,
  delivery: 'class',
  venue: 0,
  commune: null,
  week: 0,
  days: [0, 1],
  trainer: 0,
  seats: [{ group: 0, seats: 2 }],
  pinned: false,
}
const visit: CheckedClass = {
  ...held,
  delivery: 'visit',
  venue: null,
  commune: 1,
  week: 1,
  seats: [{ group: 1, seats: 1 }],
}
const online: CheckedClass = {
  ...held,
  delivery: 'online',
  venue: null,
  week: null,
  days: [],
  trainer: null,
  seats: [{ group: 0, seats: 1 }],
}
const plan = [held, visit, online]
const rules = (classes: CheckedClass[], other: Partial<PlanProblem> = {}) =>
  new Set(breaches({ ...problem, ...other }, classes).map((one) => one.rule))

describe('the check of a plan', () => {
  it('finds nothing in a valid plan, and what it costs and brings', () => {
    expect(breaches(problem, plan)).toEqual([])
    const lines = { trainers: 400, rooms: 100, seats: 60, travel: 24, online: 7, journeys: 30 }
    expect(costOf(problem, plan)).toEqual({ lines, total: 621 })
    expect(gainOf(problem, plan)).toBeCloseTo(1 + 0.6 + 0.1)
  })

  it.each<[string, CheckedClass[], Partial<PlanProblem>?]>([
    ['budget', plan, { rules: { budget: 620, perPerson: 1 } }],
    ['perPerson', plan, { groups: [{ ...problem.groups[0]!, people: 2 }, problem.groups[1]!] }],
    ['coverage', plan, { communes: [problem.communes[0]!, { code: 'B', people: 2, least: 2 }] }],
    ['offer', [held, visit, { ...online, seats: [{ group: 0, seats: 2 }] }]],
    ['overlap', plan, { overlaps: [{ offers: [0, 1], most: 3 }] }],
    ['away', plan, { units: [{ ...problem.units[0]!, away: 1 }, problem.units[1]!] }],
    ['oneClassAWeek', plan, { groups: [{ ...problem.groups[0]!, people: 1 }, problem.groups[1]!] }],
    ['reach', [{ ...held, seats: [...held.seats, { group: 1, seats: 1 }] }]],
    ['least', [{ ...held, seats: [{ group: 0, seats: 1 }] }]],
    ['most', plan, { venues: [{ ...problem.venues[0]!, seats: 1 }] }],
    ['notHere', plan, { venues: [{ ...problem.venues[0]!, not: [0] }] }],
    ['venueDays', [{ ...held, week: 1 }], { venues: [{ ...problem.venues[0]!, days: [3, 1] }] }],
    ['skill', plan, { trainers: [{ ...problem.trainers[0]!, modules: [] }] }],
    ['trainerDays', plan, { trainers: [{ ...problem.trainers[0]!, days: 3 }] }],
    ['trainerWeek', [held, { ...visit, week: 0 }]],
    ['trainerDay', [held, { ...visit, week: 0 }]],
    ['roomWeek', [held, { ...held, days: [1, 2] }]],
    ['roomDay', [held, { ...held, days: [1, 2] }]],
    ['days', [{ ...held, days: [1, 1] }]],
    ['calendar', [{ ...held, days: [2, 3] }]],
    ['classesMost', [held, visit, visit]],
    ['classesLeast', [], { modules: [{ ...problem.modules[0]!, classes: { least: 1, most: null } }] }],
    ['visitsOneCommune', [{ ...visit, commune: 0 }]],
    ['delivery', plan, { modules: [{ ...problem.modules[0]!, online: undefined }] }],
    ['onlineHasNoWeek', [{ ...online, week: 0 }]],
    ['offered', [{ ...online, seats: [{ group: 1, seats: 1 }] }]],
    ['groupOnce', [{ ...held, seats: [...held.seats, { group: 0, seats: 1 }] }]],
    ['whole', [{ ...held, seats: [{ group: 0, seats: 2.5 }] }]],
    [
      'pin',
      plan,
      {
        pins: [
          { module: 0, delivery: 'class', venue: 0, commune: null, week: null, trainer: null, seats: null },
        ],
      },
    ],
  ])('finds a breach of the rule "%s"', (rule, classes, other) => {
    expect(rules(classes, other)).toContain(rule)
  })
})
