import { hashPassword, verifyPassword } from '~/platform/auth/passwords.server'
import { passwordFault, type PasswordFault } from '~/platform/auth/password-rules'
import { endAllSessions } from '~/platform/auth/sessions.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { RateLimit } from '~/platform/http/rate-limit.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { lockMinutes, maxFailures } from './lock'

export type PasswordChange = { current: string; next: string; sessionId: string }
export type PasswordChangeFault = PasswordFault | 'wrongCurrent' | 'tooMany' | 'same'

const failures = new RateLimit(maxFailures, lockMinutes)

/** Changes the own password and ends every other session. Whoever found an open session may guess five times. */
export async function changePassword(
  actor: Actor,
  change: PasswordChange,
): Promise<PasswordChangeFault | null> {
  const account = await reader.account.findUnique({ where: { id: actor.accountId } })
  if (!account?.passwordHash) throw refuse('notAllowed')
  if (failures.isExceeded(actor.accountId)) return 'tooMany'
  if (!(await verifyPassword(account.passwordHash, change.current))) {
    failures.add(actor.accountId)
    return 'wrongCurrent'
  }
  if (change.current === change.next) return 'same'
  const fault = passwordFault(change.next, account.username)
  if (fault) return fault
  const passwordHash = await hashPassword(change.next)
  failures.clear(actor.accountId)
  await inTransaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { passwordHash, passwordChangedAt: now() } })
    await endAllSessions(tx, account.id, change.sessionId)
    await audit(tx, account.id, 'account.password', account.id)
  })
  return null
}
