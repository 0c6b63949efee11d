import type { PlanProblem } from '../../app/planning/problem'

type Slot = { module: number; delivery: 'class' | 'visit'; place: number; week: number; trainer: number }

/** The best value of any plan of a small problem, by trying all of them; null where none keeps the rules. */
export function bestOfEveryPlan(problem: PlanProblem): number | null {
  const { modules, venues, trainers, weeks, norms, communes } = problem
  let best: number | null = null
  const slots: Slot[] = []
  modules.forEach((each, module) =>
    trainers.forEach((teacher, trainer) =>
      weeks.forEach((_, week) => {
        if (!teacher.modules.includes(module)) return
        if (each.class) {
          venues.forEach((venue, place) => {
            if (!venue.not.includes(module)) slots.push({ module, delivery: 'class', place, week, trainer })
          })
        }
        if (each.visit) {
          communes.forEach((_, place) => slots.push({ module, delivery: 'visit', place, week, trainer }))
        }
      }),
    ),
  )
  const held: Slot[] = []
  const daysOf = (slot: Slot) => modules[slot.module]!.days
  const sum = (list: Slot[]) => list.reduce((total, slot) => total + daysOf(slot), 0)
  const fixed = (slot: Slot) =>
    daysOf(slot) * norms.trainerDay +
    (slot.delivery === 'class' ? daysOf(slot) * norms.roomDay : norms.visitJourney)
  const fits = (slot: Slot): boolean => {
    const teacher = trainers[slot.trainer]!
    const week = weeks[slot.week]!
    const mine = held.filter((one) => one.trainer === slot.trainer)
    if (sum(mine) + daysOf(slot) > teacher.days) return false
    const here = mine.filter((one) => one.week === slot.week)
    if (sum(here) + daysOf(slot) > Math.min(week, teacher.free[slot.week]!)) return false
    if (slot.delivery === 'class') {
      const venue = venues[slot.place]!
      const same = held.filter(
        (one) => one.delivery === 'class' && one.place === slot.place && one.week === slot.week,
      )
      const open = Math.min(week, venue.days[slot.week]!)
      if (daysOf(slot) > open || sum(same) + daysOf(slot) > venue.rooms * open) return false
    }
    const { most } = modules[slot.module]!.classes
    return most === null || held.filter((one) => one.module === slot.module).length < most
  }
  const skeletons = (from: number, money: number): void => {
    if (modules.every((each, m) => held.filter((one) => one.module === m).length >= each.classes.least)) {
      const value = seatsOf(problem, held, money, best ?? -1)
      if (value !== null && (best === null || value > best)) best = value
    }
    for (let i = from; i < slots.length; i++) {
      const slot = slots[i]!
      if (fixed(slot) > money || !fits(slot)) continue
      held.push(slot)
      skeletons(i, money - fixed(slot))
      held.pop()
    }
  }
  skeletons(0, problem.rules.budget)
  return best
}

/** The best way to seat people in classes that stand, if better than `floor`: every number of every group in every class. */
function seatsOf(problem: PlanProblem, held: readonly Slot[], budget: number, floor: number): number | null {
  const { offers, groups, units, modules, norms } = problem
  type Place = { offer: number; slot: number; gain: number; cost: number }
  const places: Place[] = offers.flatMap((offer, o) => {
    const { days } = modules[offer.module]!
    const commune = groups[offer.group]!.commune
    const at = held.flatMap((slot, k): Place[] => {
      const gain = offer.gain[slot.delivery]
      if (slot.module !== offer.module || gain === undefined) return []
      if (slot.delivery === 'visit') {
        return slot.place === commune ? [{ offer: o, slot: k, gain, cost: days * norms.seatDay }] : []
      }
      const road = problem.venues[slot.place]!.reach.find((reach) => reach.commune === commune)
      const cost = days * norms.seatDay + 2 * (road?.hours ?? 0) * norms.travelHour
      return road ? [{ offer: o, slot: k, gain, cost }] : []
    })
    const online = modules[offer.module]!.online ? offer.gain.online : undefined
    return online === undefined ? at : [...at, { offer: o, slot: -1, gain: online, cost: norms.onlineSeat }]
  })
  const hope = places.map((_, i) =>
    offers.reduce((total, offer, o) => {
      const gains = places.slice(i).flatMap((place) => (place.offer === o ? [place.gain] : []))
      return total + offer.most * Math.max(0, ...gains)
    }, 0),
  )
  const given = places.map(() => 0)
  let best: number | null = null
  const total = (which: (place: Place) => boolean) =>
    places.reduce((all, place, i) => (which(place) ? all + given[i]! : all), 0)
  const over = ({ offer, slot }: Place): boolean => {
    const { group, most } = offers[offer]!
    const { unit } = groups[group]!
    const groupOf = (place: Place) => offers[place.offer]!.group
    if (total((place) => place.offer === offer) > most) return true
    if (total((place) => groupOf(place) === group) > problem.rules.perPerson * groups[group]!.people)
      return true
    if (problem.overlaps.some((one) => total((place) => one.offers.includes(place.offer)) > one.most))
      return true
    if (slot < 0) return false
    const { delivery, module, place: where, week } = held[slot]!
    const most_ = Math.min(
      modules[module]![delivery]!.most,
      delivery === 'class' ? problem.venues[where]!.seats : 1e9,
    )
    if (total((place) => place.slot === slot) > most_) return true
    if (delivery === 'visit') return false
    const inWeek = (place: Place) =>
      place.slot >= 0 && held[place.slot]!.delivery === 'class' && held[place.slot]!.week === week
    return (
      total((place) => inWeek(place) && groups[groupOf(place)]!.unit === unit) > units[unit]!.away ||
      total((place) => inWeek(place) && groupOf(place) === group) > groups[group]!.people
    )
  }
  const seat = (i: number, money: number, value: number): void => {
    if (value + (hope[i] ?? 0) <= Math.max(floor, best ?? -1)) return
    if (i === places.length) {
      const filled = held.every(
        (slot, k) => total((place) => place.slot === k) >= modules[slot.module]![slot.delivery]!.least,
      )
      const covered = problem.communes.every(
        (commune, c) => total((place) => groups[offers[place.offer]!.group]!.commune === c) >= commune.least,
      )
      if (filled && covered) best = value
      return
    }
    const place = places[i]!
    for (let count = offers[place.offer]!.most; count >= 0; count--) {
      given[i] = count
      if (count * place.cost <= money && !over(place)) {
        seat(i + 1, money - count * place.cost, value + count * place.gain)
      }
      given[i] = 0
    }
  }
  seat(0, budget, 0)
  return best
}
