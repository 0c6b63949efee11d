import { seeded } from '../../app/assessment/numeric/random'
import type { Delivery, PlanProblem } from '../../app/planning/problem'

/** A problem so small that every plan of it can be tried: up to two of everything, drawn from a seed. */
export function smallPlan(seed: number): PlanProblem {
  const random = seeded(`small plan ${seed}`)
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const chance = (share: number) => random() < share
  const weeks = [whole(1, 3), chance(0.2) ? 0 : whole(1, 3)]
  const communes = whole(1, 2)
  const groups = Array.from({ length: 2 }, (_, g) => ({
    commune: g % communes,
    unit: g % communes,
    position: `p${g}`,
    people: whole(1, 2),
  }))
  const peopleOf = (commune: number) =>
    groups.filter((group) => group.commune === commune).reduce((sum, group) => sum + group.people, 0)
  const modules: PlanProblem['modules'] = Array.from({ length: whole(1, 2) }, (_, m) => ({
    code: `M${m}`,
    days: whole(1, 2),
    ...(chance(0.85) ? { class: { least: whole(1, 2), most: whole(2, 3) } } : {}),
    ...(chance(0.4) ? { visit: { least: 1, most: whole(1, 2) } } : {}),
    ...(chance(0.4) ? { online: true as const } : {}),
    classes: { least: chance(0.15) ? 1 : 0, most: chance(0.15) ? 1 : null },
  }))
  const offers: PlanProblem['offers'] = groups.flatMap((group, g) =>
    modules.flatMap((module, m) => {
      if (chance(0.15)) return []
      const gain: Partial<Record<Delivery, number>> = {}
      const size = 0.2 + random()
      if (module.class) gain.class = size
      if (module.visit) gain.visit = size * 1.2
      if (module.online) gain.online = size * 0.4
      return [{ module: m, group: g, most: whole(1, group.people), gain }]
    }),
  )
  const pair = offers.flatMap((offer, o) => (offer.group === 0 ? [o] : []))
  return {
    weeks,
    communes: Array.from({ length: communes }, (_, c) => ({
      code: `C${c}`,
      people: peopleOf(c),
      least: chance(0.2) ? 1 : 0,
    })),
    units: Array.from({ length: communes }, (_, c) => ({
      commune: c,
      code: 'office',
      people: peopleOf(c),
      away: whole(1, peopleOf(c)),
    })),
    groups,
    modules,
    venues: Array.from({ length: whole(1, 2) }, (_, v) => ({
      id: `V${v}`,
      seats: whole(1, 3),
      rooms: 1,
      days: weeks.map((days) => whole(0, days)),
      reach: Array.from({ length: communes }, (_, commune) => ({ commune, hours: whole(0, 2) / 2 })).filter(
        () => chance(0.85),
      ),
      not: chance(0.1) ? [0] : [],
    })),
    trainers: Array.from({ length: chance(0.3) ? 2 : 1 }, (_, t) => ({
      id: `T${t}`,
      modules: modules.flatMap((_, m) => (chance(0.85) ? [m] : [])),
      days: whole(1, 3),
      free: weeks.map((days) => whole(0, days)),
    })),
    offers,
    overlaps: pair.length === 2 && chance(0.4) ? [{ offers: pair, most: groups[0]!.people }] : [],
    norms: { trainerDay: 100, roomDay: 50, seatDay: 20, travelHour: 10, onlineSeat: 15, visitJourney: 40 },
    rules: { budget: whole(0, 8) * 60, perPerson: whole(1, 2) },
    pins: [],
    earlier: [],
  }
}
