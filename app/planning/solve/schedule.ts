import { candidatesFor, chooseSeats, type Candidates, type Choice } from './choose-seats'
import { give } from './greedy'
import {
  addDraft,
  addOnline,
  fixedCostOf,
  hasRoom,
  hasTime,
  roomOfOffer,
  type Draft,
  type Ledger,
} from './ledger'
import { mostSize } from './plan-index'

export type Batch = { module: number; delivery: 'class' | 'visit'; place: number; count: number }

/** What the stage of seats decided: how many classes and visits where, and who sits in them. */
export type Target = {
  batches: Batch[]
  /** Seats of an offer by delivery. */
  seats: { class: Float64Array; visit: Float64Array; online: Float64Array }
  /** Seats of a commune in the classes of a module at a venue, at (module · venues + venue) · communes + commune. */
  share: Map<number, number>
  /** Classes and visits of a module that a trainer teaches, at module · trainers + trainer. */
  quota: Map<number, number>
  /** Gain that a đồng is worth. */
  price: number
}

/** Where a class stood in the result before, so that it can stand there again. */
export type Habit = {
  module: number
  delivery: 'class' | 'visit'
  place: number
  week: number
  trainer: number
}

type Slot = { week: number; trainer: number; choice: Choice }

/**
 * Puts the classes of a target into weeks with a room and a trainer, those first that few trainers can teach, each into
 * the week in which most of its people may come. What finds no week is left out.
 */
export function schedule(ledger: Ledger, target: Target, habits: readonly Habit[], shift = 0): void {
  const { index } = ledger
  const { problem } = index
  const left = {
    class: Int32Array.from(target.seats.class, Math.round),
    visit: Int32Array.from(target.seats.visit, Math.round),
  }
  for (const draft of ledger.drafts) {
    for (const [group, seats] of draft.seats) {
      const offer = index.offerAt[draft.module * problem.groups.length + group]!
      if (offer >= 0) left[draft.delivery][offer] = Math.max(0, left[draft.delivery][offer]! - seats)
    }
  }
  const share = new Map([...target.share].map(([at, seats]) => [at, Math.ceil(seats - 1e-6)]))
  const usual = [...habits]
  const quota = new Map(target.quota)
  for (const batch of inOrder(index.problem, target.batches, ledger, shift)) {
    const { module, delivery, place } = batch
    const standing = ledger.drafts.filter((one) => one.pin !== null && same(one, batch)).length
    const candidates = candidatesFor(index, module, delivery, place, target.price)
    const at = (commune: number) =>
      (module * problem.venues.length + place) * problem.communes.length + commune
    for (let i = standing; i < batch.count; i++) {
      const habit = usual.findIndex((one) => same(one, batch))
      const slot = findSlot(ledger, batch, byUrgency(ledger, candidates, left[delivery]), {
        limit: (offer) => left[delivery][offer]!,
        share: (commune) => (delivery === 'visit' ? Infinity : (share.get(at(commune)) ?? 0)),
        usual: usual[habit],
        quota,
      })
      if (!slot || slot.choice.count < problem.modules[module]![delivery]!.least) break
      if (habit >= 0) usual.splice(habit, 1)
      const draft: Draft = {
        module,
        delivery,
        place,
        week: slot.week,
        trainer: slot.trainer,
        seats: new Map(),
        pin: null,
      }
      addDraft(ledger, draft)
      const taught = module * problem.trainers.length + slot.trainer
      quota.set(taught, (quota.get(taught) ?? 0) - 1)
      give(ledger, draft, slot.choice)
      slot.choice.offers.forEach((offer, k) => {
        left[delivery][offer]! -= slot.choice.seats[k]!
        const commune = at(problem.groups[problem.offers[offer]!.group]!.commune)
        share.set(commune, (share.get(commune) ?? 0) - slot.choice.seats[k]!)
      })
    }
  }
  const { onlineSeat } = problem.norms
  target.seats.online.forEach((seats, offer) => {
    const afford = onlineSeat > 0 ? Math.floor((ledger.money + 1e-6) / onlineSeat) : Infinity
    const room = Math.min(Math.round(seats), roomOfOffer(ledger, offer), afford)
    if (room > 0) addOnline(ledger, offer, room)
  })
}

const same = (a: { module: number; delivery: string; place: number }, b: Batch) =>
  a.module === b.module && a.delivery === b.delivery && a.place === b.place

/** Required modules first, then classes before visits, then the modules whose trainers have least time to spare. */
function inOrder(
  problem: Ledger['index']['problem'],
  batches: Batch[],
  ledger: Ledger,
  shift: number,
): Batch[] {
  const wanted = problem.modules.map(() => 0)
  for (const batch of batches) wanted[batch.module]! += batch.count * problem.modules[batch.module]!.days
  const pressure = problem.modules.map((_, m) => {
    const days = ledger.index.able[m]!.reduce(
      (sum, t) => sum + problem.trainers[t]!.days / problem.trainers[t]!.modules.length,
      0,
    )
    return wanted[m]! / Math.max(days, 1e-6)
  })
  const rank = (batch: Batch, i: number) =>
    (problem.modules[batch.module]!.classes.least > 0 ? -1e6 : 0) +
    (batch.delivery === 'visit' ? 1e3 : 0) -
    pressure[batch.module]! * (1 + 0.5 * shift * (((i * 7919 + shift * 104729) % 1000) / 1000))
  return batches
    .map((batch, i) => ({ batch, rank: rank(batch, i) }))
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.batch)
}

/** Units that have most people to send for each that may be away come first, so that the last classes can be filled. */
function byUrgency(ledger: Ledger, list: Candidates, left: Int32Array): Candidates {
  const { offers, groups, units } = ledger.index.problem
  const toSend = new Map<number, number>()
  const unitOf = (offer: number) => groups[offers[offer]!.group]!.unit
  for (const offer of list.offers) toSend.set(unitOf(offer), (toSend.get(unitOf(offer)) ?? 0) + left[offer]!)
  const order = list.offers.flatMap((offer, i) => {
    if (left[offer]! <= 0) return []
    const unit = unitOf(offer)
    return [{ i, urgency: toSend.get(unit)! / Math.max(1, units[unit]!.away) }]
  })
  order.sort((a, b) => b.urgency - a.urgency || a.i - b.i)
  const pick = (values: number[]) => order.map((one) => values[one.i]!)
  return { offers: pick(list.offers), gains: pick(list.gains), costs: pick(list.costs) }
}

function findSlot(
  ledger: Ledger,
  { module, delivery, place }: Batch,
  candidates: Candidates,
  bounds: {
    limit: (offer: number) => number
    share: (commune: number) => number
    usual?: Habit
    quota: Map<number, number>
  },
): Slot | null {
  const { index } = ledger
  const W = index.problem.weeks.length
  const money = ledger.money - fixedCostOf(index, module, delivery)
  if (money < -1e-6 || ledger.classes[module]! < 1) return null
  const full = mostSize(index, module, delivery, place)
  let best: (Slot & { rank: number }) | null = null
  for (let week = 0; week < W; week++) {
    if (delivery === 'class' && !hasRoom(ledger, module, place, week)) continue
    const { usual } = bounds
    const again = usual?.week === week && hasTime(ledger, module, usual.trainer, week)
    const trainer = again ? usual.trainer : planned(ledger, bounds.quota, module, week)
    if (trainer < 0) continue
    const choice = chooseSeats(ledger, candidates, { module, delivery, place, week }, { ...bounds, money })
    const slack = delivery === 'class' ? ledger.roomWeeks[place * W + week]! : 0
    const rank =
      choice.covered * 100 +
      choice.count +
      (again ? 0.5 : 0) +
      slack * 0.01 * Math.min(1, choice.count / full)
    if (!best || rank > best.rank) best = { week, trainer, choice, rank }
  }
  return best
}

/** Of the trainers who are free, the one who is to teach most classes of the module still; −1 where nobody is. */
function planned(ledger: Ledger, quota: Map<number, number>, module: number, week: number): number {
  let best = -1
  let most = 0
  for (const trainer of ledger.index.able[module]!) {
    const left = quota.get(module * ledger.index.problem.trainers.length + trainer) ?? 0
    if (left <= most || !hasTime(ledger, module, trainer, week)) continue
    best = trainer
    most = left
  }
  return best
}
