import type { ClassWish } from '../problem'
import { takesSeats, placesOf } from './place-pins'
import { leastSize, mostSize, type PlanIndex } from './plan-index'

/** What pins ask of the stage of seats, which knows neither weeks nor trainers. */
export type Pinned = {
  pins: { pin: ClassWish; places: number[] }[]
  /** Seats that pins name, by offer and delivery: they stay even where they are more than the offer has. */
  class: Int32Array
  visit: Int32Array
  /** Seats of communes for people to whom the module is not offered. */
  beside: Int32Array
}

export function pinnedIn(index: PlanIndex): Pinned {
  const { problem } = index
  const list = () => new Int32Array(problem.offers.length)
  const pinned = { class: list(), visit: list(), beside: new Int32Array(problem.communes.length) }
  for (const pin of problem.pins) {
    for (const { group, seats } of pin.seats ?? []) {
      const offer = index.offerAt[pin.module * problem.groups.length + group]!
      const isOffered = offer >= 0 && problem.offers[offer]!.gain[pin.delivery] !== undefined
      if (isOffered) pinned[pin.delivery][offer]! += seats
      else pinned.beside[problem.groups[group]!.commune]! += seats
    }
  }
  const pins = problem.pins.map((pin) => ({
    pin,
    places: placesOf(index, pin).filter((place) => takesSeats(index, pin, place)),
  }))
  return { ...pinned, pins }
}

/** By how much pins that name their people may stay below the least and above the most of the classes at a place. */
export function slackAt(
  index: PlanIndex,
  pinned: Pinned,
  module: number,
  delivery: 'class' | 'visit',
  place: number,
): { below: number; above: number } {
  const here = pinned.pins.filter(
    ({ pin, places }) =>
      pin.seats && pin.module === module && pin.delivery === delivery && places.includes(place),
  )
  const least = leastSize(index, module, delivery)
  const most = mostSize(index, module, delivery, place)
  return {
    below: here.length * least,
    above: here.reduce(
      (sum, { pin }) => sum + Math.max(0, pin.seats!.reduce((all, row) => all + row.seats, 0) - most),
      0,
    ),
  }
}
