import type { Delivery } from './problem'

/** Seats of one group in a class. */
export type GroupSeats = { group: number; seats: number }

/**
 * One class of a plan. `venue` for a class, `commune` for a visit, neither online; `week` and `days` (0 = the first working
 * day of the week) and the trainer only where somebody teaches. `gain`: expected reduction of the weighted gap. `key` is
 * stable between results: a pinned class keeps its own.
 */
export type SolvedClass = {
  key: string
  module: number
  delivery: Delivery
  venue: number | null
  commune: number | null
  week: number | null
  days: number[]
  trainer: number | null
  seats: GroupSeats[]
  cost: number
  gain: number
  pinned: boolean
}

/** Cost by line, in đồng; they add up to the cost of the plan. */
export type CostLines = {
  trainers: number
  rooms: number
  seats: number
  travel: number
  online: number
  journeys: number
}

/** Why a commune has fewer seats than would close its gap. */
export type ShortReason = 'unreached' | 'away' | 'budget' | 'trainers' | 'rooms' | 'size' | 'perPerson'
export type ShortCommune = { commune: number; module: number; missing: number; why: ShortReason }

/** What one more unit would bring, solved again: `gain` is told only where it is more than the plan's own gap to its bound. */
export type MoreKind = 'money' | 'trainer' | 'seats'
export type More = {
  kind: MoreKind
  /** Đồng, days of a trainer, or seats of a room. */ amount: number
  /** The module of the trainer, the venue of the seats. */ index: number | null
  gain: number | null
}

export type PlanSolution = {
  classes: SolvedClass[]
  /** Expected reduction of the weighted gap, and the best that any plan could reach: value ≤ optimum ≤ bound. */
  value: number
  bound: number
  /** (bound − value) / bound, 0 where nothing can be gained; of the whole, and of the stage of seats and venues. */
  gap: number
  stageGap: number
  /** What the greedy planner reaches. */
  greedy: number
  cost: CostLines
  total: number
  short: ShortCommune[]
  more: More[]
  ended: 'optimal' | 'gap' | 'time'
  seconds: number
}

/** A demand that clashes with others; `values` are for its text in the namespace `plans`, under `clash.<demand>`. */
export type Demand =
  | 'budget'
  | 'coverage'
  | 'required'
  | 'pins'
  | 'away'
  | 'trainers'
  | 'rooms'
  | 'calendar'
  | 'reach'
  | 'perPerson'
  | 'size'
  /** Nothing is known to clash, but no plan was found in the time either. */
  | 'time'
export type Clash = { demand: Demand; values: Record<string, string | number> }

export type SolveResult =
  | { kind: 'plan'; plan: PlanSolution }
  /** The smallest set of demands found that cannot hold together, and what would be enough where that is known. */
  | { kind: 'infeasible'; clash: Clash[] }
