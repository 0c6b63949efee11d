import type { ShortCommune, ShortReason } from '../solution'
import { candidatesFor, chooseSeats } from './choose-seats'
import { hasRoom, hasTime, roomInWeek, roomOfNeed, roomOfOffer, seatsIn, type Ledger } from './ledger'
import { costOfSeat, hoursTo, mostSize } from './plan-index'

/**
 * Where a commune has fewer seats of a module than would do its people good, and what stands in the way of one more: the
 * first of what would have to give for a seat to fit.
 */
export function shortCommunes(ledger: Ledger): ShortCommune[] {
  const { problem, offersAt } = ledger.index
  return problem.communes.flatMap((_, commune) =>
    problem.modules.flatMap((_, module) => {
      const useful = offersAt[module * problem.communes.length + commune]!.filter(
        (o) => Math.max(0, ...Object.values(problem.offers[o]!.gain)) > 0,
      )
      const open = useful.filter((o) => roomOfOffer(ledger, o) > 0)
      const missing = open.reduce((sum, o) => sum + roomOfOffer(ledger, o), 0)
      if (missing > 0) return [{ commune, module, missing, why: reason(ledger, commune, module, open) }]
      const full = useful.reduce((sum, o) => sum + roomOfNeed(ledger, o), 0)
      return full > 0 ? [{ commune, module, missing: full, why: 'perPerson' as const }] : []
    }),
  )
}

function reason(ledger: Ledger, commune: number, m: number, open: number[]): ShortReason {
  const { index } = ledger
  const { problem } = index
  const module = problem.modules[m]!
  const offered = (kind: 'class' | 'visit' | 'online') =>
    open.some((o) => problem.offers[o]!.gain[kind] !== undefined)
  if (module.online && offered('online')) return 'budget'
  const near = problem.venues.flatMap((venue, v) =>
    Number.isNaN(hoursTo(index, v, commune)) || venue.not.includes(m) ? [] : [v],
  )
  const classes = Boolean(module.class) && offered('class') && near.length > 0
  const visits = Boolean(module.visit) && offered('visit')
  if (!classes && !visits) return 'unreached'
  if (index.able[m]!.length === 0) return 'trainers'
  const seats = classes ? seatsToSpare(ledger, commune, m, open) : null
  if (seats) return seats
  if (ledger.classes[m]! < 1) return 'size'
  const held = classes ? near.filter((v) => index.venuesOf[m]!.includes(v)) : []
  if (classes && held.length === 0 && !visits) return 'rooms'
  return nextClass(ledger, m, held, visits ? commune : null)
}

/** Whether a class that is held has a seat for them, and why they are not in it. */
function seatsToSpare(ledger: Ledger, commune: number, m: number, open: number[]): ShortReason | null {
  const { index } = ledger
  const spare = ledger.drafts.filter(
    (draft) =>
      draft.module === m &&
      draft.delivery === 'class' &&
      !Number.isNaN(hoursTo(index, draft.place, commune)) &&
      seatsIn(draft) < mostSize(index, m, 'class', draft.place),
  )
  if (spare.length === 0) return null
  const comes = spare.filter((draft) => open.some((o) => roomInWeek(ledger, o, draft.week) > 0))
  if (comes.length === 0) return 'away'
  const cheapest = Math.min(...comes.map((draft) => costOfSeat(index, m, 'class', draft.place, commune)))
  return cheapest > ledger.money ? 'budget' : null
}

/** Why there is no other class for them. */
function nextClass(ledger: Ledger, m: number, venues: number[], commune: number | null): ShortReason {
  const { index } = ledger
  const weeks = index.problem.weeks.map((_, week) => week)
  const taught = weeks.filter((week) => index.able[m]!.some((trainer) => hasTime(ledger, m, trainer, week)))
  if (taught.length === 0) return 'trainers'
  const slots = [
    ...venues.flatMap((place) =>
      taught
        .filter((week) => hasRoom(ledger, m, place, week))
        .map((week) => ({ delivery: 'class' as const, place, week })),
    ),
    ...(commune === null ? [] : [{ delivery: 'visit' as const, place: commune, week: taught[0]! }]),
  ]
  if (slots.length === 0) return 'rooms'
  const choices = slots.map((slot) => {
    const list = candidatesFor(index, m, slot.delivery, slot.place, 0)
    const { least } = index.problem.modules[m]![slot.delivery]!
    const choice = chooseSeats(ledger, list, { module: m, ...slot }, { money: Infinity })
    const people = list.offers.reduce((sum, offer) => sum + roomOfOffer(ledger, offer), 0)
    return { enough: choice.count >= least, people: people >= least }
  })
  const filled = choices.filter((choice) => choice.enough)
  if (filled.length === 0) return choices.some((choice) => choice.people) ? 'away' : 'size'
  return 'budget'
}
