import { firstDay, type ClassToMake } from './classes-to-make'

/** Why a plan cannot be approved, as a key of the namespace `carry` under `approve.fault`. */
export type ApprovalFault =
  | 'approved'
  | 'noScenario'
  | 'solving'
  | 'notSolved'
  | 'stale'
  | 'changed'
  | 'infeasible'
  | 'empty'
  | 'gone'
  | 'past'
  | 'days'

export type ApprovalState = {
  plan: 'draft' | 'approved' | 'closed'
  scenario: 'editing' | 'solving' | 'solved' | 'infeasible' | 'failed'
  revision: number
  solvedRevision: number | null
  feasible: boolean
}

/** What stands against approving, before the classes are looked at; `seen` is the result that the planner has read. */
export function stateFault(state: ApprovalState, seen: number | null = null): ApprovalFault | null {
  if (state.plan !== 'draft') return 'approved'
  if (state.scenario === 'solving') return 'solving'
  if (state.scenario === 'infeasible') return 'infeasible'
  if (state.scenario !== 'solved' && state.solvedRevision === null) return 'notSolved'
  if (state.solvedRevision !== state.revision) return 'stale'
  if (state.scenario !== 'solved') return 'notSolved'
  if (!state.feasible) return 'infeasible'
  return seen !== null && seen !== state.solvedRevision ? 'changed' : null
}

/** What stands against the classes: nothing to hold, a class without a day, or a day `YYYY-MM-DD` that is over. */
export function classesFault(
  classes: readonly Pick<ClassToMake, 'sessions' | 'title'>[],
  today: string,
): ApprovalFault | null {
  if (classes.length === 0) return 'empty'
  if (classes.some(({ sessions }) => sessions.length === 0)) return 'days'
  return classes.some((each) => firstDay(each) <= today) ? 'past' : null
}
