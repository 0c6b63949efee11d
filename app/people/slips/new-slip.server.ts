import { randomUUID } from 'node:crypto'
import { hashToken, newActivationCode } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'

/** How long an activation code can be used. */
export const slipDays = 90

export function slipExpiry(madeAt: Date): Date {
  return new Date(madeAt.getTime() + slipDays * 86_400_000)
}

/**
 * Makes an activation code for an account and returns it: only its hash is stored, so it can be shown once.
 * Earlier codes that nobody used end. An owner who has a password already is told at the next sign-in.
 */
export async function newSlip(tx: Tx, accountId: string, by: string | null): Promise<string> {
  const code = newActivationCode()
  const at = now()
  const moment = dbDate(at)
  tx.sql.run(
    'UPDATE ActivationSlip SET revokedAt = ? WHERE accountId = ? AND usedAt IS NULL AND revokedAt IS NULL',
    moment,
    accountId,
  )
  tx.sql.run(
    'INSERT INTO ActivationSlip (id, accountId, codeHash, createdAt, createdBy, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
    randomUUID(),
    accountId,
    hashToken(code),
    moment,
    by,
    dbDate(slipExpiry(at)),
  )
  tx.sql.run(
    'UPDATE Account SET slipNoticeAt = ? WHERE id = ? AND passwordHash IS NOT NULL',
    moment,
    accountId,
  )
  return code
}
