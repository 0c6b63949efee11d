import { isIdle } from './idle'
import { isLocked, type LockState } from './lock'

export type AccountState = 'disabled' | 'locked' | 'notActivated' | 'idle' | 'active'

type Facts = LockState & {
  disabledAt: Date | null
  passwordHash: string | null
  lastSignInAt: Date | null
  passwordChangedAt: Date | null
  createdAt: Date
}

/** The one word that says how an account stands; what an administrator must know first comes first. */
export function accountState(account: Facts, at: Date, idleDays: number): AccountState {
  if (account.disabledAt) return 'disabled'
  if (isLocked(account, at)) return 'locked'
  if (account.passwordHash === null) return 'notActivated'
  return isIdle(account, at, idleDays) ? 'idle' : 'active'
}
