/** TCVN 14423: a lock of at most 15 minutes after 5 failures. */
export const maxFailures = 5
export const lockMinutes = 15

export type LockState = { failedCount: number; lockedUntil: Date | null }

export const unlocked: LockState = { failedCount: 0, lockedUntil: null }

export function isLocked(state: LockState, at: Date): boolean {
  return state.lockedUntil !== null && state.lockedUntil > at
}

/** The state after one more wrong password. A lock that has ended starts the count anew; one that holds is not prolonged. */
export function afterFailure(state: LockState, at: Date): LockState {
  if (isLocked(state, at)) return state
  const failedCount = (state.lockedUntil === null ? state.failedCount : 0) + 1
  if (failedCount < maxFailures) return { failedCount, lockedUntil: null }
  return { failedCount, lockedUntil: new Date(at.getTime() + lockMinutes * 60_000) }
}

/** Whole minutes until the lock ends, at least 1. */
export function minutesLocked(state: LockState, at: Date): number {
  return Math.max(1, Math.ceil(((state.lockedUntil?.getTime() ?? 0) - at.getTime()) / 60_000))
}
