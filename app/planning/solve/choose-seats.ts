import { roomInWeek, roomOfOffer, type Ledger } from './ledger'
import { costOfSeat, type PlanIndex, mostSize } from './plan-index'

/** Offers of everybody who can come to a class or visit, the most wanted first. */
export type Candidates = { offers: number[]; gains: number[]; costs: number[] }

/** Seats chosen for a class or visit: by offer, with what they bring and cost; `covered` count towards the least of communes. */
export type Choice = {
  offers: number[]
  seats: number[]
  count: number
  gain: number
  cost: number
  covered: number
}

/** `price`: gain that a đồng is worth; who brings more beyond the price of the seat comes first. */
export function candidatesFor(
  index: PlanIndex,
  module: number,
  delivery: 'class' | 'visit',
  place: number,
  price: number,
): Candidates {
  const { problem } = index
  const communes = delivery === 'visit' ? [place] : problem.venues[place]!.reach.map((reach) => reach.commune)
  const list = [...new Set(communes)].flatMap((commune) => {
    const cost = costOfSeat(index, module, delivery, place, commune)
    return index.offersAt[module * problem.communes.length + commune]!.flatMap((offer) => {
      const gain = problem.offers[offer]!.gain[delivery]
      return gain === undefined ? [] : [{ offer, gain, cost, worth: gain - price * cost }]
    })
  })
  list.sort((a, b) => b.worth - a.worth || a.offer - b.offer)
  return {
    offers: list.map((one) => one.offer),
    gains: list.map((one) => one.gain),
    costs: list.map((one) => one.cost),
  }
}

const used = { units: new Int32Array(0), touched: [] as number[] }

/**
 * Fills a class from the front of the candidates, those of communes that must still be given seats before all others.
 * `limit` and `share` may hold seats of an offer or a commune back. Stops at `money` đồng; takes nothing for itself.
 */
export function chooseSeats(
  ledger: Ledger,
  list: Candidates,
  at: { module: number; delivery: 'class' | 'visit'; place: number; week: number },
  bounds: { money: number; limit?: (offer: number) => number; share?: (commune: number) => number },
): Choice {
  const { problem } = ledger.index
  const choice: Choice = { offers: [], seats: [], count: 0, gain: 0, cost: 0, covered: 0 }
  const most = mostSize(ledger.index, at.module, at.delivery, at.place)
  if (used.units.length < problem.units.length) used.units = new Int32Array(problem.units.length)
  const W = problem.weeks.length
  const given = new Map<number, number>()
  const ofCommune = new Map<number, number>()
  const pass = (covering: boolean) => {
    for (let i = 0; i < list.offers.length && choice.count < most; i++) {
      const offer = list.offers[i]!
      const { group } = problem.offers[offer]!
      const { commune, unit } = problem.groups[group]!
      let room = at.delivery === 'class' ? roomInWeek(ledger, offer, at.week) : roomOfOffer(ledger, offer)
      if (room === 0) continue
      if (at.delivery === 'class') {
        room = Math.min(room, ledger.away[unit * W + at.week]! - used.units[unit]!)
      }
      room = Math.min(room - (given.get(offer) ?? 0), most - choice.count)
      if (bounds.limit) room = Math.min(room, bounds.limit(offer) - (given.get(offer) ?? 0))
      if (bounds.share) room = Math.min(room, bounds.share(commune) - (ofCommune.get(commune) ?? 0))
      const short = Math.max(0, ledger.wanted[commune]! - (ofCommune.get(commune) ?? 0))
      if (covering) room = Math.min(room, short)
      room = Math.min(room, Math.floor((bounds.money - choice.cost + 1e-6) / Math.max(1e-9, list.costs[i]!)))
      if (room <= 0) continue
      given.set(offer, (given.get(offer) ?? 0) + room)
      choice.count += room
      choice.gain += room * list.gains[i]!
      choice.cost += room * list.costs[i]!
      choice.covered += Math.min(room, short)
      ofCommune.set(commune, (ofCommune.get(commune) ?? 0) + room)
      used.units[unit]! += room
      used.touched.push(unit)
    }
  }
  if (ledger.wanted.some((seats) => seats > 0)) pass(true)
  pass(false)
  for (const unit of used.touched) used.units[unit] = 0
  used.touched = []
  choice.offers = [...given.keys()]
  choice.seats = [...given.values()]
  return choice
}
