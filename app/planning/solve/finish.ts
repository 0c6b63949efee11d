import type { SolvedClass } from '../solution'
import { gainOf, costOf } from './check-plan'
import { spreadDays } from './days'
import type { Ledger } from './ledger'

/** The classes of a plan as they are told: with days, cost, gain and a name that a class keeps when it is planned again. */
export function finishPlan(ledger: Ledger): SolvedClass[] {
  const { problem } = ledger.index
  const days = new Map<number, number[]>()
  problem.weeks.forEach((length, week) => {
    const here = ledger.drafts.flatMap((draft, i) => (draft.week === week ? [{ draft, i }] : []))
    const meetings = here.map(({ draft }) => ({
      trainer: draft.trainer,
      venue: draft.delivery === 'class' ? draft.place : null,
      days: problem.modules[draft.module]!.days,
    }))
    spreadDays(meetings, length, (venue) => problem.venues[venue]!.rooms).forEach((list, k) =>
      days.set(here[k]!.i, list),
    )
  })
  const names = new Set<string>()
  const nameOf = (base: string) => {
    let name = base
    for (let count = 2; names.has(name); count += 1) name = `${base}.${count}`
    names.add(name)
    return name
  }
  const held = ledger.drafts.map((draft, i) => {
    const isClass = draft.delivery === 'class'
    const { code } = problem.modules[draft.module]!
    const where = isClass ? problem.venues[draft.place]!.id : problem.communes[draft.place]!.code
    const seats = [...draft.seats].map(([group, count]) => ({ group, seats: count }))
    return {
      key:
        draft.pin === null
          ? `${code}.${where}.${draft.week + 1}`
          : (problem.pins[draft.pin]!.key ?? `pin.${draft.pin + 1}`),
      module: draft.module,
      delivery: draft.delivery,
      venue: isClass ? draft.place : null,
      commune: isClass ? null : draft.place,
      week: draft.week,
      days: days.get(i)!,
      trainer: draft.trainer,
      seats: seats.sort((a, b) => a.group - b.group),
      pinned: draft.pin !== null,
    }
  })
  held.sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) ||
      a.week - b.week ||
      a.days[0]! - b.days[0]! ||
      a.module - b.module,
  )
  const online = problem.modules.flatMap((module, m) => {
    const seats = problem.offers.flatMap((offer, o) =>
      offer.module === m && ledger.online[o]! > 0 ? [{ group: offer.group, seats: ledger.online[o]! }] : [],
    )
    if (seats.length === 0) return []
    const nowhere = { venue: null, commune: null, week: null, days: [], trainer: null, pinned: false }
    return [{ key: `${module.code}.online`, module: m, delivery: 'online' as const, ...nowhere, seats }]
  })
  return [...held, ...online].map((one) => ({
    ...one,
    key: nameOf(one.key),
    cost: costOf(problem, [one]).total,
    gain: gainOf(problem, [one]),
  }))
}
