import type { PlanProblem } from '../problem'
import type { Demand } from '../solution'

/** Demands in the order in which the search for a clash tries to do without them: what a planner can least change first. */
export const demands: readonly Demand[] = [
  'size',
  'perPerson',
  'reach',
  'calendar',
  'rooms',
  'away',
  'trainers',
  'pins',
  'required',
  'coverage',
  'budget',
]

const plenty = 1e6

/** The problem as it would be without some of its demands. */
export function withoutDemands(problem: PlanProblem, dropped: ReadonlySet<Demand>): PlanProblem {
  const without = (demand: Demand) => dropped.has(demand)
  const weeks = without('calendar') ? problem.weeks.map(() => 7) : problem.weeks
  const W = weeks.length
  const every = { days: weeks.map(() => 7), free: weeks.map(() => 7) }
  const people = problem.communes.map((_, commune) => ({ commune, hours: 0 }))
  return {
    ...problem,
    weeks,
    communes: problem.communes.map((one) => (without('coverage') ? { ...one, least: 0 } : one)),
    units: problem.units.map((one) => (without('away') ? { ...one, away: one.people } : one)),
    modules: problem.modules.map((one) => ({
      ...one,
      ...(without('size') && one.class ? { class: { least: 1, most: plenty } } : {}),
      ...(without('size') && one.visit ? { visit: { least: 1, most: plenty } } : {}),
      classes: without('required') ? { least: 0, most: null } : one.classes,
    })),
    venues: problem.venues.map((one) => ({
      ...one,
      ...(without('rooms') ? { rooms: plenty, days: every.days } : {}),
      ...(without('size') ? { seats: plenty } : {}),
      ...(without('reach')
        ? {
            reach: [
              ...one.reach,
              ...people.filter((row) => !one.reach.some((r) => r.commune === row.commune)),
            ],
          }
        : {}),
      ...(without('calendar') ? { days: every.days } : {}),
    })),
    trainers: [
      ...problem.trainers.map((one) => (without('calendar') ? { ...one, free: every.free } : one)),
      ...(without('trainers') ? helpers(problem, W) : []),
    ],
    pins: without('pins') ? [] : problem.pins,
    rules: {
      budget: without('budget') ? 1e15 : problem.rules.budget,
      perPerson: without('perPerson') ? plenty : problem.rules.perPerson,
    },
  }
}

/** As many trainers of everything as could ever be needed at once, each free on all days of the week. */
function helpers(problem: PlanProblem, weeks: number): PlanProblem['trainers'] {
  const most = Math.max(1, ...problem.modules.map((module) => module.classes.least))
  const count = Math.min(8, most + problem.communes.length)
  const modules = problem.modules.map((_, m) => m)
  return Array.from({ length: count }, (_, i) => ({
    id: `helper ${i}`,
    modules,
    days: 7 * weeks,
    free: Array.from({ length: weeks }, () => 7),
  }))
}
