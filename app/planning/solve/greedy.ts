import { candidatesFor, chooseSeats, type Candidates, type Choice } from './choose-seats'
import {
  addDraft,
  addOnline,
  addSeats,
  fixedCostOf,
  hasRoom,
  hasTime,
  roomOfOffer,
  type Draft,
  type Ledger,
} from './ledger'
import type { PlanIndex } from './plan-index'

/** Something that could be added to a plan next. */
export type Option =
  | { kind: 'class' | 'visit'; module: number; place: number; candidates: Candidates; ratio: number }
  | { kind: 'online'; offer: number; ratio: number }

type Meeting = { ratio: number; week: number; trainer: number; choice: Choice }
type Found = Meeting | { ratio: number; seats: number }

/** How good it is to add something next: by its gain, its cost in đồng and its days of teaching (0 online). */
export type Score = (gain: number, cost: number, days: number) => number

/** Best gain per đồng: what the greedy planner goes by. */
export const perDong: Score = (gain, cost) => gain / Math.max(cost, 1e-6)

/** Gain beyond what the money is worth elsewhere, for each day of a trainer; online seats take what is left. */
export const beyondPrice =
  (price: number): Score =>
  (gain, cost, days) =>
    (gain - price * cost) / (days || 1000)

/** Everything that could ever be added to a plan: classes, visits and online seats. */
export function allOptions(index: PlanIndex, price: number): Option[] {
  const { problem } = index
  const meetings = (kind: 'class' | 'visit', module: number, places: number[]) =>
    places.flatMap((place): Option[] => {
      const candidates = candidatesFor(index, module, kind, place, price)
      return candidates.offers.length === 0 ? [] : [{ kind, module, place, candidates, ratio: Infinity }]
    })
  return [
    ...problem.modules.flatMap((_, m) => [
      ...meetings('class', m, index.venuesOf[m]!),
      ...meetings('visit', m, index.visits[m] ? problem.communes.map((_, c) => c) : []),
    ]),
    ...problem.offers.flatMap((offer, o): Option[] =>
      problem.modules[offer.module]!.online && offer.gain.online !== undefined
        ? [{ kind: 'online', offer: o, ratio: Infinity }]
        : [],
    ),
  ]
}

/**
 * Adds the class, visit or online seats with the best score to the plan in the ledger until nothing fits: in a week with a
 * room and a trainer. What a commune or module must still have counts before everything else.
 */
export function fillGreedily(ledger: Ledger, options: readonly Option[], score: Score = perDong): void {
  const { problem } = ledger.index
  const largest = problem.offers.reduce((most, offer) => Math.max(most, ...Object.values(offer.gain)), 0)
  const bonus = 1000 * Math.max(largest, 1e-6)
  const heap: Option[] = [...options]
  while (heap.length > 0) {
    const option = popHeap(heap)!
    const found =
      option.kind === 'online'
        ? online(ledger, option.offer, bonus, score)
        : bestMeeting(ledger, option, score, null, bonus)
    if (!found) continue
    const next = heap[0]?.ratio ?? -Infinity
    if (found.ratio < next) {
      pushHeap(heap, { ...option, ratio: found.ratio })
      continue
    }
    if (option.kind === 'online' && 'seats' in found) addOnline(ledger, option.offer, found.seats)
    else if (option.kind !== 'online' && 'choice' in found) {
      addDraft(ledger, draftOf(option, found))
      give(ledger, ledger.drafts[ledger.drafts.length - 1]!, found.choice)
      pushHeap(heap, { ...option, ratio: found.ratio })
    }
  }
}

function draftOf(
  option: Option & { kind: 'class' | 'visit' },
  found: { week: number; trainer: number },
): Draft {
  return {
    module: option.module,
    delivery: option.kind,
    place: option.place,
    week: found.week,
    trainer: found.trainer,
    seats: new Map(),
    pin: null,
  }
}

export function give(ledger: Ledger, draft: Draft, choice: Choice): void {
  choice.offers.forEach((offer, i) =>
    addSeats(ledger, draft, ledger.index.problem.offers[offer]!.group, choice.seats[i]!),
  )
}

function online(ledger: Ledger, o: number, bonus: number, score: Score): Found | null {
  const { problem } = ledger.index
  const offer = problem.offers[o]!
  const { onlineSeat } = problem.norms
  const afford = onlineSeat > 0 ? Math.floor((ledger.money + 1e-6) / onlineSeat) : Infinity
  const room = Math.min(roomOfOffer(ledger, o), afford)
  if (room <= 0) return null
  const short = Math.max(0, ledger.wanted[problem.groups[offer.group]!.commune]!)
  const gain = offer.gain.online! + (short > 0 ? bonus : 0)
  const ratio = score(gain, onlineSeat, 0)
  if (gain <= 0 || ratio <= 0) return null
  return { ratio, seats: short > 0 ? Math.min(room, short) : room }
}

/** The week and trainer in which a class or visit scores best, or null where none fits; chance decides between equals. */
export function bestMeeting(
  ledger: Ledger,
  option: Option & { kind: 'class' | 'visit' },
  score: Score,
  random: (() => number) | null = null,
  bonus = 1e3,
): Meeting | null {
  const { index } = ledger
  const { problem } = index
  const { module, place, kind } = option
  if (ledger.classes[module]! < 1) return null
  const fixed = fixedCostOf(index, module, kind)
  const money = ledger.money - fixed
  if (money < -1e-6) return null
  const W = problem.weeks.length
  let best: Meeting | null = null
  let slack = -1
  let visit: Choice | null = null
  for (let week = 0; week < W; week++) {
    if (kind === 'class' && !hasRoom(ledger, module, place, week)) continue
    const trainer = idlest(ledger, module, week)
    if (trainer < 0) continue
    const choice: Choice =
      visit ?? chooseSeats(ledger, option.candidates, { module, delivery: kind, place, week }, { money })
    if (kind === 'visit') visit = choice
    if (choice.count < problem.modules[module]![kind]!.least) continue
    const gain = choice.gain + bonus * (choice.covered + (ledger.required[module]! > 0 ? 100 : 0))
    const ratio = score(gain, fixed + choice.cost, problem.modules[module]!.days)
    if (gain <= 0 || ratio <= 0) continue
    const left = random?.() ?? (kind === 'class' ? ledger.roomWeeks[place * W + week]! : 0)
    if (!best || ratio > best.ratio + 1e-15 || (ratio > best.ratio - 1e-15 && left > slack)) {
      best = { ratio, week, trainer, choice }
      slack = left
    }
  }
  return best
}

/** Of the trainers who could, the one who has most days left for each module that it teaches; −1 where nobody could. */
export function idlest(ledger: Ledger, module: number, week: number): number {
  let best = -1
  let most = -Infinity
  for (const trainer of ledger.index.able[module]!) {
    if (!hasTime(ledger, module, trainer, week)) continue
    const left = ledger.trainers[trainer]! / ledger.index.problem.trainers[trainer]!.modules.length
    if (left > most) {
      most = left
      best = trainer
    }
  }
  return best
}

function pushHeap(heap: Option[], option: Option): void {
  heap.push(option)
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]!.ratio >= option.ratio) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = option
}

function popHeap(heap: Option[]): Option | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || !last) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]!.ratio > heap[child]!.ratio) child++
    if (heap[child]!.ratio <= last.ratio) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
