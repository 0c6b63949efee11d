import { seeded, type Random } from '../../../app/assessment/numeric/random'
import type { Delivery, Offer, PlanProblem } from '../../../app/planning/problem'

const size = { communes: 99, people: 4100, modules: 24, trainers: 30, venues: 12, weeks: 26 }
const unitsOfCommune = ['party', 'office', 'economy', 'culture', 'one-stop']
const norms = {
  trainerDay: 1_500_000,
  roomDay: 1_200_000,
  seatDay: 150_000,
  travelHour: 40_000,
  onlineSeat: 90_000,
  visitJourney: 600_000,
}
const kilometresAnHour = 35
const hoursAtMost = 1.1

/**
 * A province of the size of Bắc Ninh, drawn from `seed`: 99 communes of about 41 people in five units and 20 positions on
 * a plane of 70 × 67 km, 12 venues, 30 trainers of three to six modules, 24 modules, half a year with holidays, and money
 * for about a third of what would close every gap.
 */
export function drawProvince(seed: number): PlanProblem {
  const random = seeded(`province ${seed}`)
  const between = (low: number, high: number) => low + random() * (high - low)
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  const weeks = drawWeeks(random)
  const places = Array.from({ length: size.communes }, () => ({
    x: between(0, 70),
    y: between(0, 67),
    need: between(0.75, 1.25),
  }))
  const hours = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    0.1 + (1.3 * Math.hypot(a.x - b.x, a.y - b.y)) / kilometresAnHour
  const modules: PlanProblem['modules'] = Array.from({ length: size.modules }, (_, m) => ({
    code: `M${m + 1}`,
    days: [1, 2, 2, 3, 1, 2][m % 6]!,
    class: { least: 12, most: 35 },
    ...(m % 3 === 0 ? { visit: { least: 3, most: 10 } } : {}),
    ...(m % 5 < 2 ? { online: true as const } : {}),
    classes: { least: m < 4 ? 1 : 0, most: null },
  }))
  const communes: PlanProblem['communes'] = []
  const units: PlanProblem['units'] = []
  const groups: PlanProblem['groups'] = []
  places.forEach((_, c) => {
    const start = groups.length
    for (const code of unitsOfCommune) {
      const unit = units.length
      let people = 0
      for (let position = 0; position < 4; position++) {
        const holders = [1, 1, 2, 2, 3, 3][whole(0, 5)]!
        people += holders
        groups.push({ commune: c, unit, position: `${code}-${position}`, people: holders })
      }
      units.push({ commune: c, code, people, away: 0 })
    }
    const people = groups.slice(start).reduce((sum, group) => sum + group.people, 0)
    communes.push({ code: `C${c + 1}`, people, least: 0 })
  })
  for (let people = groups.reduce((sum, one) => sum + one.people, 0); people < size.people; people++) {
    const group = groups[whole(0, groups.length - 1)]!
    group.people++
    units[group.unit]!.people++
    communes[group.commune]!.people++
  }
  for (const unit of units) unit.away = Math.max(1, Math.floor(unit.people * 0.25))
  for (const commune of communes) commune.least = Math.ceil(commune.people * 0.1)
  const sites: number[] = [whole(0, size.communes - 1)]
  while (sites.length < size.venues) {
    const far = places.map((place, c) => ({
      c,
      near: Math.min(...sites.map((s) => hours(place, places[s]!))),
    }))
    sites.push(far.sort((a, b) => b.near - a.near)[whole(0, 12)]!.c)
  }
  const venues: PlanProblem['venues'] = sites.map((site, v) => ({
    id: `V${v + 1}`,
    seats: [24, 30, 40, 60][whole(0, 3)]!,
    rooms: v < 2 ? 2 : 1,
    days: weeks.map((days) => (random() < 0.15 ? Math.floor(days / 2) : days)),
    reach: places.flatMap((place, commune) => {
      const road = Math.round(hours(place, places[site]!) * 10) / 10
      return road <= hoursAtMost ? [{ commune, hours: road }] : []
    }),
    not: [],
  }))
  const trainers: PlanProblem['trainers'] = Array.from({ length: size.trainers }, (_, t) => {
    const skills = new Set([t % size.modules])
    const wanted = whole(3, 6)
    while (skills.size < wanted) skills.add(whole(0, size.modules - 1))
    return {
      id: `T${t + 1}`,
      modules: [...skills].sort((a, b) => a - b),
      days: whole(12, 36),
      free: weeks.map((days) => (random() < 0.2 ? 0 : Math.min(days, whole(2, 5)))),
    }
  })
  const offers = drawOffers(random, modules, groups, (c) => places[c]!.need)
  return {
    weeks,
    communes,
    units,
    groups,
    modules,
    venues,
    trainers,
    offers,
    overlaps: overlaps(
      offers,
      groups.map((group) => group.people),
    ),
    norms,
    rules: { budget: budgetOf(offers, modules), perPerson: 4 },
    pins: [],
    earlier: [],
  }
}

function drawWeeks(random: Random): number[] {
  const weeks: number[] = Array.from({ length: size.weeks }, () => (random() < 0.15 ? 4 : 5))
  weeks[5] = 0
  weeks[17] = 2
  return weeks
}

/** A position needs ten of the modules or so; what a seat brings falls with the distance of its people from the target. */
function drawOffers(
  random: Random,
  modules: PlanProblem['modules'],
  groups: PlanProblem['groups'],
  need: (commune: number) => number,
): Offer[] {
  const positions = [...new Set(groups.map((group) => group.position))]
  const wants = new Map(
    positions.map((position) => [position, modules.map(() => (random() < 0.42 ? random() : 0))]),
  )
  const weight = modules.map(() => 0.6 + random() * 0.8)
  const slope = modules.map(() => 0.25 + random() * 0.2)
  return groups.flatMap((group, g) =>
    modules.flatMap((module, m) => {
      const want = wants.get(group.position)![m]!
      if (want === 0) return []
      const below = Math.min(0.95, (0.25 + 0.6 * want) * need(group.commune) * (0.8 + 0.4 * random()))
      const most = Math.min(group.people, Math.ceil(group.people * below))
      const gain: Partial<Record<Delivery, number>> = { class: weight[m]! * slope[m]! * (0.3 + below) }
      if (module.visit) gain.visit = gain.class! * 1.1
      if (module.online) gain.online = gain.class! * 0.35
      return [{ module: m, group: g, most, gain }]
    }),
  )
}

/** Modules 1 and 2, 3 and 4, 5 and 6 teach the same thing. */
function overlaps(offers: Offer[], people: number[]): PlanProblem['overlaps'] {
  const pairs = new Map<string, number[]>()
  offers.forEach((offer, o) => {
    if (offer.module >= 6) return
    const key = `${offer.group} ${Math.floor(offer.module / 2)}`
    pairs.set(key, [...(pairs.get(key) ?? []), o])
  })
  return [...pairs.values()]
    .filter((pair) => pair.length > 1)
    .map((pair) => ({ offers: pair, most: people[offers[pair[0]!]!.group]! }))
}

function budgetOf(offers: Offer[], modules: PlanProblem['modules']): number {
  const seats = offers.reduce((sum, offer) => {
    const { days } = modules[offer.module]!
    return (
      sum + offer.most * (days * (norms.seatDay + (norms.trainerDay + norms.roomDay) / 30) + norms.travelHour)
    )
  }, 0)
  return Math.round(seats / 3 / 1e7) * 1e7
}
